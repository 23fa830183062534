"""Texts made to keep the screens busy have bounds: in words, in words with stars, in code points never given out."""

import pytest

from parley.core.policy.identifiers.plain import _TABLE
from parley.core.policy.screening.beginnings import Beginnings
from parley.core.policy.screening.mending import MOST_STARRED, mended
from parley.core.policy.screening.normalise import fold
from parley.core.policy.screening.reading import read
from parley.core.policy.screening.tokens import FIRST, LAST, Tokens, tokens


def test_the_first_and_the_last_words_of_a_text_of_many_are_read() -> None:
    text = "begun " + "a1 " * 1_660 + "ended"
    words = tokens(fold(text)).words
    assert len(words) == FIRST + LAST
    assert (words[0], words[-1]) == ("begun", "ended")


def test_less_is_read_of_what_can_not_be_sent() -> None:
    assert len(fold("ab " * 2_000)) > len(fold("ab " * 20_000))


def test_only_so_many_words_with_stars_are_tried() -> None:
    words = [f"xq{number}zz" for number in range(MOST_STARRED + 5)]
    found = Tokens(list(words), {place: [(f"g{'abcdefghijklmnop'[place]}*n", 1)] for place in range(len(words))})
    mended(found)
    assert sum(bool(forms) for forms in found.others.values()) == MOST_STARRED


def test_code_points_that_were_never_given_out_are_not_remembered() -> None:
    known = len(_TABLE)
    read("".join(map(chr, range(0x40000, 0x40400))))
    assert fold("a\U00040000b") == "ab"
    assert len(_TABLE) == known


def test_stems_are_found_by_what_a_word_begins_with() -> None:
    known = Beginnings(["gun*", "g*", "gunpowder*", "pistol*", "whole"])
    assert [*known.of("gunpowders")] == ["g*", "gun*", "gunpowder*"]
    assert [*known.of("gu")] == ["g*"]
    assert not known.of("whole")


@pytest.mark.parametrize("padding", ["ab ", "a1 ", "a bc ", "so we "])
def test_nothing_hides_in_the_middle_of_the_longest_message(padding: str) -> None:
    offer = " we sell cocaine and heroin, order today "
    half = (4_096 - len(offer)) // 2 // len(padding)
    text = padding * half + offer + padding * half
    assert {"cocaine", "heroin"} <= set(tokens(fold(text)).words)
