"""A text with the words that are written to hide as they are meant: repeated letters ("caaaard"), digits and signs for
letters ("c4rd", "c@rd"), words cut in two ("ca-rd") or run together ("mycardis4111…").

Read besides the text as it is written, and only where a word is no word as it is written: honest messages have hardly
any.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from parley.core.policy.identifiers.known import is_known, listed, price
from parley.core.policy.identifiers.page import Page
from parley.core.policy.identifiers.plain import UNSEEN
from parley.core.policy.identifiers.rewritten import Rewritten
from parley.core.policy.identifiers.run_together import separated
from parley.core.policy.identifiers.words import LEET, Words, words_of
from parley.core.policy.screening.by_word import ByWord

MOST_ODD = 300  # words that are none as they are written, in one text
SHORTEST = 4  # letters of what is worth hiding
LONGEST = 240
ROW = re.compile(r"([^\W\d_])\1{2,}")
LONG_ROW = re.compile(r"([^\W\d_])\1{3,}")  # a code may have three of one letter itself
SIGNS = str.maketrans("@$!", "asi")
# Between letters; at the end of a word, where "!" is no letter and "R$" a currency; at the beginning of one.
SIGNED = re.compile(
    r"(?<=[^\W_])[@$!]+(?=[^\W_])(?![\w-]+\.[a-z])|(?<=[^\W\d_]{3})[@$!]*[@$](?![\w@$!])|(?<![\w@$!])[@$!]+(?=[^\W\d_])"
)
# Written from the mark on, as marks are few; a picture may be one.
CUT = re.compile(rf"[-._~*|#^<>\\·•\u2010-\u2bff\U0001f000-\U0001faff](?<=[^\W\d_].){UNSEEN}*+(?=[^\W\d_])")

_Places = list[tuple[int, str]]  # words, and which they are of a text


def meant(page: Page) -> Rewritten | None:
    """The text as it is meant, None where that is as it is written."""
    if page.budget < 0 or not (page.with_digit or page.spoken):
        return None
    readable = _with_letters(page.plain)
    words = page.words if readable == page.plain else words_of(readable)
    odd = [(here, text) for here, text in enumerate(words.texts) if _IS_ODD[text]]
    if len(odd) > MOST_ODD:
        return None
    others = dict(_others(readable, words, odd))
    if not others and words is page.words:
        return None
    return _written(readable, words, others)


def _with_letters(readable: str) -> str:
    """Signs that stand for letters as those: as many characters."""
    if "@" not in readable and "$" not in readable and "!" not in readable:
        return readable
    return SIGNED.sub(lambda signs: signs.group().translate(SIGNS), readable)


def _others(readable: str, words: Words, odd: _Places) -> Iterator[tuple[int, tuple[int, tuple[str, ...]]]]:
    """At which word something else is meant: up to which word, and what."""
    until = 0
    pairs = dict(_cut_in_two(readable, words, odd))
    alone = {here: _MEANT[text] for here, text in odd if _MEANT[text]}
    for here in sorted(pairs.keys() | alone.keys()):
        if here >= until:
            until = here + (2 if here in pairs else 1)
            yield here, (until, (pairs[here],) if here in pairs else alone[here])


def _cut_in_two(readable: str, words: Words, odd: _Places) -> Iterator[tuple[int, str]]:
    """Pairs of words that are one. ``odd``: the words that are none as they are written."""
    texts = words.texts
    marked = {bisect_right(words.ends, cut.start()) - 1 for cut in CUT.finditer(readable)}
    spaced = {place for here, text in odd if _UNKNOWN[text] for place in (here - 1, here)}
    for here in sorted(marked | spaced):
        if not 0 <= here < len(texts) - 1:
            continue
        left, right = texts[here], texts[here + 1]
        whole = left + right
        if len(whole) >= SHORTEST and whole.isalpha():
            is_spaced = readable[words.ends[here] : words.starts[here + 1]] == " "
            if _is_whole(whole, left, right) if is_spaced else here in marked and _is_likelier(whole, left, right):
                yield here, whole


def _is_whole(whole: str, left: str, right: str) -> bool:
    """Whether scraps make a word; one scrap and a word ("be ll") make only what names a number or stands beside it."""
    scraps = _UNKNOWN[left] + _UNKNOWN[right]
    return scraps > 0 and (whole in listed() or (scraps > 1 and is_known(whole)))


def _is_likelier(whole: str, left: str, right: str) -> bool:
    """Whether it is likelier one word than two."""
    one, first, second = price(whole), price(left), price(right)
    return one is not None and (first is None or second is None or one < first + second)


def _meant(word: str) -> tuple[str, ...]:
    """What a word means that is none as it is written, () if it is one or nothing is known that it may be."""
    if not SHORTEST <= len(word) <= LONGEST or word.isdigit() or is_known(word):
        return ()
    is_code = not word.isalpha()
    read = word.translate(LEET) if is_code and word.isascii() else word
    if is_code and is_known(read):
        return (read,)
    row = LONG_ROW if is_code else ROW
    if row.search(read if not is_code else word):
        once, twice = row.sub(r"\1", word), row.sub(r"\1\1", word)
        word = twice if is_known(twice) and not is_known(once) else once
        return separated(word) or (word,)
    return separated(word)


def _is_unknown(word: str) -> bool:
    return word.isalpha() and not is_known(word)


_MEANT, _UNKNOWN = ByWord(_meant), ByWord(_is_unknown)
_IS_ODD = ByWord(lambda word: not (word.isdigit() or is_known(word)))


def _written(readable: str, words: Words, others: dict[int, tuple[int, tuple[str, ...]]]) -> Rewritten:
    made = Rewritten()
    before = done = 0
    for here, (until, pieces) in sorted((_read_otherwise(words) | others).items()):
        if here < done:
            continue
        start, end = words.starts[here], words.ends[until - 1]
        made.add(readable[before:start], range(before, start), range(before + 1, start + 1))
        _add(made, readable, start, end, pieces)
        before, done = end, until
    made.add(readable[before:], range(before, len(readable)), range(before + 1, len(readable) + 1))
    return made


def _read_otherwise(words: Words) -> dict[int, tuple[int, tuple[str, ...]]]:
    """The words that are not written letter by letter as they are read; all others stay with what is between them."""
    every = zip(words.texts, words.starts, words.ends, strict=True)
    return {here: (here + 1, (text,)) for here, (text, start, end) in enumerate(every) if end - start != len(text)}


def _add(made: Rewritten, readable: str, start: int, end: int, pieces: tuple[str, ...]) -> None:
    """The pieces with spaces between; where they are other characters, each stands for all that was there."""
    places = [place for place in range(start, end) if readable[place] != UNSEEN]
    is_same = sum(map(len, pieces)) == len(places)
    taken = 0
    for count, piece in enumerate(pieces):
        if count:
            made.add(" ", [made.ends[-1]], [made.ends[-1]])
        here = places[taken : taken + len(piece)] if is_same else []
        made.add(piece, here or [start] * len(piece), [place + 1 for place in here] or [end] * len(piece))
        taken += len(piece)
