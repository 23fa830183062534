"""Words that only medicine has, however a language spells them.

They are Greek and Latin, so that the languages differ in rules only: pneumoconiosis, neumoconiosis, pneumoconiose.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from parley.core.policy.screening.known_words import vocabulary

SHORTEST = 7  # letters of what is spelt by rule: shorter ones are too often a word of everyday
SOUNDS = (("ph", "f"), ("th", "t"), ("rh", "r"), ("ae", "e"), ("oe", "e"), ("y", "i"), ("k", "c"))
HARD = re.compile("ch(?=[eiy])")
DOUBLED = re.compile(r"([b-df-hj-km-qs-z])\1")  # Spanish and Portuguese keep "ll" and "rr"
# The ending in English, those of Spanish and Portuguese, and those of French. The first that fits counts.
ENDINGS = (
    ("osis", ("osis", "ose"), ("ose",)),
    ("itis", ("itis", "ite"), ("ite",)),
    ("esis", ("esis", "ese", "esia"), ("ese", "esie")),
    ("oma", ("oma",), ("ome",)),
    ("ism", ("ismo",), ("isme",)),
    ("ous", ("oso", "osa"), ("eux", "euse")),
    ("ic", ("ico", "ica", "icos", "icas"), ("ique", "iques")),
    ("al", ("al", "ales", "ais"), ("al", "ale", "aux")),
    ("ia", ("ia", "ias"), ("ie", "ies")),
    ("y", ("ia", "ias"), ("ie", "ies")),
    ("us", ("o", "us"), ("e",)),
    ("um", ("o", "um"), ("e",)),
)


@cache
def medical_terms() -> frozenset[str]:
    """As all the languages of Latin letters write them."""
    ours = (files("parley.core.policy.screening") / "medical_terms.toml").read_text(encoding="utf-8")
    terms = tomllib.loads(ours)["terms"].split()
    elsewhere = {spelt for term in terms for spelt in _elsewhere(term) if len(spelt) >= SHORTEST}
    return frozenset({*terms, *(elsewhere - vocabulary().keys())})


def _elsewhere(term: str) -> Iterator[str]:
    for english, southern, french in ENDINGS:
        if term.endswith(english):
            stem = term.removesuffix(english)
            yield from (_by_sound(stem + ending) for ending in southern)
            yield from (stem + ending for ending in french)
            return


def _by_sound(word: str) -> str:
    """One letter for a sound, as Spanish and Portuguese write Greek."""
    word = HARD.sub("qu", word).replace("ch", "c")
    for written, read in SOUNDS:
        word = word.replace(written, read)
    return DOUBLED.sub(r"\1", word)
