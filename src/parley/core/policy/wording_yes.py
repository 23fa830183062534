"""Whether the words of an opt-in say yes, and whether that yes is the person's own (B5); in six languages."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from parley.core.policy.screening.normalise import fold
from parley.core.policy.wishes.clauses import sentences

Flaw = Literal["denied", "condition", "ticked"]
BEFORE = 3  # words before a verb in which a "not" denies it
AFTER_IN_HINDI = 2
LANGUAGES = ("en", "es", "pt", "fr", "ar", "hi")


@dataclass(frozen=True)
class Words:
    """The words of one language by what they do; ``wording.toml`` says what each key means."""

    kinds: dict[str, tuple[str, ...]]
    condition: tuple[re.Pattern[str], ...]
    ticked: tuple[re.Pattern[str], ...]
    denies_behind: bool

    def places(self, kind: str, words: Sequence[str]) -> list[int]:
        """Where words of that kind stand."""
        known = self.kinds[kind]
        return [at for at, word in enumerate(words) if any(_is(word, each) for each in known)]


def flaw_of(wording: str) -> Flaw | None:
    """Why this is nobody's free yes: it denies what it should agree to, takes it as a price, or as given already."""
    if any(_denies(words, wording) for words in _languages()):
        return "denied"
    said = " ".join(fold(wording).split())
    for words in _languages():
        if any(pattern.search(said) for pattern in words.condition):
            return "condition"
        if any(pattern.search(said) for pattern in words.ticked):
            return "ticked"
    return None


def _denies(words: Words, wording: str) -> bool:
    """A clause that agrees to nothing; or one that says nothing will come, and none that says something will."""
    parts = frozenset(words.kinds["part"])
    said = [_said(words, clause) for sentence in sentences(wording) for clause in sentence.split(parts)]
    return "nothing" in said or ("limits" in said and "yes" not in said)


def _said(words: Words, clause: Sequence[str]) -> Literal["yes", "nothing", "limits", ""]:
    agrees, contacts, nouns, none = (words.places(kind, clause) for kind in ("agree", "contact", "message", "none"))
    denied = [at for at in words.places("no", clause) if not _is_open(words, clause, at)]
    if any(no + 1 == must for no in denied for must in words.places("must", clause)):
        return "limits"  # "you do not have to agree" denies nothing, and agrees to nothing either
    if any(_governs(words, no, at) for no in denied for at in agrees):
        return "nothing"
    empty = [no for no in denied for at in contacts if _governs(words, no, at)]
    if agrees or contacts:
        empty += [at for at in none for noun in nouns if 0 < noun - at <= BEFORE]
    if empty:
        # "We never send more than you want" agrees behind its "never", and limits what comes.
        return "nothing" if any(agree < at or words.denies_behind for agree in agrees for at in empty) else "limits"
    return "yes" if agrees or contacts else ""


def _is_open(words: Words, clause: Sequence[str], at: int) -> bool:
    """Behind an "if": "reply STOP if you do not want messages" denies nothing."""
    return any(place < at for place in words.places("if", clause))


def _governs(words: Words, no: int, verb: int) -> bool:
    if words.denies_behind and 0 < no - verb <= AFTER_IN_HINDI:
        return True
    return 0 < verb - no <= BEFORE


def _is(word: str, known: str) -> bool:
    return word.startswith(known[:-1]) if known.endswith("*") else word == known


@cache
def _languages() -> tuple[Words, ...]:
    data = tomllib.loads((files("parley.core.policy") / "wording.toml").read_text(encoding="utf-8"))
    return tuple(_words(data[language], language) for language in LANGUAGES)


def _words(table: dict[str, list[str]], language: str) -> Words:
    kinds = {key: tuple(each) for key, each in table.items() if key not in ("condition", "ticked")}
    condition, ticked = (tuple(map(re.compile, table[key])) for key in ("condition", "ticked"))
    return Words(kinds, condition, ticked, denies_behind=language == "hi")
