"""E6, hate: a group of people and what is said against it, unless that is denied, objected to or said of oneself."""

from parley.core.policy.screening.concepts.hostility import AGAINST, PEOPLE, judged
from parley.core.policy.screening.concepts.marks import Mark, Words, marks
from parley.core.policy.screening.concepts.message import Message
from parley.core.policy.screening.concepts.misspelt import guess
from parley.core.policy.screening.concepts.vocabulary import vocabulary
from parley.core.policy.screening.hits import HIT, Hit
from parley.core.policy.screening.reading import Reading

GROUP = "E6"
FILES = ("groups", "hostility", "frames", "negation")
SHORT = 40  # words of a message whose misspelt words are guessed
FAINTEST = 0.1


def find(reading: Reading) -> list[Hit]:
    """One hit if the text is hateful, as strong as that is sure."""
    words, known = Words(reading), vocabulary(*FILES)
    found = marks(known, words)
    strength, what = judged(Message(reading, found))
    if strength < HIT and len(words.words) <= SHORT and _suspicious(found):
        guess(FILES, words)
        if words.guesses:
            strength, what = max((strength, what), judged(Message(reading, marks(known, words))))
    return [Hit(GROUP, "detector", strength, what)] if strength >= FAINTEST else []


def _suspicious(found: list[Mark]) -> bool:
    return any(mark.concept in AGAINST or mark.concept in PEOPLE for mark in found)
