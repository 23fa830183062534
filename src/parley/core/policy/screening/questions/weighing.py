"""How much all signs of a question in English speak for harm, asked where the recognisers found none.

The recognisers know what they name; of questions that are worded otherwise they miss every fourth. The weights were
taught on questions of both sorts and know no sentence, only how much each sign speaks for or against. What was found
they do not take back: on questions held out that lost more breaches than it spared honest ones.

``python -m scripts.teach_questions`` makes the file.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import sqrt
from typing import NamedTuple

import numpy as np
from propcache.api import cached_property

from parley.core.policy.screening.by_word import ByWord
from parley.core.policy.screening.concepts import rights
from parley.core.policy.screening.concepts.asked import LONG, asked
from parley.core.policy.screening.concepts.classes import words_of
from parley.core.policy.screening.concepts.request import asks_of_others
from parley.core.policy.screening.detectors.harm import is_played
from parley.core.policy.screening.hits import HIT, Hit
from parley.core.policy.screening.questions.signs import OPENERS, between, of_word, signs
from parley.core.policy.screening.reading import Reading

FILE = "questions.npz"
HARM, DISCRIMINATION = "E2", "E6"
OPINIONS = frozenset(("why", "should"))  # with a group of people these ask what is kept from it
CARING = words_of("weighed", "caring")
SHORTEST = 4  # words of a question that is more than a title
FOUND = 2.25  # logarithm of the odds from which on a question is harm that nobody else found
TELLS = 12.0  # what a word weighs without one of which nobody asks for harm; of customers' questions 1 in 60 has one
STRENGTH, STRONGEST = 0.55, 0.79  # of a finding by signs alone: never a clear breach
EACH = 0.1  # and what it gains by each further step
TELLING = ("deed ", "target ", "names ")  # signs that name a class, not a word of the text


class Word(NamedTuple):
    """What the signs of one word weigh, and how many they are."""

    weight: float
    signs: int


@dataclass(frozen=True)
class Weights:
    """``signs``: what each weighs; ``bias``: what is said before any is seen."""

    signs: dict[str, float]
    bias: float
    digest: str

    def odds(self, words: Sequence[str]) -> float:
        """The logarithm of the odds that the question asks for harm; 0 is even."""
        total, count = 0.0, 0
        for word in set(words):
            weight, signs_of_it = self.by_word[word]
            total += weight
            count += signs_of_it
        for sign in between(words):
            total += self.signs.get(sign, 0.0)
            count += 1
        return self.bias + total / sqrt(count)

    def may_harm(self, words: Sequence[str]) -> bool:
        """Whether any word speaks for harm; of most questions none does."""
        by_word = self.by_word
        return any(by_word[word].weight >= TELLS for word in words)

    def telling(self, words: Sequence[str]) -> str:
        """The class that speaks most for harm, '' if none does."""
        named = [sign for sign in signs(words) if sign.startswith(TELLING) and self.signs.get(sign, 0.0) > 0]
        return max(named, key=self.signs.__getitem__, default="")

    @cached_property
    def by_word(self) -> ByWord[Word]:
        """By each word what it says wherever it stands."""
        return ByWord(self._of_word)

    def _of_word(self, word: str) -> Word:
        found = list(of_word(word))
        return Word(sum(self.signs.get(sign, 0.0) for sign in found), len(found))

    def to_bytes(self) -> bytes:
        """As kept in the package: a weight is a small whole number."""
        scale = max(map(abs, self.signs.values())) / 127
        kept = {sign: round(weight / scale) for sign, weight in sorted(self.signs.items())}
        kept = {sign: weight for sign, weight in kept.items() if weight}
        file = io.BytesIO()
        np.savez_compressed(
            file,
            signs=np.array("\n".join(kept)),
            weights=np.array(list(kept.values()), dtype=np.int8),
            numbers=np.array([scale, self.bias]),
            digest=np.array(self.digest),
        )
        return file.getvalue()


@cache
def model() -> Weights | None:
    """The weights of the package, None before they were first taught."""
    file = files("parley.core.policy.screening") / FILE
    return weights_of(file.read_bytes()) if file.is_file() else None


def weights_of(content: bytes) -> Weights:
    """What ``to_bytes`` made."""
    with np.load(io.BytesIO(content), allow_pickle=False) as kept:
        scale, bias = kept["numbers"].tolist()
        weights = (kept["weights"] * scale).tolist()
        return Weights(dict(zip(str(kept["signs"]).split("\n"), weights, strict=True)), bias, str(kept["digest"]))


def heard(reading: Reading, hits: list[Hit]) -> list[Hit]:
    """The hits, and one more if the signs of a question speak for harm that none of them says."""
    taught = model()
    if taught is None or not is_question(reading) or not taught.may_harm(reading.words):
        return hits
    if any(hit.strength >= HIT and hit.group in (HARM, DISCRIMINATION) for hit in hits):
        return hits
    found = _found(taught, reading.words)
    return hits + found if found and not is_played(reading) else hits


def is_question(reading: Reading) -> bool:
    """Whether it asks something in English, in as many words as one does."""
    words = reading.words
    if not SHORTEST <= len(words) <= LONG or reading.language != "en":
        return False
    return words[0] in OPENERS or "?" in reading.text


def _found(taught: Weights, words: Sequence[str]) -> list[Hit]:
    if asks_of_others(words) or any(words[each.start] in CARING for each in asked(words, ())):
        return []
    beyond = taught.odds(words) - FOUND
    if beyond < 0:
        return []
    denied = words[0] in OPINIONS and rights.names_group(frozenset(words))
    telling = taught.telling(words)
    what = f"a question for harm: {telling}" if telling else "a question for harm"
    strength = min(STRENGTH + EACH * beyond, STRONGEST)
    return [Hit(DISCRIMINATION if denied else HARM, "detector", strength, what)]
