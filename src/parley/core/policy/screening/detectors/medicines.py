"""Medicines by their names, and by the strength and form that packets state."""

import re

from parley.core.policy.screening.hits import Hit
from parley.core.policy.screening.medicines import is_medicine
from parley.core.policy.screening.reading import Reading
from parley.core.policy.screening.refusals import refuses

GROUP = "E4.3"
NAMED, PACKED, STATED, REFUSED = 0.9, 0.85, 0.6, 0.3
FORM = (
    "cps?|comp?s?|comprimidos?|comprimes?|tab|tabs|tablets?|tabletas?|tbl|cap|caps|capsules?|capsulas?|gelules?|amp|amps"
    "|ampoules?|ampollas?|ampolas?|vials?|fr|frasco|susp|suspension|suspensao|sol|solucao|solucion|inj|injetavel"
    "|inyectable|injectable|xarope|jarabe|sirop|syrup|supp|supositorios?|suppositor[a-z]+|pomada|ointment|drag|drageas"
    "|blister|gotas|creme vag|iv|im|sc|la|xr|sr|er|retard|prefilled|pens?"
)
STRENGTH = re.compile(r"\d\s{0,2}(?:mg|mcg|µg|ug|ui|iu)\b(?!\s{0,2}/\s{0,2}(?:km|l\b|dl|100))", re.IGNORECASE)
PACKET = re.compile(rf"\b(?:{FORM})\b")
PER_VOLUME = re.compile(r"\d\s{0,2}(?:mg|mcg|ui|iu)\s{0,2}/\s{0,2}m?l\b", re.IGNORECASE)
FOOD = re.compile(
    r"caffeine|cafein|sodium|sodio|serving|porcion|drink|cereal|vitamin|nicotin|limit|salt|kg\b|per can|energy|water"
)
LONGEST_TITLE = 16


called_by = is_medicine


def uncalled(reading: Reading) -> bool:
    """Whether a strength is stated."""
    return len(reading.words) <= LONGEST_TITLE and STRENGTH.search(reading.text[:400]) is not None


def find(reading: Reading) -> list[Hit]:
    """A medicine's name, or what only a packet of medicine says."""
    if names_medicine(reading):
        return [Hit(GROUP, "detector", REFUSED if refuses(reading) else NAMED, "medicine by its name")]
    if len(reading.words) > LONGEST_TITLE or not STRENGTH.search(reading.text[:400]) or FOOD.search(reading.folded):
        return []
    if PER_VOLUME.search(reading.text[:400]) or PACKET.search(reading.folded):
        return [Hit(GROUP, "detector", PACKED, "strength and form of a medicine")]
    return [Hit(GROUP, "detector", STATED, "strength as of a medicine")]


def names_medicine(reading: Reading) -> bool:
    """Whether a word, or what stood there before it was mended, is the name of a medicine."""
    if any(map(is_medicine, reading.words)):
        return True
    return any(is_medicine(form) for forms in reading.others.values() for form, _ in forms)
