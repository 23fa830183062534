import pytest

from parley.core.policy.characteristics import characteristic_of


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("gender", "sex"),
        ("contact.isFemale", "sex"),
        ("DATE_OF_BIRTH", "age"),
        ("grupo_de_edad", "age"),
        ("faixa-etaria", "age"),
        ("état civil", "family"),
        ("nationalité", "national_origin"),
        ("الجنسية", "national_origin"),
        ("الديانة", "religion"),
        ("जाति", "race"),
        ("धर्म", "religion"),
        ("hiv_status", "health"),
        ("wheelchairUser", "disability"),
        ("sexual-orientation", "sexual_orientation"),
        ("pronouns", "gender_identity"),
        ("numero_de_filhos", "family"),
    ],
)
def test_a_protected_characteristic_is_known_by_its_fields(field: str, name: str) -> None:
    found = characteristic_of(field)
    assert found and found.sure and found.name == name


@pytest.mark.parametrize("field", ["salutation", "surname", "birthday", "mother_tongue", "prénom"])
def test_what_it_can_be_guessed_from_is_doubtful(field: str) -> None:
    found = characteristic_of(field)
    assert found and not found.sure


@pytest.mark.parametrize("value", ["women", "muslims only", "jubilados", "المسلمين", "गर्भवती महिलाएं", "pregnant women"])
def test_a_tag_that_names_a_group_of_people(value: str) -> None:
    assert characteristic_of("tag", value)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("language", "ar"),
        ("country", "IN"),
        ("city", "Lagos"),
        ("account_age_days", "90"),
        ("book_title", "Sex and the City"),
        ("page", "3"),
        ("last_order_at", "2026-01-01"),
        ("tag", "women's shoes"),
        ("tag", "vip customers"),
        ("interest", "gardening"),
        ("engagement", "high"),
        ("package_weight", "3"),
        ("message", "hi"),
    ],
)
def test_an_ordinary_field_is_left_in_peace(field: str, value: str) -> None:
    assert characteristic_of(field, value) is None
