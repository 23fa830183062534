"""What the policy forbids to sell is still found when somebody writes it to hide, but for one in twenty."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.commands.policy.evaluating.attacks import ATTACKS
from parley.core.policy.screening import HIT, screen

OFFERS: dict[str, list[str]] = tomllib.loads(
    (Path(__file__).parent / "sentences" / "goods.toml").read_text(encoding="utf-8")
)
FOUND, MOST_LOST = 0.94, 0.05
WORD, LATIN = re.compile(r"[^\W\d_]{4,}"), re.compile(r"[A-Za-z]{4,}")


def is_found(text: str) -> bool:
    return any(hit.strength >= HIT and hit.group.startswith(("E3", "E4")) for hit in screen(text))


def cut(word: str) -> str:
    """In two, at a place that the word gives."""
    place = 2 + sum(map(ord, word)) % max(len(word) - 3, 1)
    return f"{word[:place]} {word[place:]}"


def mixed(text: str) -> str:
    """Words in turn with letters of another script, with marks that nobody sees, and with dots."""
    ways = ("homoglyphs, Cyrillic", "zero width", "dots")
    return " ".join(ATTACKS[ways[place % 3]](word) for place, word in enumerate(text.split()))


MORE: dict[str, Callable[[str], str]] = {
    "every word cut somewhere": lambda text: WORD.sub(lambda word: cut(word.group()), text),
    "underscores": lambda text: LATIN.sub(lambda word: "_".join(word.group()), text),
    "capitals instead of spaces": lambda text: "".join(word[:1].upper() + word[1:] for word in text.split()),
    "letters of flags": lambda text: LATIN.sub(
        lambda word: "".join(chr(0x1F1E6 + ord(c) - ord("a")) for c in word.group().lower()), text
    ),
    "written backwards": lambda text: LATIN.sub(lambda word: f"\u202e{word.group()[::-1]}\u202c", text),
    "several scripts": mixed,
}
WAYS = {**ATTACKS, **MORE}
WRITTEN = [text for texts in OFFERS.values() for text in texts if is_found(text)]


def lost(disguise: Callable[[str], str], texts: list[str]) -> float:
    changed = [(text, disguise(text)) for text in texts]
    tried = [after for before, after in changed if after != before]
    return sum(not is_found(text) for text in tried) / max(len(tried), 1)


@pytest.mark.parametrize("language", sorted(OFFERS))
def test_most_offers_are_found_as_they_are_written(language: str) -> None:
    found = [is_found(text) for text in OFFERS[language]]
    assert sum(found) / len(found) >= (FOUND if language == "en" else FOUND - 0.1)


@pytest.mark.parametrize("way", sorted(WAYS))
def test_no_way_of_hiding_loses_more_than_one_in_twenty(way: str) -> None:
    assert lost(WAYS[way], WRITTEN) <= MOST_LOST


@settings(deadline=None, max_examples=6)
@given(st.randoms(use_true_random=False), st.sampled_from(["", "\u200b", "\u00ad", "\u0336", ".", "-"]))
def test_marks_at_any_place_of_any_word_lose_no_more(random: object, mark: str) -> None:
    choose = random.randrange  # type: ignore[attr-defined]

    def marked(text: str) -> str:
        def change(word: re.Match[str]) -> str:
            place = choose(1, len(word.group()))
            return word.group()[:place] + mark + word.group()[place:]

        return LATIN.sub(change, text)

    assert lost(marked, WRITTEN) <= MOST_LOST
