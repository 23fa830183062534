import pytest

from parley.core.policy.identifiers import find_identifiers
from parley.core.policy.identifiers.data import read
from parley.core.policy.identifiers.table import SEPARATORS, Row, rows
from tests.core.policy.identifiers.samples import sample

ROWS = rows()
NAMES = {each["id"]: each["called"] for each in read("national.toml")["number"]}
GENERIC = {"account": "account number", "id": "ID number", "tax": "tax number", "ssn": "social security number"}


def named(row: Row) -> str:
    generic = next((GENERIC[tag] for tag in GENERIC if tag in row.tags), "")
    return next(iter(NAMES[row.id]), generic)


def by_name(row: Row) -> str:
    return row.id


def covers(text: str, number: str) -> bool:
    return any(number in text[found.start : found.end] for found in find_identifiers(text))


def written(row: Row) -> str:
    """In the official way of writing it."""
    number = sample(row)
    form = next(form for form in sorted(row.forms) if len(form.translate(SEPARATORS)) == len(number))
    signs = iter(number)
    return "".join(next(signs) if each in "9a" else each for each in form)


def test_the_table_serves_more_than_forty_countries() -> None:
    assert len({row.country for row in ROWS if row.module is not None}) >= 40


@pytest.mark.parametrize("row", ROWS, ids=by_name)
def test_a_number_beside_its_name_is_found(row: Row) -> None:
    assert covers(f"hello, my {named(row)} is {sample(row)}, can you check please", sample(row))


@pytest.mark.parametrize("row", ROWS, ids=by_name)
def test_the_same_number_of_an_order_is_not(row: Row) -> None:
    assert find_identifiers(f"Your order {sample(row)} ships today") == []
    assert find_identifiers(f"el pedido {sample(row)} sale hoy") == []


@pytest.mark.parametrize("row", [row for row in ROWS if any(c.isdigit() for c in sample(row))], ids=by_name)
def test_a_number_typed_wrong_is_found_beside_its_name(row: Row) -> None:
    number = sample(row)
    place = max(i for i, c in enumerate(number) if c.isdigit())
    wrong = f"{number[:place]}{(int(number[place]) + 1) % 10}{number[place + 1 :]}"
    assert find_identifiers(f"my {named(row)} is {wrong}")


@pytest.mark.parametrize("row", [row for row in ROWS if row.alone == "always"], ids=by_name)
def test_a_strong_form_is_found_without_a_name(row: Row) -> None:
    assert covers(f"could you look at {sample(row)} for me today", sample(row))


@pytest.mark.parametrize("row", [row for row in ROWS if row.alone == "written" and row.forms], ids=by_name)
def test_the_official_way_of_writing_is_found_without_a_name(row: Row) -> None:
    if row.module is not None:
        assert covers(f"could you look at {written(row)} for me today", written(row))


@pytest.mark.parametrize("row", [r for r in ROWS if r.module and r.alone == "bare" and not r.speaks], ids=by_name)
def test_a_weak_form_is_found_as_the_whole_message_only(row: Row) -> None:
    assert covers(f"{sample(row)} thanks", sample(row))
    assert find_identifiers(f"the meeting about {sample(row)} went well, we talked for long") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "My national ID number is 8241097731",
        "mi número de documento es 8241097731",
        "o número do documento é 8241097731",
        "mon numéro d'identité est le 8241097731",
        "رقم هويتي هو 8241097731",
        "मेरी पहचान संख्या 8241097731 है",
        "mera id card number 8241097731 hai",
    ],
)
def test_an_identity_number_is_known_by_its_name_in_every_language(sentence: str) -> None:
    assert [found.last for found in find_identifiers(sentence)] == ["7731"]
