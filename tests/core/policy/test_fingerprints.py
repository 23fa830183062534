from random import Random
from uuid import UUID

import pytest

from parley.core.policy.fingerprints import Print, key_of, names_in, print_of_name, prints_of

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
    (mark,) = print_of_name(TENANT, "Ana Quartermain")
    assert mark in names_in(TENANT, "well " * 700 + "ask Ana Quartermain, flat 12")


def test_nothing_that_is_short_is_anybodys_own_and_no_mark_is_the_same_for_another_tenant() -> None:
    assert passages("Thank you very much for your help") == set()
    assert not prints_of(TENANT, f"{THEIRS} AB-778812") & prints_of(OTHER, f"{THEIRS} AB-778812")


def test_who_has_the_database_alone_can_not_make_a_mark() -> None:
    assert not prints_of(TENANT, THEIRS) & prints_of(key_of(b"another", UUID(int=1)), THEIRS)
    assert not prints_of(TENANT, THEIRS) & prints_of(UUID(int=1).bytes, THEIRS)
    with pytest.raises(ValueError, match="secret"):
        key_of(b"", UUID(int=1))
