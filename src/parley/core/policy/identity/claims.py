"""Whether a text says that a well-known organisation speaks: "this is Amazon support" (data: ``claims.toml``)."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice

from parley.core.policy.identity.brands import Brand, brands
from parley.core.policy.screening.normalise import fold

LANGUAGES = ("en", "es", "pt", "fr", "ar", "hi")
WORD = re.compile("[\\w\u0900-\u0963]+")
BANK = "bank|banco|banque|بنك|बैंक"  # may stand before or behind the name of one
# Only the surroundings of a name are read, and of so many: the time it takes does not grow with the text.
BEFORE, BEHIND, MOST_MENTIONS = 70, 60, 12
NAME, BEGINNING, END = "\x01", "\x02", "\x03"
NEAR = 3


@lru_cache(maxsize=256)
def claimed_by(text: str) -> tuple[Brand, ...]:
    """The organisations that the text says it comes from."""
    folded = fold(text)
    mentions = islice(_mentions(folded), MOST_MENTIONS)
    return tuple(dict.fromkeys(brand for brand, start, end in mentions if _claims(folded, brand, start, end)))


def _mentions(folded: str) -> Iterator[tuple[Brand, int, int]]:
    """The well-known names in the text, with where each begins and ends."""
    first_words = _by_first_word()
    if first_words.keys().isdisjoint(WORD.findall(folded)):  # as of most texts
        return
    spans = [match.span() for match in WORD.finditer(folded)]
    words = [folded[start:end] for start, end in spans]
    for place, word in enumerate(words):
        for brand, form in first_words.get(word, ()):
            if len(form) == 1 or tuple(words[place : place + len(form)]) == form:
                yield brand, spans[place][0], spans[place + len(form) - 1][1]


def _claims(folded: str, brand: Brand, start: int, end: int) -> bool:
    before, behind = folded[max(0, start - BEFORE) : start], folded[end : end + BEHIND]
    opening = BEGINNING if start <= BEFORE else ""
    closing = END if end + BEHIND >= len(folded) else ""
    shown = f"{opening}{before}{NAME}{behind}{closing}"
    near = {*WORD.findall(before), *WORD.findall(behind)}
    ways = (pattern.search(shown) for cues, pattern in _patterns() if cues & near)
    return any(_means_it(found, brand) for found in ways if found)


def _means_it(found: re.Match[str], brand: Brand) -> bool:
    """Not denied, not told of somebody else, and not something of theirs."""
    shown = found.string
    next_words = WORD.findall(shown[found.end() :])[:NEAR]
    earlier_words = WORD.findall(shown[: found.start()])[-NEAR:]
    table = _table()
    if (next_words and next_words[0] in table["not_behind"]) or table["not_before"].intersection(earlier_words):
        return False
    around = {*next_words, *earlier_words, *WORD.findall(found.group())}
    return not brand.is_a_word or bool(around & table["service"])


@cache
def _by_first_word() -> dict[str, list[tuple[Brand, tuple[str, ...]]]]:
    found: dict[str, list[tuple[Brand, tuple[str, ...]]]] = {}
    for brand in brands():
        for written in brand.written:
            form = tuple(WORD.findall(fold(written)))
            found.setdefault(form[0], []).append((brand, form))
    return found


@cache
def _patterns() -> tuple[tuple[frozenset[str], re.Pattern[str]], ...]:
    """For each language, the words without which there is no claim, and the claims."""
    name = rf"(?:(?:{BANK})\W+)?{NAME}(?:\W+(?:{BANK}))?"
    found = []
    for language in LANGUAGES:
        ways = [_plain(each).replace("{name}", name) for each in _data()["claims"][language]]
        marked = [way.replace("^", BEGINNING).replace("$", END) for way in ways]
        cues = frozenset(fold(word) for word in _data()["cues"][language])
        found.append((cues, re.compile("|".join(rf"(?<!\w)(?:{way})(?!\w)" for way in marked))))
    return tuple(found)


def _plain(pattern: str) -> str:
    return "".join(c if c.isascii() else fold(c) for c in pattern)


@cache
def _table() -> dict[str, frozenset[str]]:
    return {name: frozenset(fold(word) for word in words) for name, words in _data()["words"].items()}


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    source = files("parley.core.policy.identity") / "claims.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))
