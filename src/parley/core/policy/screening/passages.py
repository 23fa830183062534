"""The sentences of a text that may say something by themselves: honest talk around an offer must not outweigh it, nor
another language hide it.

Only those are read again in which a word calls a list or a recogniser, in any language: of ordinary talk one in five.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from parley.core.policy.screening.calling import Others
from parley.core.policy.screening.chopped import is_chopped
from parley.core.policy.screening.known_words import small_words_of
from parley.core.policy.screening.normalise import fold, spaced
from parley.core.policy.screening.reading import Reading
from parley.core.policy.screening.recognising import calls_any
from parley.core.policy.screening.tokens import WORD, tokens

# Where a sentence ends, also within a line; a line by itself is one, and so are two words of another script.
LATIN, OTHER = "[a-zA-Z\u00c0-\u024f]", "[\u0600-\u06ff\u0900-\u097f]"
END = re.compile(
    r"(?<=[.!?।؟;…])\s++|(?<!\s)[^\S\n]*+\n\s*+"
    rf"|(?<={LATIN})\s++(?={OTHER}{{2,20}}+\s{OTHER})|(?<={OTHER})\s++(?={LATIN}{{2,20}}+\s{LATIN})"
)
FEWEST = 8  # characters, below which a sentence goes with the one before it
LONGEST = 160  # characters, above which a sentence is cut
MOST = 24  # that are read of one text: where more may say something, several of those are read together
HINDI = "hi-Latn"  # Hindi in Latin letters is known by its small words, as its others have many spellings


def passages(text: str) -> tuple[str, ...]:
    """The sentences of the text, in order; () where it is but one."""
    found: list[str] = []
    for piece in (each for sentence in END.split(text) for each in _cut(sentence)):
        if found and (len(piece) < FEWEST or len(found[-1]) < FEWEST):
            found[-1] = f"{found[-1]} {piece}"
        elif piece:
            found.append(piece)
    return tuple(found) if len(found) > 1 else ()


def worth_reading(text: str, reading: Reading) -> Iterator[str]:
    """Those of its passages that may say something, also each two in a row: "they" are who was named before.

    Where words are written to hide, those with such words too. What says nothing is left out, and so outweighs nothing.
    """
    parts = passages(text)
    words = {part: WORD.findall(fold.__wrapped__(part)) for part in dict.fromkeys(parts)}
    is_plain = [word for part in parts for word in words[part]] == [*reading.words]
    telling = [*(_telling(parts, words, reading.others) if is_plain else _hiding(parts, words, reading.words))]
    if len(telling) > MOST:
        yield from _together([parts[here] for here in telling])
        return
    for here in telling:
        yield parts[here]
        if here - 1 in telling and len(parts) > 2:
            yield f"{parts[here - 1]} {parts[here]}"


def _telling(parts: Sequence[str], words: Mapping[str, list[str]], others: Others) -> Iterator[int]:
    """Which of the passages have a word that calls somebody."""
    silent: set[str] = set()  # a sentence that is said again is looked at once
    first = 0
    for here, part in enumerate(parts):
        said = words[part]
        meant = _within(others, first, first + len(said))
        first += len(said)
        if meant or part not in silent:
            if _speaks(said, meant):
                yield here
            else:
                silent.add(part)


def _speaks(said: list[str], meant: Others) -> bool:
    """Whether the words of a passage call somebody, may by their sound, or are in pieces."""
    return calls_any(said, meant) or _is_hindi(said) or is_chopped(said)


def _hiding(parts: Sequence[str], words: Mapping[str, list[str]], read_as: Sequence[str]) -> Iterator[int]:
    """Which of the passages call somebody, or have a word that is read otherwise than written or may be."""
    as_written = frozenset(read_as)
    silent: set[str] = set()
    for here, part in enumerate(parts):
        if part not in silent:
            said = words[part]
            if not as_written.issuperset(said) or _speaks(said, {}) or _may_hide(part):
                yield here
            else:
                silent.add(part)


def _may_hide(part: str) -> bool:
    """Whether letters of it stand apart, or signs and digits may stand for some."""
    found = tokens(fold.__wrapped__(spaced(part)))
    return bool(found.others or found.runs or found.signed)


def _together(parts: Sequence[str]) -> list[str]:
    """The passages, several as one."""
    fewest = sum(map(len, parts)) // MOST
    made: list[str] = []
    for part in parts:
        if made and len(made[-1]) < fewest:
            made[-1] = f"{made[-1]} {part}"
        else:
            made.append(part)
    return made


def _cut(sentence: str) -> Iterator[str]:
    while len(sentence) > LONGEST:
        space = sentence.rfind(" ", LONGEST // 2, LONGEST)
        end = space if space > 0 else LONGEST
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
