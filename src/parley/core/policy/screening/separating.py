"""Spaces that are missing throughout a text, or in a word of it: the likeliest words of a row of letters."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import compress

from parley.core.policy.screening.hidden_words import may_begin_misspelt
from parley.core.policy.screening.medicines import TAIL, may_end
from parley.core.policy.screening.named_words import OPENING, is_unheard, is_word, rarity
from parley.core.policy.screening.piece_prices import NO_SPACE, PRICES, SURE, names_goods, piece_price
from parley.core.policy.screening.segmenting import LONGEST, Edge, Prices, cheapest, languages_of
from parley.core.policy.screening.short_words import SHORT, languages_with
from parley.core.policy.screening.spoken_arabic import may_begin
from parley.core.policy.screening.tokens import CLITICS

# In tenths of a decimal logarithm, as the costs of words are.
UNKNOWN, LETTER, DIGITS = 20, 12, 25
RUN, LONG = 4, 8  # words without spaces, and letters of the longest row, from which on a text is one of such
LOOKED = 300  # letters of its beginning that show it
NEVER_SEEN, EACH = 30, 16  # a piece of a row of letters that is no word, and each of its letters
# Letters and digits of a word that may be several, where all are known, and of one that must be; of other alphabets.
MAYBE, MUST, MAYBE_ELSEWHERE, MUST_ELSEWHERE = 13, 16, 7, 11
# Of one that may be several where the lists name one of them.
HIDING, HIDING_ELSEWHERE, SHORTEST_HIDDEN = 7, 5, 3
SHORTEST_FREE = 5  # of one that may be several where the text is written without spaces
ELIDED, ELISION = frozenset(("d", "l", "n", "j", "m", "t", "s", "c", "qu")), 14
# Long words are made with these, and they begin or end like words of the lists ("acontecimien-tos").
MADE_WITH = (
    *("mente", "mento", "mentos", "miento", "mientos", "cion", "ciones", "sion", "siones", "coes", "soes", "idad"),
    *("idade", "idades", "encia", "encias", "ancia", "ancias", "amos", "emos", "imos", "ando", "avamos", "ariam"),
    *("eriam", "iriam", "aremos", "eremos", "iremos", "ismo", "ista", "istas", "avel", "aveis", "ivel", "iveis"),
    *("ement", "ements", "issement", "issements", "ation", "ations", "ateur", "ateurs", "isme", "iste", "ique"),
    "iques",
)
LONGEST_MADE = 18
ONLY_ENDS = frozenset(("ico", "tos", "ron", "dos", "ara", "uci", "arm"))  # listed, and the end of many other words
UNITS = ("g", "mg", "kg", "ml", "cl", "l", "mm", "cm", "oz", "lb", "x", "rd", "ga", "pcs", "gr")
PIECE = re.compile("(?:[^\\W\\d]|[\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963])+|\\d+")


def is_run(words: Sequence[str], strange: Sequence[bool]) -> bool:
    """Whether the text is written without spaces: most of its first letters are in strange words that are several."""
    if max(map(len, compress(words, strange)), default=0) < LONG:
        return False
    looked, within, count = 0, 0, 0
    for word, odd in zip(words, strange, strict=True):
        several = separated(word, freely=True) if odd else None
        looked += len(word)
        within += len(word) if several else 0
        count += len(several or ())
        if looked > LOOKED:
            break
    return within * 2 > looked and count >= RUN


def separated(word: str, *, freely: bool = False) -> list[str] | None:
    """The likeliest words of a row of letters and digits that is long for one; None where it is likelier one.

    ``freely``: the text is written without spaces, so that a shorter row may be several words too.
    """
    hiding, maybe, most = (
        (HIDING, MAYBE, MUST) if word.isascii() else (HIDING_ELSEWHERE, MAYBE_ELSEWHERE, MUST_ELSEWHERE)
    )
    if len(word) < (SHORTEST_FREE if freely else hiding) or is_derived(word):
        return None
    words = pieces(word)
    if len(words) == 1:
        return None
    if freely and any(len(each) > SHORT and is_seen(each) for each in words):
        return words
    if len(word) < maybe:
        return words if _hide(words) and _is_likelier(words) else None
    return words if len(word) >= most or all(map(is_seen, words)) or _most_known(words) else None


def price(words: Sequence[str]) -> int:
    """What words cost that were run together: of two ways to read them, the cheaper is likelier."""
    return sum((DIGITS if each.isdigit() else _paid(each)) + NO_SPACE for each in words)


def _paid(word: str) -> int:
    known = piece_price(word)
    return NEVER_SEEN + EACH * len(word) if known is None else known


def is_derived(word: str) -> bool:
    """Whether it ends as one long word does, and is no longer than one."""
    return word.endswith(MADE_WITH) and len(word) <= LONGEST_MADE


@lru_cache(maxsize=5_000)
def pieces(word: str) -> list[str]:
    """Its numbers, with their units, and its likeliest words."""
    words: list[str] = []
    for piece in PIECE.findall(word):
        rest = piece
        if words and words[-1].isdigit():
            unit = max(
                (u for u in UNITS if piece.startswith(u) and (piece == u or is_seen(piece[len(u) :]))),
                key=len,
                default="",
            )
            words += [unit] if unit else []
            rest = piece[len(unit) :]
        words += [rest] if rest.isdigit() else _cut(rest) if rest else []
    return words


def is_seen(piece: str) -> bool:
    """Whether it is a number, or a word by any measure."""
    return piece.isdigit() or rarity(piece) is not None or is_word(piece)


def _hide(words: Sequence[str]) -> bool:
    """Whether whole words, and no mere endings of one, hold what the lists name."""
    long = [each for each in words if len(each) > SHORT or each.isdigit() or names_goods(each)]
    ends = _is_ending(words[0]) or _is_ending(words[-1])
    if ends or sum(map(len, long)) * 3 < sum(map(len, words)) * 2 or not hides(words):
        return False
    return all(is_seen(each) if len(each) >= SHORT else languages_with(each) or each in UNITS or each.isdigit()
               for each in words if each.isascii())  # fmt: skip


def _is_ending(word: str) -> bool:
    """Too short to be one of the words that were run together, or a small word that others end in."""
    if not word.isascii() or word.isdigit() or word in UNITS:
        return False
    return len(word) < SHORT or (len(word) == SHORT and languages_with(word) > 0)


def _is_likelier(words: Sequence[str]) -> bool:
    """Whether they are likelier than a word that nobody knows."""
    price = sum(NO_SPACE if each.isdigit() else _paid(each) + NO_SPACE for each in words)
    return price < UNKNOWN + LETTER * sum(map(len, words))


def _most_known(words: Sequence[str]) -> bool:
    """Whether the lists name one, and most letters are of words."""
    known = sum(len(each) for each in words if is_seen(each))
    return known * 2 >= sum(map(len, words)) and any(len(each) > SHORT for each in words) and hides(words)


def hides(words: Sequence[str]) -> bool:
    """Whether one of the words that were run together is what the lists name."""
    hidden = words[:-1] if words[-1] in ONLY_ENDS else words
    return any(len(each) >= SHORTEST_HIDDEN and names_goods(each) for each in hidden)


@lru_cache(maxsize=5_000)
def _cut(letters: str) -> list[str]:
    edges = _edges(letters)
    start, prices = _elided(letters)
    if prices:
        edges[-1].append((start, prices))
    return cheapest(letters, edges)


def _edges(letters: str) -> list[list[Edge]]:
    """The words that end after each letter. Of most letters it is soon told that no word begins so."""
    strange = [_begins_none(letters[at : at + OPENING]) for at in range(len(letters))]
    return [[], *(_that_end(letters, end, strange) for end in range(1, len(letters) + 1))]


def _begins_none(opening: str) -> bool:
    if not is_unheard(opening) or CLITICS.match(opening):
        return False
    return not (may_begin_misspelt(opening) if opening.isascii() else may_begin(opening))


def _that_end(letters: str, end: int, strange: Sequence[bool]) -> list[Edge]:
    longest = min(end, LONGEST)
    may_be_medicine = longest > SURE and may_end(letters[end - TAIL : end])
    known = SURE if may_be_medicine else LONGEST  # the longest that only its beginning tells of
    found = []
    for size in range(longest, 0, -1):
        if not OPENING <= size <= known or not strange[end - size]:
            prices = PRICES[letters[end - size : end]]
            if prices is not None:
                found.append((end - size, prices))
    return found


def _elided(letters: str) -> tuple[int, Prices]:
    """What French writes before an apostrophe, where a row of letters ends: "ras le bol d'être"."""
    start = len(letters) - (2 if letters.endswith("qu") else 1)
    if len(letters) < MAYBE or not letters.isascii() or letters[start:] not in ELIDED:
        return start, ()
    return start, [ELISION if each == "fr" else NEVER_SEEN for each in languages_of(letters)]
