"""E4.7, dangerous substances by the way they are named, so that the lists need not know each of thousands."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from parley.core.policy.screening.hits import Hit
from parley.core.policy.screening.reading import Reading

GROUP = "E4.7"
NAMED, SAID = 0.85, 0.55  # as an item's title, and in a longer text
TITLE, MOST = 16, 300  # words
LONG, SHORTEST = 40, 9  # letters of a word that is looked at
BEGINNING = 2_000
TRANSPORT = re.compile(
    r"\bn\.\s?o\.\s?s\b|\bUN\s?-?[0-3]\d{3}\b"
)  # how papers of transport name them: "acids, n.o.s.", "UN1203"
TRANSPORTED = ("UN", "n.")  # one of these stands in whatever ``TRANSPORT`` finds
OF = frozenset({"de", "of", "d", "du"})


@cache
def _words(name: str) -> frozenset[str]:
    text = (files("parley.core.policy.screening") / "substances.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)[name].split())


@cache
def _roots() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_words("roots"), key=len, reverse=True)))


@cache
def _endings() -> tuple[str, ...]:
    return tuple(_words("endings"))


def find(reading: Reading) -> list[Hit]:
    """One hit if a dangerous substance is named, unless for what people put on their skin."""
    words = reading.words[:MOST]
    joined = {form for forms in reading.others.values() for form, _ in forms}  # long names are taken apart in reading
    if not (uncalled(reading) or _pair(words) or any(map(_is_substance, {*words, *joined}))):
        return []
    if not _words("harmless").isdisjoint(words):
        return []
    return [Hit(GROUP, "detector", NAMED if len(words) <= TITLE else SAID, "substance by its name")]


def called_by(word: str) -> bool:
    """Whether it is the name of a substance, or half of one."""
    return _is_substance(word) or _is_joined(word)


def uncalled(reading: Reading) -> bool:
    """Whether papers of transport name one."""
    text = reading.text[:BEGINNING]
    return any(part in text for part in TRANSPORTED) and TRANSPORT.search(text) is not None


def _is_joined(word: str) -> bool:
    return word in _words("joined") or word.removesuffix("s") in _words("joined")


def _pair(words: tuple[str, ...]) -> bool:
    """``sodium chlorate``, ``clorato de sodio``."""
    bases = _words("bases")
    for place, word in enumerate(words):
        if _is_joined(word):
            before = words[place - 1] if place else ""
            after = words[place + 2 : place + 3] if words[place + 1 : place + 2] and words[place + 1] in OF else ()
            if before in bases or (after and after[0] in bases):
                return True
    return False


def _is_substance(word: str) -> bool:
    """``trichlorosilane``: two roots of chemistry and one of its endings."""
    if not SHORTEST <= len(word) <= LONG or not word.endswith(_endings()) or word.startswith("poly"):
        return False
    roots = _roots().findall(word)
    return len(roots) > 2 or (len(roots) == 2 and sum(map(len, roots)) * 5 >= len(word) * 2)
