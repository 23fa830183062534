"""Whether a text says that a well-known organisation speaks: "this is Amazon support" (data: ``claims.toml``)."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain

from parley.core.policy.identity.brands import Brand, brands
from parley.core.policy.screening.normalise import fold

LANGUAGES = ("en", "es", "pt", "fr", "ar", "hi")
WORD = re.compile("[\\w\u0900-\u0963]+")
BANK = "bank|banco|banque|بنك|बैंक"  # may stand before or behind the name of one
MOST = 4000
NEAR = 3


@lru_cache(maxsize=256)
def claimed_by(text: str) -> tuple[Brand, ...]:
    """The organisations that the text says it comes from."""
    folded = fold(text[:MOST])
    words = WORD.findall(folded)
    return tuple(brand for brand, form in _named(words) if _claims(folded, brand, form))


def _named(words: list[str]) -> Iterator[tuple[Brand, tuple[str, ...]]]:
    """The well-known names that stand in the text."""
    for place, word in enumerate(words):
        for brand, form in _by_first_word().get(word, ()):
            if tuple(words[place : place + len(form)]) == form:
                yield brand, form


def _claims(folded: str, brand: Brand, form: tuple[str, ...]) -> bool:
    found = _patterns(form).search(folded)
    if not found:
        return False
    behind = WORD.findall(folded[found.end() : found.end() + 60])[:NEAR]
    before = WORD.findall(folded[max(0, found.start() - 60) : found.start()])[-NEAR:]
    table = _table()
    if (behind and behind[0] in table["not_behind"]) or set(before) & table["not_before"]:
        return False
    around = set(chain(behind, before, WORD.findall(found.group())))
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
def _patterns(form: tuple[str, ...]) -> re.Pattern[str]:
    bare = r"\W{1,3}".join(re.escape(word) for word in form)
    name = rf"(?:(?:{BANK})\W+)?{bare}(?:\W+(?:{BANK}))?"
    ways = [each.replace("{name}", name) for language in LANGUAGES for each in _claims_of(language)]
    return re.compile("|".join(rf"(?<!\w)(?:{way})(?!\w)" for way in ways))


@cache
def _claims_of(language: str) -> tuple[str, ...]:
    return tuple("".join(c if c.isascii() else fold(c) for c in each) for each in _data()[language])


@cache
def _table() -> dict[str, frozenset[str]]:
    names = ("not_behind", "not_before", "service")
    return {name: frozenset(fold(word) for word in _data()[name]) for name in names}


@cache
def _data() -> dict[str, list[str]]:
    source = files("parley.core.policy.identity") / "claims.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))
