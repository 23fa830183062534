"""Which language a short text is in: by its script, else by the small words that only one language has."""

import re
import tomllib
from functools import cache
from importlib.resources import files

ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufefc]")
DEVANAGARI = re.compile("[\u0900-\u097f]")
LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
SUPPORTED = ("en", "es", "pt", "fr", "hi-Latn")


def language_of(text: str, words: list[str]) -> tuple[str, tuple[str, ...]]:
    """The likeliest language ('und' where nothing says), and all that it may be in."""
    sample = text[:400]
    arabic, hindi, latin = (len(script.findall(sample)) for script in (ARABIC, DEVANAGARI, LATIN))
    if arabic > max(hindi, latin):
        return "ar", ("ar",)
    if hindi > max(arabic, latin):
        return "hi", ("hi",)
    if not latin:
        return "und", SUPPORTED
    counts = _counts(words[:60])
    best = max(counts.values())
    if not best:
        return "und", SUPPORTED
    likely = tuple(language for language, count in counts.items() if count >= best - 1)
    leader = max(counts, key=counts.__getitem__)
    return (leader if sum(count == best for count in counts.values()) == 1 else "und"), likely


def _counts(words: list[str]) -> dict[str, int]:
    return {language: sum(word in common for word in words) for language, common in _common().items()}


@cache
def _common() -> dict[str, frozenset[str]]:
    data = tomllib.loads((files("parley.core.policy.screening") / "language.toml").read_text(encoding="utf-8"))
    return {language: frozenset(words.split()) for language, words in data.items()}
