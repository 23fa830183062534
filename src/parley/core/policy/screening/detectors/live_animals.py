"""An animal as breeders list it: the kind with its sex, age, papers or first shots."""

import re

from parley.core.policy.screening.hits import Hit
from parley.core.policy.screening.nearness import is_weak, near
from parley.core.policy.screening.reading import Reading

GROUP = "E4.6"
LISTED, AGED = 0.75, 0.6
BEFORE, AFTER = 3, 5
LONGEST_TITLE = 16
SEX_AND_AGE = re.compile(
    r"\w (?:fe)?males? (?:\w+ )?\d{1,2} (?:weeks?|months?|years?) old\b"
    r"|\w (?:hembra|macho|femea|femelle|male) (?:de )?\d{1,2} (?:semanas|meses|semaines|mois)\b"
)
SEXES = frozenset(("male", "males", "female", "females", "hembra", "macho", "femea", "femelle"))
PERSON = re.compile(
    r"\b(?:patient|paciente|persona|pessoa|personne|student|customer|victim|suspect|with|con|com|avec)\b"
)


def called_by(word: str) -> bool:
    """Whether it is the kind of an animal, or its sex."""
    return word in SEXES or is_weak(word, GROUP)


def find(reading: Reading) -> list[Hit]:
    """The kind of animal, if it stands by what breeders say."""
    animal = near(reading, GROUP, BEFORE, AFTER)
    if animal:
        return [Hit(GROUP, "detector", LISTED, f"{animal}, as breeders list it")]
    if len(reading.words) > LONGEST_TITLE or SEXES.isdisjoint(reading.words):
        return []
    if PERSON.search(reading.folded) or not SEX_AND_AGE.search(reading.folded):
        return []
    return [Hit(GROUP, "detector", AGED, "sex and age, as of an animal")]
