"""E6, hate: a group of people and what is said against it, unless that is denied, objected to or said of oneself."""

from parley.core.policy.screening.concepts import rights
from parley.core.policy.screening.concepts.asked import LONG
from parley.core.policy.screening.concepts.hostility import AGAINST, PEOPLE, judged
from parley.core.policy.screening.concepts.marks import Mark, Words, marks, pieces
from parley.core.policy.screening.concepts.message import Message
from parley.core.policy.screening.concepts.misspelt import guess
from parley.core.policy.screening.concepts.past import APPROVING
from parley.core.policy.screening.concepts.plain import sentence
from parley.core.policy.screening.concepts.request import asks_of_others, is_past
from parley.core.policy.screening.concepts.vocabulary import vocabulary
from parley.core.policy.screening.hits import HIT, Hit
from parley.core.policy.screening.reading import Reading

GROUP = "E6"
FILES = ("groups", "hostility", "frames", "negation")
CALLING = frozenset((*PEOPLE, *AGAINST))
SURE = ("slur", "loathing", "vermin")  # whatever else is asked
DENIED = ("denied rights", "denied respect")
BLAMED = frozenset(("blamed", "accused", "compared", "portrayed", "depicted", "labelled", "labeled", "stereotyped"))
UNREAL = 0.3  # what is left of a strength where no real people or no real rights are asked about
SHORT = 40  # words of a message whose misspelt words are guessed
FAINTEST = 0.1


def find(reading: Reading) -> list[Hit]:
    """One hit if the text is hateful, as strong as that is sure."""
    strength, what = max((_judged(words) for words in pieces(reading)), default=(0.0, ""))
    return [Hit(GROUP, "detector", strength, what)] if strength >= FAINTEST else []


def uncalled(reading: Reading) -> bool:
    """Whether an English question may be about the rights of a group."""
    return _asks_of_rights(reading) and rights.names_group({*reading.words, *Words(reading).forms})


def _asks_of_rights(reading: Reading) -> bool:
    return "en" in reading.languages and len(reading.words) <= LONG and rights.calls(reading.words)


def _judged(words: Words) -> tuple[float, str]:
    plain = sentence(words)[0] if _asks_of_rights(words.reading) else ()
    strength, what = _hostile(words)
    if plain and what not in SURE and rights.is_unreal(plain):
        return strength * UNREAL, what
    if plain and (what in DENIED or what == "exclusion") and rights.is_no_right(plain):
        return strength * UNREAL, what
    learns = is_past(words.words) or asks_of_others(words.words)
    if (what == "harming" or not BLAMED.isdisjoint(words.words)) and learns and APPROVING.isdisjoint(words.words):
        return strength * UNREAL, what
    if plain and what in ("", *DENIED) and rights.asks_of_past(plain) and APPROVING.isdisjoint(plain):
        return strength * UNREAL, what
    return max([(strength, what), *rights.denied(plain)]) if plain else (strength, what)


def _hostile(words: Words) -> tuple[float, str]:
    known = vocabulary(*FILES)
    if not words.call(known, CALLING):
        return 0.0, ""
    found = marks(known, words)
    best = judged(Message(words, found))
    if best[0] < HIT and len(words.words) <= SHORT and _suspicious(found):
        guess(FILES, words)
        if any(words.guesses.values()):
            best = max(best, judged(Message(words, marks(known, words))))
    return best


def _suspicious(found: list[Mark]) -> bool:
    return any(mark.concept in AGAINST or mark.concept in PEOPLE for mark in found)
