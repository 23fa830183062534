"""Names of medicines, however a language spells them.

International names follow rules: a root that all languages share (amoxicillin, amoxicilina, amoxicilline) and endings
that say what the medicine is (-pril, -sartan, -azepam). So new names are known too.
"""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from operator import itemgetter
from typing import Any

SHORTEST = 5
# In this order, and by a letter without which there is nothing to replace.
SOUNDS = (
    ("h", (("ph", "f"), ("th", "t"), ("rh", "r"))),
    ("e", (("ae", "e"), ("oe", "e"))),
    ("q", (("qu", "c"),)),
    ("h", (("chl", "cl"), ("chr", "cr"))),
)
LETTERS = str.maketrans("ywkz", "ivcs")
NASALS = (("mv", "nv"), ("mf", "nf"))
TAIL, END = 9, 3  # letters of a long word that tell of its root these
ONCE = itemgetter(1)  # of what a pattern found, its first group
DOUBLED = re.compile(r"([a-z])\1")


@lru_cache(maxsize=50_000)
def is_medicine(word: str) -> bool:
    """Whether the folded word is the name of a medicine."""
    if len(word) < SHORTEST or word in _ordinary():
        return False
    if "a" <= word[0] <= "z":
        name = root(word)
        return name in _roots() or (len(name) > SHORTEST + 1 and name.endswith(_families("families")))
    return word.endswith(_families("families_ar" if word[0] <= "\u06ff" else "families_hi"))


def may_end(tail: str) -> bool:
    """Whether a word of ``TAIL`` letters or more that ends in these may be a medicine: hardly any other may."""
    return root(tail)[-END:] in _ends() or tail.endswith((*_families("families_ar"), *_families("families_hi")))


def root(word: str) -> str:
    """The word as all languages would spell it: one letter for a sound, and no last vowel."""
    for letter, spellings in SOUNDS:
        if letter in word:
            for written, read in spellings:
                word = word.replace(written, read)
    word = word.translate(LETTERS)
    if "m" in word:
        for written, read in NASALS:
            word = word.replace(written, read)
    return DOUBLED.sub(ONCE, word).rstrip("aeo")


@cache
def names() -> frozenset[str]:
    """The international names and trade names, in one language's spelling each."""
    return frozenset(_data()["names"].split())


@cache
def _roots() -> frozenset[str]:
    return frozenset(map(root, names()))


@cache
def _ends() -> frozenset[str]:
    return frozenset(name[-END:] for name in (*_roots(), *_families("families")))


@cache
def _ordinary() -> frozenset[str]:
    """Words that are spelt as a name is: Spanish yellow as Amaryl."""
    return frozenset(_data()["ordinary"].split())


@cache
def _families(name: str) -> tuple[str, ...]:
    return tuple(_data()[name].split())


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("parley.core.policy.screening") / "medicines.toml").read_text(encoding="utf-8"))
