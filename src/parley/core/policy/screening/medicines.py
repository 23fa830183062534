"""Names of medicines, however a language spells them.

International names follow rules: a root that all languages share (amoxicillin, amoxicilina, amoxicilline) and endings
that say what the medicine is (-pril, -sartan, -azepam). So new names are known too.
"""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

SHORTEST = 5
SPELLINGS = (
    *(("ph", "f"), ("th", "t"), ("rh", "r"), ("ae", "e"), ("oe", "e"), ("qu", "c"), ("chl", "cl"), ("chr", "cr")),
    *(("y", "i"), ("w", "v"), ("k", "c"), ("z", "s"), ("mv", "nv"), ("mf", "nf")),
)
DOUBLED = re.compile(r"([a-z])\1")


@lru_cache(maxsize=50_000)
def is_medicine(word: str) -> bool:
    """Whether the folded word is the name of a medicine."""
    if len(word) < SHORTEST:
        return False
    if "a" <= word[0] <= "z":
        name = root(word)
        return name in _roots() or (len(name) > SHORTEST + 1 and name.endswith(_families("families")))
    return word.endswith(_families("families_ar" if word[0] <= "\u06ff" else "families_hi"))


def root(word: str) -> str:
    """The word as all languages would spell it: one letter for a sound, and no last vowel."""
    for written, read in SPELLINGS:
        word = word.replace(written, read)
    return DOUBLED.sub(r"\1", word).rstrip("aeo")


@cache
def _roots() -> frozenset[str]:
    return frozenset(root(name) for name in _data()["names"].split())


@cache
def _families(name: str) -> tuple[str, ...]:
    return tuple(_data()[name].split())


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("parley.core.policy.screening") / "medicines.toml").read_text(encoding="utf-8"))
