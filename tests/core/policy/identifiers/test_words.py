"""How a text is read: its words and where they stand, and the digits among them."""

import pytest

from parley.core.policy import identifiers
from parley.core.policy.identifiers import find_identifiers
from parley.core.policy.identifiers.numbers import masks_in
from parley.core.policy.identifiers.page import Page
from parley.core.policy.identifiers.plain import _TABLE, _plain, plain
from parley.core.policy.identifiers.table import by_id, codes_of_length
from parley.core.policy.identifiers.words import secret_words, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("my card, please", ["my", "card", "please"]),
        ("", []),
        ("?!", []),
        ("P I N 4821", ["pin", "4821"]),
        ("your O.T.P. is 4", ["your", "otp", "is", "4"]),
        ("a b, then c_d_e", ["a", "b", "then", "cde"]),
        ("x y z and p i n", ["xyz", "and", "pin"]),
        ("é à ü", ["eau"]),
        ("कार्ड नंबर", ["कार्ड", "नंबर"]),
        ("p\u200bi\u200bn 48\u200b21", ["pin", "4821"]),
        ("رقم ٤٨٢١", ["رقم", "4821"]),
    ],
)
def test_words_are_read_with_letters_apart_as_one(text: str, words: list[str]) -> None:
    assert words_of(plain(text)).texts == words


def test_each_word_knows_where_it_stands() -> None:
    words = words_of(plain("Hé, my P.I.N is 4\u200b8"))
    assert [*zip(words.starts, words.ends, strict=True)] == [(0, 2), (4, 6), (7, 12), (13, 15), (16, 19)]


def test_a_word_that_reaches_into_letters_apart_is_left_to_them() -> None:
    """The first letter stands in a word with something unseen before it."""
    assert words_of("x\u200ba b c then").texts == ["bc", "then"]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("order 10037.", ["10037"]),
        ("double 4 then 11", ["4411"]),
        ("four one one one", ["4111"]),
        ("4111 is l1 o0", ["4111" + "15" + "11" + "00"]),
        ("12 and 34 and 56, but 789", ["123456", "789"]),
        ("**** **** 1111 and 2222", ["2222"]),
        ("xxxx-1111", []),
        ("card4111 1Z999", ["4111"]),
        ("12", []),
    ],
)
def test_digits_that_belong_together_are_one_run(text: str, runs: list[str]) -> None:
    assert [run.digits for run in Page(text).runs] == runs


@pytest.mark.parametrize("text", ["*# 12", "## 1", "**1", "xxx 12345", "•• 1", "××"])
def test_a_mask_is_seen_in_plain_and_in_other_letters(text: str) -> None:
    assert masks_in(plain(text))


@pytest.mark.parametrize("text", ["* 12", "xx 12", "2 # 2", "maxxx", "•"])
def test_a_single_mark_masks_nothing(text: str) -> None:
    assert not masks_in(plain(text))


def test_a_code_in_disguise_is_tried_in_one_order() -> None:
    """Which letter was meant as a digit may not depend on how a set happens to be ordered."""
    of_mexico = [shape for shape in codes_of_length(18) if shape in by_id()["mx_curp"].shapes]
    assert of_mexico == sorted(of_mexico)
    assert len(of_mexico) > 1


def test_a_long_text_is_read_character_for_character_as_a_short_one() -> None:
    """Long texts go by a table of all code points, short ones by what was met before."""
    every = "".join(map(chr, range(0x110000)))
    assert plain(every) == every.translate(_TABLE)


@pytest.mark.parametrize("code", [0x3400, 0xA48C, 0x2F7FF, 0x2FA20, 0x50000, 0xDFFFF, 0xE01F0, 0x10FFFF])
def test_what_is_never_written_otherwise_is_not_worked_out(code: int) -> None:
    assert _TABLE[code] == chr(code) == _plain(chr(code))
    assert code not in _TABLE


def test_words_that_hold_sentences_together_tell_no_secret() -> None:
    assert secret_words(with_digits=False).isdisjoint({"to", "one", "two", "log", "et", "se"})
    assert {"password", "passwords", "passcode", "answer", "senha"} <= secret_words(with_digits=False)


@pytest.mark.parametrize(
    "text",
    [
        "Log in to northbank.example and choose a card to freeze.",
        "A transfer takes up to two hours in the country, up to one working day in the euro area.",
    ],
)
def test_a_text_that_names_no_secret_is_not_looked_at_closely(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def page(*_: object) -> None:
        raise AssertionError("read closely")

    monkeypatch.setattr(identifiers, "Page", page)
    assert find_identifiers(text) == []
