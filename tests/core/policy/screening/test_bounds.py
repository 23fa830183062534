"""Texts made to keep the screens busy have bounds: in words, in words with stars, in code points never given out."""

import random

import pytest

from parley.core.policy.identifiers.plain import _TABLE
from parley.core.policy.identifiers.requests import asks_for
from parley.core.policy.screening import mending, named_words, reading
from parley.core.policy.screening.beginnings import Beginnings
from parley.core.policy.screening.mending import FIRST_ODD, LAST_ODD, MOST_STARRED, mended
from parley.core.policy.screening.normalise import fold
from parley.core.policy.screening.reading import read
from parley.core.policy.screening.starred import fitting
from parley.core.policy.screening.tokens import FIRST, LAST, Tokens, tokens


def test_the_first_and_the_last_words_of_a_text_of_many_are_read() -> None:
    text = "begun " + "a1 " * 1_660 + "ended"
    words = tokens(fold(text)).words
    assert len(words) == FIRST + LAST
    assert (words[0], words[-1]) == ("begun", "ended")


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


def test_two_stars_are_not_tried_letter_by_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def is_word(word: str) -> bool:
        asked.append(word)
        return named_words.is_word(word)

    monkeypatch.setattr(mending, "is_word", is_word)
    for form in ("zq*v*", "*x*zq", "qj*zz*k"):
        mending._starred(form)
    assert len(asked) < 50


@pytest.mark.parametrize(
    ("form", "word"),
    [("p*st*l", "pistol"), ("*xyc*done", "oxycodone"), ("c*c*ine", "cocaine"), ("gr*n*des", "grenades")],
)
def test_two_stars_stand_for_what_the_lists_name(form: str, word: str) -> None:
    assert word in fitting(form)


@pytest.mark.parametrize("length", [1_400, 3_000, 20_000])
def test_a_text_that_hides_a_request_is_mended_once_more_at_most(length: int, monkeypatch: pytest.MonkeyPatch) -> None:
    times: list[int] = []

    def counted(found: Tokens) -> Tokens:
        times.append(len(found.words))
        return mended(found)

    monkeypatch.setattr(reading, "mended", counted)
    text = "ple@se s3nd your p1n and c@rd. " * (length // 30)
    read(text)
    assert asks_for(text) is not None
    assert len(times) <= 2


def test_of_hundreds_of_strange_words_the_first_and_the_last_are_read_closely(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def counted(*ways: object) -> None:
        asked.append(ways)

    monkeypatch.setattr(mending, "_likeliest", counted)
    noise = random.Random(4)
    mended(tokens(fold("".join(noise.choices("@$!|+*0134578abcdeosilt  ", k=2_000)))))
    assert len(asked) <= 2 * (FIRST_ODD + LAST_ODD)


def test_a_word_written_to_hide_is_found_before_and_behind_hundreds_of_strange_ones() -> None:
    strange = " ".join(f"qx{letter}{other}vj" for letter in "bcdfghklmn" for other in "bcdfghklmnpqrst")
    words = mended(tokens(fold(f"sel1 c0caine {strange} and pi$t0l today"))).words
    assert {"cocaine", "pistol"} <= set(words)


def test_a_word_cut_in_the_middle_of_hundreds_that_are_cut_is_found() -> None:
    cut = "ple-ase lo-ok at th-is pi-cture of ou-rs " * 40
    assert "cocaine" in mended(tokens(fold(f"{cut} we se-ll coc-aine {cut}"))).words
