"""Spaces that are too many or missing throughout a text, as writers of spam set them: the likeliest words instead."""

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache, reduce
from importlib.resources import files
from itertools import compress, pairwise
from operator import and_, itemgetter

from parley.core.policy.screening.by_word import ByWord
from parley.core.policy.screening.known_words import by_language, cost, vocabulary
from parley.core.policy.screening.medicines import TAIL, is_medicine, may_end
from parley.core.policy.screening.named_words import (
    OPENING,
    all_hidden,
    ending,
    hidden,
    is_made_up,
    is_unheard,
    is_word,
    rarity,
    rarity_as,
)
from parley.core.policy.screening.normalise import fold
from parley.core.policy.screening.phrases import lexicon, phrase_words
from parley.core.policy.screening.segmenting import FOREIGN, LONGEST, Edge, Prices, cheapest, in_language, languages_of
from parley.core.policy.screening.swapping import likelihood, swapped
from parley.core.policy.screening.tokens import CLITICS

# In tenths of a decimal logarithm, as the costs of words are.
NO_SPACE, STRAY, UNKNOWN, LETTER, LISTED, DIGITS = 10, 18, 20, 12, 60, 25
RUN, LONG = 4, 8  # words without spaces, and letters of the longest row, from which on a text is one of such
LOOKED = 300  # letters of its beginning that show it
NEVER_SEEN, EACH = 30, 16  # a piece of a row of letters that is no word, and each of its letters
DEVANAGARI, COMMON = "\u0900", 36  # where vowels are not written, a word that is so common may have two letters
NO_WORD = 1_000
HIDDEN = 40  # at most, a word of the lists in such a row
SHORTER = 6  # and a short word that is none of the commonest
ENDINGS, STRANGE_ENDING = frozenset("saoei"), 30  # letters after it, and what another one costs
SMALL_WORDS = frozenset("aoei")  # letters that are words too
MOST_PIECES, SHORT, FEWEST, SURE, COMPOUND = 4, 3, 4, 8, 6
FEWEST_HALVES, MOST_WHOLE = 2, 8  # so many of the words, and one of so many, are halves where a text is in pieces
TELLING = 2  # short words that a longer one counts for, where the language is asked
LIKELIEST = 2  # languages that it is read in
HALVES, LONGEST_CUT = 2, 6  # pieces that may be a word that nobody knows, and their letters
MENDED, LONGEST_TWO = 20, 24  # what it costs beside that a word in pieces is mended too, and its letters
NO_SCRAP = -1  # of any language
# Letters and digits of a word that may be several, where all are known, and of one that must be; of other alphabets.
MAYBE, MUST, MAYBE_ELSEWHERE, MUST_ELSEWHERE = 13, 16, 7, 11
# Of one that may be several where the lists name one of them.
HIDING, HIDING_ELSEWHERE, SHORTEST_HIDDEN = 7, 5, 3
SHORTEST_FREE = 5  # of one that may be several where the text is written without spaces
ELIDED, ELISION = frozenset(("d", "l", "n", "j", "m", "t", "s", "c", "qu")), 14
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
    return _has_scraps(words) or _has_halves(words)


def _has_scraps(words: Sequence[str]) -> bool:
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


def _has_halves(words: Sequence[str]) -> bool:
    """Whether many of the words that nobody knows make one with their neighbour."""
    unknown = [place for place, word in enumerate(words) if word.isalpha() and not _KNOWN[word]]
    if len(unknown) < FEWEST_HALVES or len(unknown) * MOST_WHOLE < len(words):
        return False
    found: set[int] = set()  # the first halves
    for place in unknown:
        for first in (place - 1, place):
            if 0 <= first < len(words) - 1 and _is_pair(words[first], words[first + 1]):
                found.add(first)
                break
    return len(found) >= FEWEST_HALVES and len(found) * MOST_WHOLE >= len(words)


def _is_pair(left: str, right: str) -> bool:
    return len(left) + len(right) > FEWEST and is_whole(left + right, len(left))


def _languages_of_scrap(word: str) -> int:
    """The languages that have the word, if it is a scrap; short words of other alphabets are listed nowhere."""
    if not word.isascii() and rarity(word) is not None:
        return NO_SCRAP
    return _languages(word) if len(word) <= SHORT and word.isalpha() and _is_scrap(word) else NO_SCRAP


