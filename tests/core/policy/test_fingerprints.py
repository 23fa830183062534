from random import Random
from uuid import UUID

import pytest

from parley.core.policy.fingerprints import (
    Print,
    details_of,
    has_detail,
    key_of,
    names_in,
    print_of_name,
    prints_of,
    words_of_names,
)

SECRET = b"the installation's"
TENANT, OTHER = key_of(SECRET, UUID(int=1)), key_of(SECRET, UUID(int=2))
LONGEST = 4096
THEIRS = "i moved out of the house by the river because my brother and i could not agree on the rent"


def passages(text: str) -> set[Print]:
    return {each for each in prints_of(TENANT, text) if each.kind == "passage"}


def invented(seed: int, many: int) -> list[str]:
    chosen = Random(seed)
    return ["".join(chosen.choices("abcdefghijklmnopqrstuvwxyz", k=5)) for _ in range(many)]


def around(text: str, seed: int) -> str:
    """As much as fits into one message, with the text in the middle of it."""
    words = invented(seed, 600)
    half = (LONGEST - len(text)) // 2
    return f"{' '.join(words)[:half]} {text} {' '.join(reversed(words))[: half - 2]}"


def test_a_passage_is_known_again_in_a_message_of_any_length() -> None:
    for seed in range(20):
        theirs = " ".join(invented(100 + seed, 14))
        assert len(around(theirs, seed)) <= LONGEST
        assert passages(theirs) & passages(around(theirs, seed)), "pasted into a long message"
        assert passages(around(theirs, seed)) & passages(f"She wrote: {theirs}."), "taken out of a long message"


def test_a_name_is_known_again_at_the_end_of_a_long_message() -> None:
    marks = print_of_name(TENANT, "Ana Quartermain")
    assert marks & names_in(TENANT, "well " * 700 + "ask Ana Quartermain, flat 12")


def test_nothing_that_is_short_is_anybodys_own_and_no_mark_is_the_same_for_another_tenant() -> None:
    assert passages("Thank you very much for your help") == set()
    assert not prints_of(TENANT, f"{THEIRS} AB-778812") & prints_of(OTHER, f"{THEIRS} AB-778812")


def test_who_has_the_database_alone_can_not_make_a_mark() -> None:
    assert not prints_of(TENANT, THEIRS) & prints_of(key_of(b"another", UUID(int=1)), THEIRS)
    assert not prints_of(TENANT, THEIRS) & prints_of(UUID(int=1).bytes, THEIRS)
    with pytest.raises(ValueError, match="secret"):
        key_of(b"", UUID(int=1))


@pytest.mark.parametrize(
    "written",
    [
        "AB-778812",
        "ab 778812 is it".upper(),
        "AB-\u0667\u0667\u0668\u0668\u0661\u0662",
        "A\u200bB-77\u200b88\u206012",
        "AB-77881\u202d2",
        "ＡＢ－７７８８１２",
        "AB seven seven eight eight one two",
        "AB-7788l2",
        "\u202e218877-BA\u202c",
    ],
)
def test_a_number_is_known_again_however_it_is_written(written: str) -> None:
    told = prints_of(TENANT, "my order is AB-778812")
    assert {each for each in told if each.kind == "identifier"} & prints_of(TENANT, f"Is it {written} please?")


@pytest.mark.parametrize(
    "written",
    ["Lima, Ana", "ANA LIMA", "Ána Lìma", "A\u200bna Li\u200bma", "Аna Limа", "ask ana lima now", "Ａｎａ Ｌｉｍａ"],
)
def test_a_name_is_known_again_in_any_order_and_script(written: str) -> None:
    for name in ("Ana Lima", "Lima Ana", "Ana Maria Lima", "Ana Lima \U0001f338"):
        assert print_of_name(TENANT, name) & names_in(TENANT, f"Hello {written}!"), name


def test_one_name_is_nobodys_mark_and_another_name_is_another() -> None:
    assert print_of_name(TENANT, "Ana") == frozenset()
    assert not print_of_name(TENANT, "Ana Lima") & names_in(TENANT, "Ana Souza and Rui Lima")


@pytest.mark.parametrize(
    "again", ["flat 12", "12 is hers", "one two", "١٢", "1\u200b2", "in Lisbon", "the LISBON branch"]
)
def test_short_things_are_details(again: str) -> None:
    assert details_of(TENANT, "I live in flat 12 in Lisbon") & details_of(TENANT, again)


def test_common_words_and_the_names_own_words_are_no_details() -> None:
    told = details_of(TENANT, "Hello, this is Ana Lima, my card has not arrived yet")
    said = "Ana Lima is here, the card has arrived"
    names = words_of_names(TENANT, said, print_of_name(TENANT, "Ana Lima"))
    assert names == {"ana", "lima"}
    assert not told & details_of(TENANT, said, names)


def test_a_longer_number_is_a_detail_whoever_told_it() -> None:
    assert all(map(has_detail, ("she owes 250", "a@b.example", "12,50", "1\u200b2\u200b3", "one two three")))
    assert not any(map(has_detail, ("our branch manager", "back at 9")))
