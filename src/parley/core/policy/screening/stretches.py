"""B8 among honest talk: the stretches of a text that sound most like a lure are judged by themselves too.

A lure is often said in several sentences, so a stretch is any row of neighbouring ones. How its words sound is told by
what each weighs, which is remembered. Only those that come near a lure are looked at, and of these few are read.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import numpy as np

from parley.core.policy.screening import lures
from parley.core.policy.screening.detectors import deceptive
from parley.core.policy.screening.features import LONGEST_KNOWN, MOST_KNOWN, features
from parley.core.policy.screening.hits import Hit
from parley.core.policy.screening.linear import USUAL, Model, share
from parley.core.policy.screening.normalise import fold
from parley.core.policy.screening.passages import MOST as AS_READ
from parley.core.policy.screening.passages import Parted, together
from parley.core.policy.screening.reading import Reading, read, talks
from parley.core.policy.screening.shapes import shapes
from parley.core.policy.screening.tokens import WORD

MOST = 48  # passages that are told apart; of a text that is written to hide so many as are read anyway
LONGEST = 12  # passages of a stretch
TRIED = 3  # stretches that are looked at of one text
# Odds below which a stretch is left alone: of its words by themselves, and of words, pairs and shapes.
NEAR, NEARER = -5.5, -3.0
# A text has many stretches, so one must be surer of a lure than a text; one of few words surer still.
FEW, SURER_OF_FEW, SURER = 12, 2.0, 1.5
WARNING = frozenset({"warning"})


Weight = tuple[int, int, int]  # of words: what they weigh, how many pieces they have and what these weigh


class Stretches:
    """The stretches of texts as a model of lures hears them."""

    def __init__(self, taught: Model) -> None:
        self._taught = taught
        self._known: dict[str, Weight] = {}
        scale, bias, slope, middle = (each.item(0) for each in (taught.scale, taught.bias, taught.slope, taught.middle))
        self._least = (NEAR / slope + middle - bias) / scale

    def find(self, text: Parted, reading: Reading) -> list[Hit]:
        """What they say of deception."""
        hits: list[Hit] = []
        for near in self._near(text) if text.parts else ():
            stretch = read(near)
            if not talks(stretch):
                continue
            warned = deceptive.cues(reading) & WARNING  # who warns of a lure repeats it
            cues = deceptive.cues(stretch) | warned
            odds = float(self._taught.odds(lures.numbered(stretch, cues))[0])
            hits += deceptive.judged(cues, odds - (SURER if len(stretch.words) >= FEW else SURER_OF_FEW))
        return hits

    def _near(self, text: Parted) -> Iterator[str]:
        """Those that are worth reading."""
        most = MOST if text.is_plain else AS_READ
        parts = text.parts if len(text.parts) <= most else together(text.parts, most)
        said = [_words(part, text) for part in parts]
        for _, start, stop in sorted(self._sounding(said), reverse=True)[:TRIED]:
            stretch = " ".join(parts[start:stop])
            words = [word for part in said[start:stop] for word in part]
            if float(self._taught.odds((*features(words), shapes(stretch)))[0]) >= NEARER:
                yield stretch

    def _sounding(self, said: Sequence[Sequence[str]]) -> Iterator[tuple[float, int, int]]:
        """How much the words of each near stretch speak for a lure, where it begins and ends."""
        weights = [(len(words), *self._weight(words)) for words in said]
        count = len(said)
        for start in range(count):
            words = weight = pieces = of_pieces = 0
            for stop, (more, weighs, more_pieces, pieces_weigh) in enumerate(
                weights[start : start + LONGEST], start + 1
            ):
                words += more
                weight += weighs
                pieces += more_pieces
                of_pieces += pieces_weigh
                total = weight * _share_of_words(words) + of_pieces * _share_of_pieces(pieces)
                if total >= self._least and stop - start < count:  # the whole text is no stretch
                    yield total, start, stop

    def _weight(self, words: Sequence[str]) -> Weight:
        known = self._known
        weight = pieces = of_pieces = 0
        for word in words:
            word_weighs, more, pieces_weigh = known.get(word) or self._met(word)
            weight += word_weighs
            pieces += more
            of_pieces += pieces_weigh
        return weight, pieces, of_pieces

    def _met(self, word: str) -> Weight:
        if len(self._known) > MOST_KNOWN:
            self._known.clear()
        whole, pieces = features([word])
        weights = self._taught.weights
        of_pieces = int(np.add.reduce(weights.take(pieces), dtype=np.int32))
        weight = weights.item(whole.item(0)), len(pieces), of_pieces
        if len(word) < LONGEST_KNOWN:
            self._known[word] = weight
        return weight


@lru_cache(maxsize=2_000)
def _share_of_words(words: int) -> float:
    return share(2 * words, USUAL[0])  # each has about one neighbour


@lru_cache(maxsize=2_000)
def _share_of_pieces(pieces: int) -> float:
    return share(pieces, USUAL[1])


@cache
def of_package() -> Stretches | None:
    """By the model of the package, None before it was first taught."""
    taught = lures.model()
    return None if taught is None else Stretches(taught)


def find(text: Parted, reading: Reading) -> list[Hit]:
    """What the stretches of the text say of deception."""
    by = of_package()
    return [] if by is None else by.find(text, reading)


def _words(part: str, text: Parted) -> Sequence[str]:
    if part in text.hiding:
        return read(part).words  # as they are meant
    return text.words.get(part) or WORD.findall(fold.__wrapped__(part))