def _is_unknown(word: str) -> bool:
    return len(word) > SHORT and not is_word(word)


_KNOWN = ByWord(is_word)
_SCRAPS, _UNKNOWN = ByWord(_languages_of_scrap), ByWord(_is_unknown)


def rejoined(words: Sequence[str], endings: AbstractSet[int]) -> list[int]:
    """How many words from each place on make one, 1 for a word as it is; the likeliest way, from the first word.

    ``endings``: the places of those behind an apostrophe, which are no part of a word.
    """
    languages = _likeliest(words)
    return min((_rejoined(words, endings, language) for language in languages), key=itemgetter(0))[1]


def _rejoined(words: Sequence[str], endings: AbstractSet[int], language: int) -> tuple[int, list[int]]:
    """The same as of one language, after what it costs."""
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
    return best[0][0], [count for _, count in best[:-1]]


def _joined(pieces: Sequence[str], language: int) -> int | None:
    """What the pieces cost as one word: one that we know, or where both are none, one that nobody knows."""
    word = "".join(pieces)
    known = _whole(word, len(word) - len(pieces[-1]))
    if known is not None:
        return known + (FOREIGN if cost(word) is not None and word not in _spoken_in(language) else 0)
    if len(pieces) > HALVES:
        return None
    mended = None if any(_is_of(piece, language) for piece in pieces) else _mended(word)
    if mended is not None:
        return mended + MENDED
    return UNKNOWN + LETTER * len(word) + NO_SPACE if all(_is_cut(piece, language) for piece in pieces) else None


def _is_of(piece: str, language: int) -> bool:
    return len(piece) <= SHORT and _languages(piece) >> language & 1 == 1


@lru_cache(maxsize=20_000)
def _mended(word: str) -> int | None:
    """What a word costs that nobody knows but for two letters, or for a space that is missing; None if so for none."""
    meant = swapped(word)
    if meant:
        return likelihood(meant)
    if is_unheard(word) or len(word) > LONGEST_TWO:
        return None
    words = separated(word)
    return price(words) if words and all(len(each) > SHORT and _is_word(each) for each in words) else None


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
    words = pieces(word)
    if len(words) == 1:
        return None
    if freely and any(len(each) > SHORT and _is_word(each) for each in words):
        return words
    if len(word) < maybe:
        return words if _hide(words) and _is_likelier(words) else None
    return words if len(word) >= most or all(map(_is_word, words)) or _most_known(words) else None


def price(words: Sequence[str]) -> int:
    """What words cost that were run together: of two ways to read them, the cheaper is likelier."""
    return sum((DIGITS if each.isdigit() else _paid(each)) + NO_SPACE for each in words)


def _paid(word: str) -> int:
    known = _piece(word)
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
    price = sum(NO_SPACE if each.isdigit() else _paid(each) + NO_SPACE for each in words)
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
    return is_unheard(opening) and not CLITICS.match(opening)


def _that_end(letters: str, end: int, strange: Sequence[bool]) -> list[Edge]:
    longest = min(end, LONGEST)
    may_be_medicine = longest > SURE and may_end(letters[end - TAIL : end])
    known = SURE if may_be_medicine else LONGEST  # the longest that only its beginning tells of
    found = []
    for size in range(longest, 0, -1):
        if not OPENING <= size <= known or not strange[end - size]:
            prices = _PRICES[letters[end - size : end]]
            if prices is not None:
                found.append((end - size, prices))
    return found


def _elided(letters: str) -> tuple[int, Prices]:
    """What French writes before an apostrophe, where a row of letters ends: "ras le bol d'être"."""
    start = len(letters) - (2 if letters.endswith("qu") else 1)
    if len(letters) < MAYBE or not letters.isascii() or letters[start:] not in ELIDED:
        return start, ()
    return start, [ELISION if each == "fr" else NEVER_SEEN for each in languages_of(letters)]


