"""The sentences of a text that may say something by themselves: honest talk around an offer must not outweigh it, nor
another language hide it.

Only those are read again in which a word calls a list or a recogniser, in any language: of ordinary talk one in four.
"""

import re
from collections.abc import Iterator
from functools import cache

from parley.core.policy.screening.calling import Others
from parley.core.policy.screening.known_words import small_words_of
from parley.core.policy.screening.normalise import fold
from parley.core.policy.screening.reading import Reading
from parley.core.policy.screening.recognising import calls_any
from parley.core.policy.screening.tokens import WORD

# Where a sentence ends, also within a line; a line by itself is one, and so are two words of another script.
LATIN, OTHER = "[a-zA-Z\u00c0-\u024f]", "[\u0600-\u06ff\u0900-\u097f]"
END = re.compile(
    r"(?<=[.!?।؟;…])\s++|(?<!\s)[^\S\n]*+\n\s*+"
    rf"|(?<={LATIN})\s++(?={OTHER}{{2,20}}+\s{OTHER})|(?<={OTHER})\s++(?={LATIN}{{2,20}}+\s{LATIN})"
)
FEWEST = 8  # characters, below which a sentence goes with the one before it
LONGEST = 160  # characters, above which a sentence is cut
MOST = 24  # of one text: of longer ones, passages are longer
HINDI = "hi-Latn"  # Hindi in Latin letters is known by its small words, as its others have many spellings


def passages(text: str) -> tuple[str, ...]:
    """The sentences of the text, in order; () where it is but one."""
    if len(text) < 2 * FEWEST:
        return ()
    longest = max(LONGEST, len(text) // MOST)
    found: list[str] = []
    for sentence in END.split(text):
        for piece in _cut(sentence, longest):
            if found and (len(piece) < FEWEST or len(found[-1]) < FEWEST or len(found) >= MOST):
                found[-1] = f"{found[-1]} {piece}"
            elif piece:
                found.append(piece)
    return tuple(found) if len(found) > 1 else ()


def worth_reading(text: str, reading: Reading) -> Iterator[str]:
    """Those of its passages that may say something, also each two in a row: "they" are who was named before.

    All of them, where the words are written to hide.
    """
    parts = passages(text)
    words = {part: WORD.findall(fold.__wrapped__(part)) for part in dict.fromkeys(parts)}
    is_plain = [word for part in parts for word in words[part]] == [*reading.words]
    silent: set[str] = set()  # a sentence that is said again is looked at once
    before, first = "", 0
    for part in parts:
        said = words[part]
        others = _within(reading.others, first, first + len(said))
        first += len(said)
        if is_plain and not others and part in silent:
            before = ""
        elif is_plain and not calls_any(said, others) and not _is_hindi(said):
            before = ""
            silent.add(part)
        else:
            yield part
            if before and len(parts) > 2:
                yield f"{before} {part}"
            before = part


def _cut(sentence: str, longest: int) -> Iterator[str]:
    while len(sentence) > longest:
        space = sentence.rfind(" ", longest // 2, longest)
        end = space if space > 0 else longest
        yield sentence[:end]
        sentence = sentence[end:].lstrip()
    yield sentence


def _within(others: Others, first: int, stop: int) -> Others:
    """What is meant otherwise by the words from one to another, counted from the first."""
    return {place - first: others[place] for place in range(first, stop) if place in others} if others else others


def _is_hindi(words: list[str]) -> bool:
    hindi, english = _small_words()
    return sum(map(hindi.__contains__, words)) > sum(map(english.__contains__, words))


@cache
def _small_words() -> tuple[frozenset[str], frozenset[str]]:
    hindi, english = small_words_of(HINDI), small_words_of("en")
    return hindi - english, english
