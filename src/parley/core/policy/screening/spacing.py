"""Spaces that are too many or missing throughout a text, as writers of spam set them: the likeliest words instead."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache, reduce
from importlib.resources import files
from itertools import compress
from operator import add, and_

from parley.core.policy.screening.by_word import ByWord
from parley.core.policy.screening.known_words import cost, vocabulary
from parley.core.policy.screening.medicines import TAIL, is_medicine, may_end
from parley.core.policy.screening.named_words import OPENING, is_made_up, is_unheard, is_word, rarity
from parley.core.policy.screening.normalise import fold
from parley.core.policy.screening.phrases import lexicon, phrase_words
from parley.core.policy.screening.tokens import CLITICS

# In tenths of a decimal logarithm, as the costs of words are.
NO_SPACE, STRAY, UNKNOWN, LETTER, LISTED, DIGITS = 10, 18, 20, 12, 60, 25
RUN, LONG = 4, 8  # words without spaces, and letters of the longest row, from which on a text is one of such
LOOKED = 300  # letters of its beginning that show it
NEVER_SEEN, EACH = 30, 16  # a piece of a row of letters that is no word, and each of its letters
DEVANAGARI, COMMON = "\u0900", 25  # where signs count as letters, a word that is so common may have two
HIDDEN = 40  # at most, a word of the lists in such a row
ENDINGS, STRANGE_ENDING = frozenset("saoei"), 18  # letters after it, and what another one costs
SMALL_WORDS = frozenset("aoei")  # letters that are words too
LONGEST_PIECE, MOST_PIECES, SHORT, FEWEST, SURE, COMPOUND = 15, 4, 3, 4, 8, 6
HALVES, LONGEST_CUT = 2, 6  # pieces that may be a word that nobody knows, and their letters
NO_SCRAP = -1  # of any language
# Letters and digits of a word that may be several, where all are known, and of one that must be; of other alphabets.
MAYBE, MUST, MAYBE_ELSEWHERE, MUST_ELSEWHERE = 13, 16, 7, 11
# Of one that may be several where the lists name one of them.
HIDING, HIDING_ELSEWHERE, SHORTEST_HIDDEN = 7, 5, 3
SHORTEST_FREE = 5  # of one that may be several where the text is written without spaces
GOODS = ("E3", "E4")
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


def is_chopped(words: Sequence[str]) -> bool:
    """Whether so many scraps stand here as no one language has."""
    languages = [*map(_SCRAPS.__getitem__, words)]
    if reduce(and_, languages, NO_SCRAP):
        return False  # one language has them all, or there are none
    short = [word for word in words if len(word) <= SHORT and word.isalpha()]
    if len(short) * 5 < len(words) * 2:
        return False
    scraps = Counter(each for each in languages if each != NO_SCRAP)
    odd = min(
        sum(count for each, count in scraps.items() if not each >> language & 1) for language in range(len(_small()))
    )
    return odd > 0 and (odd + sum(map(_UNKNOWN.__getitem__, words))) * 4 >= len(words)


def _languages_of_scrap(word: str) -> int:
    """The languages that have the word, if it is a scrap."""
    return _languages(word) if len(word) <= SHORT and word.isalpha() and _is_scrap(word) else NO_SCRAP


def _is_unknown(word: str) -> bool:
    return len(word) > SHORT and not is_word(word)


_SCRAPS, _UNKNOWN = ByWord(_languages_of_scrap), ByWord(_is_unknown)


def rejoined(words: Sequence[str], endings: AbstractSet[int]) -> list[int]:
    """How many words from each place on make one, 1 for a word as it is; the likeliest way, from the first word.

    ``endings``: the places of those behind an apostrophe, which are no part of a word.
    """
    language = _language([word for word in words if len(word) <= SHORT])
    best: list[tuple[int, int]] = [(0, 0)] * (len(words) + 1)
    for place in range(len(words) - 1, -1, -1):
        ways = [(_alone(words[place], language) + best[place + 1][0], 1)]
        for count in range(2, min(MOST_PIECES, len(words) - place) + 1):
            last = place + count - 1
            if place in endings or last in endings or not (words[place].isalpha() and words[last].isalpha()):
                break
            whole = _joined(words[place : place + count], language)
            if whole is not None:
                ways.append((whole + best[place + count][0], count))
        best[place] = min(ways)
    return [count for _, count in best[:-1]]


def _joined(pieces: Sequence[str], language: int) -> int | None:
    """What the pieces cost as one word: one that we know, or where both are none, one that nobody knows."""
    word = "".join(pieces)
    known = _whole(word, len(word) - len(pieces[-1]))
    if known is not None or len(pieces) > HALVES or not all(_is_cut(piece, language) for piece in pieces):
        return known
    return UNKNOWN + LETTER * len(word) + NO_SPACE


def _is_cut(piece: str, language: int) -> bool:
    """Whether it is no word but perhaps part of one; what unknown words of other alphabets are nobody can tell."""
    return piece.isascii() and len(piece) <= LONGEST_CUT and _alone(piece, language) > UNKNOWN + STRAY


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
    words = _pieces(word)
    if len(words) == 1:
        return None
    if freely and all(len(each) == 1 or _is_word(each) for each in words):
        return words if price(words) < NEVER_SEEN + EACH * len(word) else None
    if len(word) < maybe:
        return words if _hide(words) and _is_likelier(words) else None
    return words if len(word) >= most or all(map(_is_word, words)) or _most_known(words) else None


def price(words: Sequence[str]) -> int:
    """What words cost that were run together: of two ways to read them, the cheaper is likelier."""
    return sum((DIGITS if each.isdigit() else _piece(each)) + NO_SPACE for each in words)


def is_derived(word: str) -> bool:
    """Whether it ends as one long word does, and is no longer than one."""
    return word.endswith(MADE_WITH) and len(word) <= LONGEST_MADE


@lru_cache(maxsize=5_000)
def _pieces(word: str) -> list[str]:
    """Its numbers, with their units, and its likeliest words."""
    words: list[str] = []
    for piece in PIECE.findall(word):
        rest = piece
        if words and words[-1].isdigit():
            unit = max(
                (u for u in UNITS if piece.startswith(u) and (piece == u or _is_word(piece[len(u) :]))),
                key=len,
                default="",
            )
            words += [unit] if unit else []
            rest = piece[len(unit) :]
        words += [rest] if rest.isdigit() else _cut(rest) if rest else []
    return words


def _is_word(piece: str) -> bool:
    return piece.isdigit() or rarity(piece) is not None or is_word(piece)


def _hide(words: Sequence[str]) -> bool:
    """Whether whole words, and no mere endings of one, hold what the lists name."""
    long = [each for each in words if len(each) > SHORT or each.isdigit() or _names(each)]
    ends = _is_ending(words[0]) or _is_ending(words[-1])
    if ends or sum(map(len, long)) * 3 < sum(map(len, words)) * 2 or not hides(words):
        return False
    return all(_is_word(each) if len(each) >= SHORT else _languages(each) or each in UNITS or each.isdigit()
               for each in words if each.isascii())  # fmt: skip


def _is_ending(word: str) -> bool:
    """Too short to be one of the words that were run together, or a small word that others end in."""
    if not word.isascii() or word.isdigit() or word in UNITS:
        return False
    return len(word) < SHORT or (len(word) == SHORT and _languages(word) > 0)


def _is_likelier(words: Sequence[str]) -> bool:
    """Whether they are likelier than a word that nobody knows."""
    price = sum(NO_SPACE if each.isdigit() else _piece(each) + NO_SPACE for each in words)
    return price < UNKNOWN + LETTER * sum(map(len, words))


def _most_known(words: Sequence[str]) -> bool:
    """Whether the lists name one, and most letters are of words."""
    known = sum(len(each) for each in words if _is_word(each))
    return known * 2 >= sum(map(len, words)) and any(len(each) > SHORT for each in words) and hides(words)


def hides(words: Sequence[str]) -> bool:
    """Whether one of the words that were run together is what the lists name."""
    hidden = words[:-1] if words[-1] in ONLY_ENDS else words
    return any(len(each) >= SHORTEST_HIDDEN and _names(each) for each in hidden)


def _names(word: str) -> bool:
    return _is_listed(word, [pattern for pattern in lexicon().patterns(word) if pattern in _goods()])


@cache
def _goods() -> frozenset[str]:
    """The words of what may not be sold, without those that only stand beside them."""
    return frozenset(word for phrase in _phrases() for word in phrase_words(phrase))


def _phrases() -> list[str]:
    named = (entry for entry in lexicon().entries if entry.clause.startswith(GOODS))
    return [entry.phrase for entry in named if entry.role in ("strong", "weak")]


@lru_cache(maxsize=5_000)
def _cut(letters: str) -> list[str]:
    """The likeliest words; of one language, if the short ones are not."""
    prices = _prices(letters)
    _, words = _cheapest(letters, prices)
    short = [languages for each in words if len(each) <= SHORT for languages in [_languages(each)] if languages]
    if not short or reduce(and_, short):
        return words
    small = _short_pieces(letters)
    return min(_cheapest(letters, _as_of(language, prices, small)) for language in range(len(_small())))[1]


def _prices(letters: str) -> list[list[int]]:
    """What the pieces that end after each letter cost. Of most letters it is soon told that no word begins so."""
    strange = [_begins_none(letters[at : at + OPENING]) for at in range(len(letters))]
    return [_of_pieces(letters, end, strange) for end in range(1, len(letters) + 1)]


def _begins_none(opening: str) -> bool:
    return is_unheard(opening) and not CLITICS.match(opening)


def _of_pieces(letters: str, end: int, strange: Sequence[bool]) -> list[int]:
    """What each piece that ends here costs, the longest first."""
    longest = min(end, LONGEST_PIECE)
    may_be_medicine = longest > SURE and may_end(letters[end - TAIL : end])
    known = SURE if may_be_medicine else LONGEST_PIECE  # the longest that only its beginning tells of
    return [
        NO_SPACE
        + (
            NEVER_SEEN + EACH * size
            if OPENING <= size <= known and strange[end - size]
            else _piece(letters[end - size : end])
        )
        for size in range(longest, 0, -1)
    ]


def _cheapest(letters: str, prices: Sequence[Sequence[int]]) -> tuple[int, list[str]]:
    """What the likeliest words cost, and the words. ``prices``: of the pieces that end after each letter."""
    costs, begins = [0], [0]
    for end, of_pieces in enumerate(prices, 1):
        first = end - len(of_pieces)
        ways = [*map(add, costs[first:], of_pieces)]
        cheapest = min(ways)
        costs.append(cheapest)
        begins.append(first + ways.index(cheapest))
    words, end = [], len(letters)
    while end:
        words.append(letters[begins[end] : end])
        end = begins[end]
    return costs[-1], words[::-1]


def _short_pieces(letters: str) -> list[tuple[int, int, int]]:
    """The short words in them: after which letter each ends, how long it is, and its languages."""
    ends = range(1, len(letters) + 1)
    sizes = [(end, size) for end in ends for size in range(1, min(SHORT, end) + 1)]
    found = ((end, size, _languages(letters[end - size : end])) for end, size in sizes)
    return [each for each in found if each[2]]


def _as_of(language: int, prices: Sequence[list[int]], small: Iterable[tuple[int, int, int]]) -> list[list[int]]:
    """The prices, where a short word of another language costs more."""
    dearer = [*prices]
    for end, size, languages in small:
        if not languages >> language & 1:
            if dearer[end - 1] is prices[end - 1]:
                dearer[end - 1] = [*prices[end - 1]]
            dearer[end - 1][-size] += STRAY
    return dearer


@lru_cache(maxsize=50_000)
def _piece(piece: str) -> int:
    """What a piece of a row of letters costs."""
    letters = len(piece)
    strange = NEVER_SEEN + EACH * letters
    known = rarity(piece)
    if known is not None and piece[0] >= DEVANAGARI and (letters == SHORT or known <= COMMON):
        return known
    if letters == SHORT and known is not None and not _languages(piece) and piece in lexicon().words:
        return min(known, HIDDEN)
    if letters <= SHORT and not _languages(piece):
        return strange if known is None or letters < SHORT else known + NO_SPACE
    if letters > SHORT + 1:
        patterns = () if is_unheard(piece) else lexicon().patterns(piece)  # most often none
        if patterns and _is_listed(piece, patterns):
            return min(known or LISTED + STRAY, HIDDEN + _strange_ending(piece, patterns))
        if known is None and ((patterns and lexicon().knows(piece)) or (letters > SURE and is_medicine(piece))):
            return LISTED + STRAY + NO_SPACE
    return strange if known is None else known


def _strange_ending(piece: str, patterns: Sequence[str]) -> int:
    """What more a word of the lists costs with a letter after it: much where it is a word without that too."""
    if any(pattern.removesuffix("*") == piece for pattern in patterns):
        return 0
    if piece[-1] in SMALL_WORDS and cost(piece) is None and cost(piece[:-1]) is not None:
        return LISTED
    return 0 if piece[-1] in ENDINGS else STRANGE_ENDING


def _is_listed(word: str, patterns: Sequence[str]) -> bool:
    """Whether a list names the word, but for its last letter: what is worth hiding."""
    return any(len(word) - len(pattern.removesuffix("*")) <= 1 for pattern in patterns)


@lru_cache(maxsize=50_000)
def _alone(word: str, language: int) -> int:
    """What a word costs as it stands: a scrap is dearer than any whole word of its letters."""
    if not word.isalpha() or (len(word) <= SHORT and _languages(word) >> language & 1):
        return rarity(word) or UNKNOWN
    known = rarity(word)
    if len(word) < SHORT or known is None:
        return LISTED if len(word) > SHORT and is_word(word) else UNKNOWN + STRAY + LETTER * len(word)
    return known


@lru_cache(maxsize=50_000)
def _whole(word: str, border: int) -> int | None:
    """What a word that was put together costs, None if it is none."""
    if len(word) <= SHORT or not (is_made_up(word, border) or _is_medicine(word, border)):
        return None
    known = rarity(word)
    return NO_SPACE + (LISTED + STRAY if known is None else known)


def _is_medicine(word: str, border: int) -> bool:
    return len(word) > SURE and is_medicine(word) and not is_medicine(word[:border])


def is_whole(word: str, border: int) -> bool:
    """Whether two pieces that stand apart may be one word of the lists or another longer one."""
    return len(word) >= FEWEST and word.isalpha() and (is_made_up(word, border) or _is_medicine(word, border))


@cache
def compounds() -> dict[str, dict[str, str]]:
    """What the lists name in one word that is two words run together, by the first and the second one."""
    found: dict[str, dict[str, str]] = {}
    for whole in sorted({phrase.removesuffix("*") for phrase in map(fold, _phrases()) if " " not in phrase}):
        if len(whole) < COMPOUND or not whole.isalpha():
            continue
        for place in range(SHORT, len(whole) - SHORT + 1):
            if {whole[:place], whole[place:]} <= vocabulary().keys():
                found.setdefault(whole[:place], {})[whole[place:]] = whole
    return found


def _language(short: Sequence[str]) -> int:
    """The language that most of the short words are of."""
    scraps = Counter(_languages(word) for word in short if _is_scrap(word))
    return min(range(len(_small())), key=lambda language: _strange(scraps, language))


def _strange(scraps: Counter[int], language: int) -> int:
    """How many of the short words it does not have, whole words of three letters aside."""
    return sum(count for languages, count in scraps.items() if not languages >> language & 1)


@lru_cache(maxsize=20_000)
def _is_scrap(word: str) -> bool:
    return len(word) == SHORT - 1 or (len(word) == SHORT and rarity(word) is None)


@lru_cache(maxsize=20_000)
def _languages(word: str) -> int:
    """One bit for each language that has the short word."""
    return sum(1 << place for place, words in enumerate(_small()) if word in words)


@cache
def _small() -> tuple[frozenset[str], ...]:
    data = tomllib.loads((files("parley.core.policy.screening") / "language.toml").read_text(encoding="utf-8"))
    return tuple(frozenset(word for word in words.split() if len(word) <= SHORT) for words in data.values())
