"""Health information that no list of words names: terms made of medical roots, medicines, the age of a patient.

Words of medicine are made of parts that all languages share: *-itis* is an inflammation, what is cut out ends in
*-ectomy*, *-ectomía* or *-ectomie*.
"""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from parley.core.policy.screening.detectors.medicines import names_medicine
from parley.core.policy.screening.hits import Hit
from parley.core.policy.screening.known_words import is_known
from parley.core.policy.screening.medical_terms import medical_terms
from parley.core.policy.screening.medicines import is_medicine
from parley.core.policy.screening.reading import Reading
from parley.core.policy.screening.reasons import Reasons

GROUP = "D4"
TERM, TERMS, MEDICINE, PATIENT = 0.85, 0.95, 0.7, 0.6
SHORTEST = 6
PATIENTS = (
    r"\b\d{1,3} ?(?:years?|yrs?|months?|weeks?|days?) ?(?:old|of age|pregnant)\b.{0,40}\b(?:male|female|woman|patient"
    r"|presents?|complain\w*|suffer\w*|vomit\w*|crying|not eating)",
    r"\b(?:mujer|varon|hombre|nin[oa]|enferm[oa]|lactante|joven|ancian[oa]|recien nacid[oa]|mulher|homem|menin[oa]"
    r"|crianca|idos[oa]|femme|homme|fillette|garcon|enfant|nourrisson)\b.{0,30}\b\d{1,3} "
    r"(?:anos|meses|dias|semanas|ans|mois|jours|semaines)\b.{0,40}\b(?:con|que|com|que|qui|avec|consult\w*|acud\w*"
    r"|presenta\w*|apresenta\w*|se presente|refiere|relata|queixa)\b",
    r"(?:महिला|पुरुष|बच्चा|बच्ची).{0,30}\d{1,3} (?:साल|वर्ष|महीने)",
    r"(?:رجل|امراه|طفل|طفله|سيده|شاب).{0,30}\d{1,3} (?:سنه|عاما|عام|شهر|سنوات|اشهر).{0,30}"
    r"(?:يعاني|تعاني|يشكو|تشكو|مصاب)",
)
NUMBER = re.compile(r"\d ?[^\W\d]")
# One of these stands in whatever ``PATIENTS`` find, at the end of a word or at its beginning.
AGE_ENDS = ("old", "age", "pregnant")
AGE_BEGINS = (
    *("anos", "meses", "dias", "semanas", "ans", "mois", "jours", "semaines", "साल", "वर्ष", "महीने"),
    *("سنه", "عام", "شهر", "سنوات", "اشهر"),
)
PATIENT_OF_AGE = re.compile("|".join(PATIENTS))
MOST_WORDS = 60
READ = 1_500  # so much of a text says what it is about
ONLY_A_WORD = re.compile(  # asked how to write it, or told in fun
    r"^spell\b|\bhow\b.{0,16} spell|\bspell (?:the|it|out|me|for)\b"
    r"|\b(?:spelling|deletrea|se escribe|se escreve|soletra|s ecrit|jokes?|chistes?|piadas?|blagues?)\b"
)


SAID_OF_WORDS = ("spell", "deletrea", "se escri", "se escre", "soletra", "s ecrit", "joke", "chiste", "piada", "blague")


def called_by(word: str) -> bool:
    """Whether it is a term or a medicine, stands by the name of one, or by an age."""
    if is_term(word) or is_medicine(word) or word in _set("cues"):
        return True
    return word.endswith(AGE_ENDS) or word.startswith(AGE_BEGINS)


def find(reading: Reading) -> list[Hit]:
    """What of this the text has, the surest first."""
    if _is_only_a_word(reading.folded[:READ]):
        return []
    terms = sum(map(is_term, _words(reading)))
    if terms and not _is_of_animals(reading):  # the policy protects the health of people
        return [Hit(GROUP, "detector", TERMS if terms > 1 else TERM, "term of medicine")]
    if names_medicine(reading):
        return [Hit(GROUP, "detector", MEDICINE, "medicine by its name")]
    if _unknown_medicine(reading.words[:MOST_WORDS]):
        return [Hit(GROUP, "detector", PATIENT, "medicine in use that no list has")]
    if NUMBER.search(reading.folded) and PATIENT_OF_AGE.search(reading.folded[:READ]):
        return [Hit(GROUP, "detector", PATIENT, "age of a patient")]
    return []


def _is_of_animals(reading: Reading) -> bool:
    """Whether the animals' doctor writes, or every term is said of a herd or a pet ("your cow was vaccinated")."""
    if not _set("animals").isdisjoint(reading.words):
        return True
    places = [place for place, word in enumerate(reading.words) if is_term(word)]
    reasons = Reasons(reading)
    return bool(places) and all(reasons.excuse(GROUP, place, place + 1) for place in places)


def _is_only_a_word(folded: str) -> bool:
    """Whether its spelling is asked for. Most texts have none of these words, which is soon known."""
    return any(word in folded for word in SAID_OF_WORDS) and ONLY_A_WORD.search(folded) is not None


def _unknown_medicine(words: tuple[str, ...]) -> bool:
    """A word that nobody knows where the name of a medicine stands ("is it safe to take ... daily")."""
    cues, skipped = _set("cues"), _set("skipped")
    if cues.isdisjoint(words):
        return False
    for place, word in enumerate(words):
        if word not in cues:
            continue
        following = next((other for other in words[place + 1 : place + 4] if other not in skipped), "")
        if len(following) >= SHORTEST and following.isalpha() and not is_known(following):
            return not _set("meant").isdisjoint(words)
    return False


def _words(reading: Reading) -> set[str]:
    """The words, and what stood there before they were mended."""
    return {*reading.words, *(form for forms in reading.others.values() for form, _ in forms)}


@lru_cache(maxsize=50_000)
def is_term(word: str) -> bool:
    """Whether the folded word is one that medicine made."""
    if word in _set("acronyms") or word in medical_terms():
        return True
    if len(word) < SHORTEST or not word.isascii() or word in _set("everyday"):
        return False
    return word.startswith(_list("beginnings")) or word.endswith(_list("endings"))


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(_list(name))


@cache
def _list(name: str) -> tuple[str, ...]:
    text = (files("parley.core.policy.screening") / "health.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)[name].split())
