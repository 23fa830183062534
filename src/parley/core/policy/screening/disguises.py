"""Disguises that a whole text is written in: signs or digits for letters, and a mark inside of every longer word.

One word may be written so by chance ("B2B", "e-mail"). Where several are words that we know once it is undone, the
writer hides, and then the words that nobody knows are meant in the same way.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from statistics import mode

from parley.core.policy.parts import WHOLE
from parley.core.policy.screening.known_words import cost
from parley.core.policy.screening.named_words import is_word, rarity
from parley.core.policy.screening.normalise import LONGEST_WORD, fold
from parley.core.policy.screening.tokens import AS_I, AS_L, PRICE

LATIN = "A-Za-z\u00c0-\u024f"
MASKED = re.compile(rf"[@$!|0134578](?=[{LATIN}])|(?<=[{LATIN}])[@$|0134578]")  # few texts have any
CHUNK = re.compile(rf"(?<![\w@$!|/=&#%])[{LATIN}0-9@$!|]+(?![\w/=&#%])")
LETTER, MASK, SIGN = re.compile(rf"[{LATIN}]"), re.compile(r"[@$!|0134578]"), re.compile(r"[@$!|]")
INSIDE = re.compile("[a-z][@$!|0134578]+[a-z]")
AT_END = re.compile("(?<![a-z])[a-z]+[01345]")  # "covid19" and "100mg" are written so by others too
BANG, GOES_ON = re.compile(r"[\w@$|]!+[\w@$|]"), re.compile(" [a-z]")
WRITTEN, ADDRESS = re.compile(r"\S+"), re.compile(r"://|www\.|\w@\w+[.-]\w", re.IGNORECASE)
FEWEST, SURE = 2, 2  # so many words show it; one with signs inside of it is as good as so many
SHORTEST, STRANGE, SHORTEST_HALF = 4, 5, 3  # letters of a word that shows it, and of one that nobody knows
# What an exclamation mark at the end is, beside the costs of words: a letter rather where others are letters.
LETTER_AT_END, MARK_AT_END = -30, 10
UNHEARD = 200  # what a word that nobody knows counts for
# Marks of letters themselves, such as the vowels of Hindi, are none.
MARK = "[^\\w\\s,;:?()\"'\u2019&=<>%@$!|+*\u0300-\u1fff\u200b-\u200f]"
MIDDLE = re.compile(rf"(?<=[^\W_]){MARK}{{1,2}}(?=[^\W\d_])")
MARKED = re.compile(rf"(?<![^\W_])[^\W\d_][^\W_]*(?:{MARK}{{1,2}}[^\W\d_][^\W_]*)+")
LONG = re.compile(rf"[^\W_]{{{SHORTEST},}}")
OF_ADDRESSES = frozenset("./")
FEWEST_MARKED = 3


def undisguised(text: str) -> str:
    """The text as it is meant, if it is written so throughout."""
    if len(text) > WHOLE:
        return text
    if MASKED.search(text):
        text = _unmasked(text)
    if MIDDLE.search(text):
        text = _unmarked(text)
    return text


def _unmasked(text: str) -> str:
    """With letters where signs and digits stand for them."""
    chunks = [*_masked(text)]
    if sum(map(_shows, {fold(chunk) for _, chunk in chunks})) < FEWEST:
        return text
    bangs = any(BANG.search(chunk) and not _is_two(fold(chunk)) for _, chunk in chunks)
    made, place = [], 0
    for start, chunk in chunks:
        end = start + len(chunk)
        made += [text[place:start], _meant(fold(chunk), bangs or GOES_ON.match(text, end) is not None)]
        place = end
    return "".join(made) + text[place:]


def _masked(text: str) -> Iterator[tuple[int, str]]:
    """What may be a word with other signs in it, and where; addresses and prices are none."""
    for written in WRITTEN.finditer(text):
        if len(written[0]) <= LONGEST_WORD and MASK.search(written[0]) and not ADDRESS.search(written[0]):
            for found in CHUNK.finditer(written[0]):
                if LETTER.search(found[0]) and MASK.search(found[0]) and not PRICE.search(found[0]):
                    yield written.start() + found.start(), found[0]


@lru_cache(maxsize=5_000)
def _shows(chunk: str) -> int:
    """How many words it counts for: it is one that we know, or a long one, once letters stand for what is in it."""
    bare = chunk.rstrip("!")
    if len(bare) < SHORTEST or not MASK.search(bare) or _is_two(bare):
        return 0
    letters, inside, signs = sum(map(str.isalpha, bare)), INSIDE.search(bare), len(SIGN.findall(bare))
    known = _known(bare)
    if not inside and not signs:
        return 1 if AT_END.fullmatch(bare) and cost(known) is not None else 0
    if not known and (inside is None or letters < max(STRANGE, 2 * (len(bare) - letters))):
        return 0
    return SURE if signs >= SURE or (inside and SIGN.search(inside[0])) else 1


def _is_two(chunk: str) -> bool:
    """Whether an exclamation mark ends a word inside of it: "sale!now"."""
    left, _, right = chunk.partition("!")
    if not (left.isalpha() and right.isalpha() and min(len(left), len(right)) >= SHORTEST_HALF):
        return False
    return is_word(left) and is_word(right) and not is_word(f"{left}i{right}")


def _known(chunk: str) -> str:
    """The word that it is if letters stand for the signs, "" if nobody knows it."""
    ways = chunk.translate(AS_I), chunk.translate(AS_L)
    return next((way for way in ways if way.isalpha() and is_word(way)), "")


@lru_cache(maxsize=5_000)
def _meant(chunk: str, goes_on: bool) -> str:
    """What is meant by it. ``goes_on``: an exclamation mark at its end is rather a letter."""
    bare = chunk.rstrip("!")
    if _is_two(bare):
        return chunk
    known, whole = _known(bare), _known(chunk) if chunk != bare else ""
    if whole and _price(whole) + (LETTER_AT_END if goes_on else MARK_AT_END) < _price(known):
        return whole
    if known:
        return known + chunk[len(bare) :]
    if sum(map(str.isdigit, bare)) > sum(map(str.isalpha, bare)):
        return chunk
    return chunk.translate(AS_I) if goes_on else bare.translate(AS_I) + chunk[len(bare) :]


def _price(word: str) -> int:
    return (rarity(word) or UNHEARD) if word else UNHEARD


def _unmarked(text: str) -> str:
    """Without the mark inside of words."""
    marked = MARKED.findall(text)
    if len(marked) < FEWEST_MARKED:
        return text
    mark = mode(MIDDLE.findall(text))
    cut = {word: tuple(map(fold, word.split(mark))) for word in marked if mark in word}
    known = {word for word, pieces in cut.items() if _is_one(pieces)}
    strange = {word for word in cut.keys() - known if mark not in OF_ADDRESSES and not all(map(is_word, cut[word]))}
    if len(known | strange) < FEWEST_MARKED or 2 * len(known | strange) < len(LONG.findall(text.replace(mark, ""))):
        return text
    whole = known if mark in OF_ADDRESSES else cut.keys()
    return MARKED.sub(lambda word: word[0].replace(mark, "") if word[0] in whole else word[0], text)


@lru_cache(maxsize=5_000)
def _is_one(pieces: tuple[str, ...]) -> bool:
    """Whether the pieces are one word that we know, and not all of them words of their own."""
    return is_word("".join(pieces)) and not all(len(piece) >= SHORTEST and is_word(piece) for piece in pieces)
