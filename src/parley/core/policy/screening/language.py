"""Which language a short text is in: by its script, and in Latin letters by its words and pieces of words."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import exp

from parley.core.policy.screening.linear import Model, kept_in

FILE = "languages.npz"
ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
DEVANAGARI = re.compile("[\u0900-\u097f]")
LATIN = re.compile("[A-Za-z\u00c0-\u024f\uff21-\uff5a]")
SUPPORTED = ("en", "es", "pt", "fr", "hi-Latn")
SURE, POSSIBLE = 0.5, 0.08


def language_of(text: str, said: Mapping[str, float]) -> tuple[str, tuple[str, ...]]:
    """The likeliest language ('und' where nothing says), and all of the supported ones that it may be in.

    ``said``: how much speaks for each, by the words and pieces of words.
    """
    sample = text[:400]
    if not sample.isascii():
        arabic, hindi, latin = (len(script.findall(sample)) for script in (ARABIC, DEVANAGARI, LATIN))
        if arabic > max(hindi, latin):
            return "ar", ("ar",)
        if hindi > max(arabic, latin):
            return "hi", ("hi",)
    if not said or not LATIN.search(sample):
        return "und", SUPPORTED
    shares = shares_of(said)
    possible = tuple([name for name in SUPPORTED if shares[name] >= POSSIBLE]) or SUPPORTED
    likeliest = max(possible, key=shares.__getitem__)
    return likeliest if shares[likeliest] >= SURE else "und", possible


def shares_of(said: Mapping[str, float]) -> dict[str, float]:
    """How likely each language is, other languages in Latin letters among them."""
    highest = max(said.values())
    likely = [exp(each - highest) for each in said.values()]
    total = sum(likely)
    return {label: each / total for label, each in zip(said, likely, strict=True)}


@cache
def model() -> Model | None:
    """What tells the languages apart, None before it was first taught."""
    return kept_in(files("parley.core.policy.screening") / FILE)
