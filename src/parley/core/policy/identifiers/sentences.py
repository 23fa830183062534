"""A text as its sentences, each with its words and the names in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from propcache.api import cached_property

from parley.core.policy.identifiers.grammar import normal
from parley.core.policy.identifiers.plain import plain
from parley.core.policy.identifiers.words import Name, Words, letters, names_in, words_of

# A line that goes on ("reply with:", "- card number") ends no sentence.
# A row of marks or spaces is read once and as a whole: what the end of it says, no part of it says otherwise.
END = re.compile(r"(?<![.!?।؟])[.!?।؟]++(?=\s|$)|(?<![:,;\s])(?>\s*\n)(?!\s*+(?:[-•*–▪]|\d{1,2}[.)]))")
LONGEST = 60  # words; a longer sentence is looked at in pieces


@dataclass(frozen=True)
class Sentence:
    """Its plain text, its words as they are compared, and its names, counted from its own first word."""

    text: str
    written: str
    words: Words
    names: tuple[Name, ...]
    asks: bool

    @cached_property
    def normal(self) -> tuple[str, ...]:
        """The words as grammars compare them."""
        return tuple(map(normal, self.words.texts))

    def between(self, first: int, last: int) -> str:
        """The text from the end of one word to the start of another."""
        return self.text[self.words.ends[first] : self.words.starts[last]]


class Part(NamedTuple):
    """A text up to where a sentence ends, not yet taken apart into words."""

    readable: str
    written: str
    asks: bool

    def sentences(self) -> Iterator[Sentence]:
        """The sentence, in pieces if it is long."""
        every = words_of(self.readable)
        every.texts[:] = [text if text.isalpha() else letters(text) for text in every.texts]
        for here in range(0, len(every), LONGEST):
            words = every.part(here, here + LONGEST)
            yield Sentence(self.readable, self.written, words, tuple(names_in(words)), self.asks)


def parts_of(text: str) -> Iterator[Part]:
    """Every sentence in order."""
    readable = plain(text)
    start = 0
    for end in [*END.finditer(readable), None]:
        stop = end.start() if end else len(readable)
        asks = bool(end and ("?" in end.group() or "؟" in end.group()))
        yield Part(readable[start:stop], text[start:stop], asks)
        start = end.end() if end else stop
