"""The words of a message as an English sentence has them: what was taken apart for being unknown is whole again."""

from collections.abc import Sequence
from itertools import accumulate

from parley.core.policy.screening.concepts.classes import is_classed
from parley.core.policy.screening.concepts.marks import Words
from parley.core.policy.screening.concepts.message import SENTENCES
from parley.core.policy.screening.normalise import fold
from parley.core.policy.screening.tokens import WORD

MOST = 1_000  # letters of a text in which sentences are told apart


def sentence(words: Words) -> tuple[Sequence[str], Sequence[int]]:
    """The words, and the places of the first words of the sentences after the first one."""
    whole = _whole(words) if words.guessed else words.words
    text = words.reading.text
    if len(text) > MOST or not SENTENCES.search(text):
        return whole, ()
    counts = [len(WORD.findall(fold(each))) for each in SENTENCES.split(text)]
    return whole, list(accumulate(counts))[:-1] if sum(counts) == len(whole) else ()


def _whole(words: Words) -> tuple[str, ...]:
    found: list[str] = []
    place = 0
    while place < len(words.words):
        word, span = words.words[place], 1
        owned = words.words[place + 1 : place + 2] == ("s",)  # "man's" is no "mans"
        for other, width, _ in () if owned else words.others(place):
            if width > 1 and is_classed(other):
                word, span = other, width
                break
        found.append(word)
        place += span
    return tuple(found)
