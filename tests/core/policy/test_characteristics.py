import pytest

from parley.core.policy.characteristics import characteristic_in, characteristic_of


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
        ("union_member", "political_opinion"),
        ("sindicato", "political_opinion"),
        ("jati", "race"),
        ("account_holder_age", "age"),
        ("edad_del_titular", "age"),
        ("account_gender", "sex"),
        ("book_owner_gender", "sex"),
    ],
)
def test_a_protected_characteristic_is_known_by_its_fields(field: str, name: str) -> None:
    found = characteristic_of(field)
    assert found and found.sure and found.name == name


@pytest.mark.parametrize("field", ["salutation", "surname", "birthday", "mother_tongue", "prénom", "isVeteran"])
def test_what_it_can_be_guessed_from_is_doubtful(field: str) -> None:
    found = characteristic_of(field)
    assert found and not found.sure


@pytest.mark.parametrize(
    "value",
    [
        "pregnant",
        "embarazada",
        "enceinte",
        "حامل",
        "women",
        "muslims only",
        "jubilados",
        "المسلمين",
        "गर्भवती महिलाएं",
        "pregnant women",
    ],
)
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
        ("case_age", "3"),
        ("opt_in_age", "365"),
        ("edad_del_caso", "3"),
        ("idade_da_conta", "3"),
        ("عمر الطلب", "3"),
        ("ऑर्डर की उम्र", "3"),
        ("product_gender", "women"),
        ("ticket_title", "Late"),
        ("product_name", "Singh"),
        ("tag", "credit union"),
        ("tag", "pregnancy pillow"),
    ],
)
def test_an_ordinary_field_is_left_in_peace(field: str, value: str) -> None:
    assert characteristic_of(field, value) is None


@pytest.mark.parametrize(
    ("field", "operator", "value"),
    [
        ("name", "contains", "Singh"),
        ("full_name", "starts_with", "Mohammed"),
        ("नाम", "contains", "खान"),
        ("country", "!=", "NG"),
        ("pais", "not_in", "VE,HT"),
        ("البلد", "<>", "SY"),
        ("phone_prefix", "!=", "+234"),
    ],
)
def test_a_name_and_a_country_that_is_left_out_are_guesses_at_where_somebody_comes_from(
    field: str, operator: str, value: str
) -> None:
    found = characteristic_of(field, value, operator)
    assert found and not found.sure


@pytest.mark.parametrize(
    ("field", "operator", "value"),
    [
        ("name", "is_empty", ""),
        ("name", "!=", ""),
        ("country", "=", "NG"),
        ("country", "in", "NG,GH"),
        ("language", "!=", "en"),
        ("shipping_country", "not_in", "RU"),
        ("store_name", "!=", "Leeds"),
    ],
)
def test_a_name_that_is_missing_and_a_country_that_is_served_are_none(field: str, operator: str, value: str) -> None:
    assert characteristic_of(field, value, operator) is None


@pytest.mark.parametrize(
    "name",
    [
        "Muslims in Lagos", "Women 50+", "No foreigners", "Only for women", "Everyone except Muslims",
        "Sin extranjeros", "Solo mujeres", "Lista de mujeres", "Mulheres de Recife", "Femmes enceintes",
        "المسلمون في القاهرة", "النساء فقط", "मुस्लिम ग्राहक", "सिर्फ महिलाएं", "Veterans",
    ],
)  # fmt: skip
def test_a_plan_that_is_called_by_a_group_of_people(name: str) -> None:
    assert characteristic_in(name)


@pytest.mark.parametrize(
    "name",
    [
        "Women's shoes spring", "Women shoes buyers", "Ramadan opening hours", "Discount for seniors", "Couples menu",
        "Ropa de mujer", "Descuento para jubilados", "Chaussures pour femmes", "أحذية للنساء", "महिलाओं के जूते",
        "Black Friday", "White goods buyers", "Late orders",
    ],
)  # fmt: skip
def test_a_plan_that_is_called_by_what_is_made_for_them(name: str) -> None:
    assert characteristic_in(name) is None