def _priced(piece: str) -> Prices | None:
    """What a piece of a row of letters costs as a word of each language, None if it is none."""
    general = _piece(piece)
    if piece not in all_hidden():
        return None if general is None else _spoken(piece, general, languages_of(piece))
    languages = languages_of(piece)
    prices = [NO_WORD] * len(languages) if general is None else _spoken(piece, general, languages)
    hiding = [piece in hidden().get(language, ()) for language in languages]
    return [min(price, HIDDEN) if each else price for price, each in zip(prices, hiding, strict=True)]


_PRICES = ByWord(_priced)


def _spoken(piece: str, general: int, languages: Sequence[str]) -> Prices:
    known = rarity(piece)
    stems = [rarity_as(piece, language) for language in languages]
    if known is None or None not in stems:
        return [max(general, each or 0) for each in stems]
    if general < known:
        return [general if piece in by_language()[language] else general + FOREIGN for language in languages]
    spoken = in_language(piece, known, languages)
    if len(piece) <= SHORT and piece.isascii():
        spoken = [each if _is_small(piece, language) else each + (SHORTER if each < known + FOREIGN else STRAY)
                  for each, language in zip(spoken, languages, strict=True)]  # fmt: skip
    return [each + general - known for each in spoken]


def _is_small(word: str, language: str) -> bool:
    return word in _small()[language]


@lru_cache(maxsize=50_000)
def _piece(piece: str) -> int | None:
    """What a piece of a row of letters costs in the language that it is commonest in, None if it is no word."""
    letters = len(piece)
    known = rarity(piece)
    if not piece.isascii() and known is not None and (letters >= SHORT or known <= COMMON):
        return known if letters > 1 or piece[0] >= DEVANAGARI else None
    if letters == SHORT and known is not None and not _languages(piece) and piece in lexicon().words:
        return min(known, HIDDEN)
    if letters == SHORT - 1 and not _languages(piece):
        return known if known is not None and known <= COMMON else None
    if letters < SHORT and not _languages(piece):
        return None
    if letters > SHORT + 1:
        patterns = () if is_unheard(piece) else lexicon().patterns(piece)  # most often none
        if patterns and _is_listed(piece, patterns):
            return min(known or LISTED + STRAY, HIDDEN + _strange_ending(piece, patterns))
        if known is None and patterns and lexicon().knows(piece):
            return LISTED + STRAY + min(ending(piece[len(pattern) - 1 :]) for pattern in patterns)
        if known is None and letters > SURE and is_medicine(piece):
            return LISTED + STRAY + NO_SPACE
    return known


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
    if known is None or (len(word) < SHORT and word.isascii()):
        return LISTED if len(word) > SHORT and is_word(word) else UNKNOWN + STRAY + LETTER * len(word)
    return known + (FOREIGN if cost(word) is not None and word not in _spoken_in(language) else 0)


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


def _likeliest(words: Sequence[str]) -> list[int]:
    """The languages that most of the short words are of, and most longer ones and neighbours as one word."""
    scraps = Counter(_languages(word) for word in words if len(word) <= SHORT and _is_scrap(word))
    longer = {word for word in (*words, *map("".join, pairwise(words))) if len(word) > SHORT}

    def strange(language: int) -> int:
        return _strange(scraps, language) - TELLING * len(longer & _spoken_in(language))

    return sorted(range(len(_small())), key=strange)[:LIKELIEST]


@cache
def _spoken_in(language: int) -> AbstractSet[str]:
    return by_language()[[*_small()][language]].keys()


def _strange(scraps: Counter[int], language: int) -> int:
    """How many of the short words it does not have, whole words of three letters aside."""
    return sum(count for languages, count in scraps.items() if not languages >> language & 1)


@lru_cache(maxsize=20_000)
def _is_scrap(word: str) -> bool:
    return len(word) == SHORT - 1 or (len(word) == SHORT and rarity(word) is None)


@lru_cache(maxsize=20_000)
def _languages(word: str) -> int:
    """One bit for each language that has the short word."""
    return sum(1 << place for place, words in enumerate(_small().values()) if word in words)


@cache
def _small() -> dict[str, frozenset[str]]:
    data = tomllib.loads((files("parley.core.policy.screening") / "language.toml").read_text(encoding="utf-8"))
    return {name: frozenset(word for word in words.split() if len(word) <= SHORT) for name, words in data.items()}
