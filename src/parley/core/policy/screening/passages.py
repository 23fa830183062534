"""The sentences of a text that may say something by themselves: honest talk around an offer must not outweigh it, nor
another language hide it.

Only those are read again in which a word calls a list or a recogniser, in any language: of ordinary talk one in five.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from parley.core.policy.screening.calling import Others
from parley.core.policy.screening.chopped import is_chopped
from parley.core.policy.screening.known_words import small_words_of
from parley.core.policy.screening.normalise import fold, spaced
from parley.core.policy.screening.reading import Reading, read
from parley.core.policy.screening.recognising import asks_any, calls_any
from parley.core.policy.screening.tokens import WORD, Tokens, tokens

# Where a sentence ends, also within a line; a line by itself is one, and so are two words of another script.
LATIN, OTHER = "[a-zA-Z\u00c0-\u024f]", "[\u0600-\u06ff\u0900-\u097f]"
END = re.compile(
    r"(?<=[.!?।؟;…])\s++|(?<!\s)[^\S\n]*+\n\s*+"
    rf"|(?<={LATIN})\s++(?={OTHER}{{2,20}}+\s{OTHER})|(?<={OTHER})\s++(?={LATIN}{{2,20}}+\s{LATIN})"
)
FEWEST = 8  # characters, below which a sentence goes with the one before it
SCRAP = 24  # characters of what a sign may have cut off that stood for a letter
LONGEST = 160  # characters, above which a sentence is cut
MOST = 12  # that are read of one text: where more may say something, several of those are read together
CLOSELY = 4  # of the first and of the last in which something hides, that are read as they are meant
PAIRED = 6  # of which also each two in a row are read; where more say something, the whole of it does
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


class Parted(NamedTuple):
    """A text as its passages, () where it is but one, and the words of each as they are written.

    ``is_plain``: they are the words of the whole text as it is read; else ``hiding`` are those of which that is not so.
    """

    parts: tuple[str, ...]
    words: Mapping[str, list[str]]
    is_plain: bool
    hiding: frozenset[str]


def parted(text: str, reading: Reading) -> Parted:
    """The text by its passages."""
    parts = passages(text)
    words = {part: WORD.findall(fold.__wrapped__(part)) for part in dict.fromkeys(parts)}
    if [word for part in parts for word in words[part]] == [*reading.words]:
        return Parted(parts, words, True, frozenset())
    read_as = frozenset(reading.words)
    hiding = frozenset(part for part in words if not read_as.issuperset(words[part]) or _may_hide(part))
    return Parted(parts, words, False, hiding)


def worth_reading(found: Parted, others: Others) -> Iterator[str]:
    """Those of the passages that may say something, also each two in a row: "they" are who was named before.

    Those that hide words do. What says nothing is left out, and so outweighs nothing. ``others``: how the words of the
    text may be meant otherwise.
    """
    parts = found.parts
    telling = [*_telling(found, others if found.is_plain else {})]
    if len(telling) > MOST:
        yield from together([parts[here] for here in telling], MOST)
        return
    for here in telling:
        yield parts[here]
        if here - 1 in telling and len(parts) > 2 and len(telling) <= PAIRED:
            yield f"{parts[here - 1]} {parts[here]}"


def _telling(found: Parted, others: Others) -> Iterator[int]:
    """Which of the passages hide something or have a word that calls somebody."""
    silent: set[str] = set()  # a sentence that is said again is looked at once
    hiding = [part for part in found.words if part in found.hiding]
    closely = {*hiding[:CLOSELY], *hiding[-CLOSELY:]}
    first = 0
    for here, part in enumerate(found.parts):
        said = found.words[part]
        meant = _within(others, first, first + len(said))
        first += len(said)
        if meant or part not in silent:
            if _hides(part, part in closely) if part in found.hiding else _speaks(said, meant):
                yield here
            else:
                silent.add(part)


def _hides(part: str, closely: bool) -> bool:
    """Whether what hides in a passage says anything: most codes and prices do not. A scrap may be part of what does.

    ``closely``: also what words are meant for that are misspelt, cut or run together.
    """
    if len(part) < SCRAP:
        return True
    if not closely:
        found = _tokens(part)
        return calls_any(found.words, found.others)
    reading = read(part)
    return asks_any(reading) or _is_hindi(reading.words)


def _speaks(said: list[str], meant: Others) -> bool:
    """Whether the words of a passage call somebody, may by their sound, or are in pieces."""
    return calls_any(said, meant) or _is_hindi(said) or is_chopped(said)


def _may_hide(part: str) -> bool:
    """Whether letters of it stand apart, or signs and digits may stand for some."""
    found = _tokens(part)
    return bool(found.others or found.runs or found.signed)


def _tokens(part: str) -> Tokens:
    return tokens(fold.__wrapped__(spaced(part)))


def together(parts: Sequence[str], most: int) -> list[str]:
    """The passages, several as one where they are more than so many."""
    fewest = sum(map(len, parts)) // most if len(parts) > most else 0
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


def _is_hindi(words: Sequence[str]) -> bool:
    hindi, english = _small_words()
    return sum(map(hindi.__contains__, words)) > sum(map(english.__contains__, words))


@cache
def _small_words() -> tuple[frozenset[str], frozenset[str]]:
    hindi, english = small_words_of(HINDI), small_words_of("en")
    return hindi - english, english
