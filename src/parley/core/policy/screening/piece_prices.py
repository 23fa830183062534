"""What a piece of a row of letters costs as a word of each language: see ``segmenting``."""

from collections.abc import Sequence
from functools import cache, lru_cache

from parley.core.policy.screening.by_word import ByWord
from parley.core.policy.screening.hidden_words import all_hidden, hidden, misspelt
from parley.core.policy.screening.known_words import by_language, cost, vocabulary
from parley.core.policy.screening.medicines import is_medicine
from parley.core.policy.screening.named_words import ending, is_unheard, rarity, rarity_as
from parley.core.policy.screening.normalise import fold
from parley.core.policy.screening.phrases import lexicon, phrase_words
from parley.core.policy.screening.segmenting import FOREIGN, Prices, in_language, languages_of
from parley.core.policy.screening.short_words import SHORT, is_short_word_of, languages_with

# In tenths of a decimal logarithm, as the costs of words are.
NO_SPACE, STRAY, LISTED = 10, 18, 60
DEVANAGARI, COMMON = "\u0900", 36  # where vowels are not written, a word that is so common may have two letters
NO_WORD = 1_000
HIDDEN = 40  # at most, a word of the lists in such a row
MISSPELT = 15  # and what it costs beside that two of its letters stand the other way round
SHORTER = 6  # and a short word that is none of the commonest
ENDINGS, STRANGE_ENDING = frozenset("saoei"), 30  # letters after it, and what another one costs
SMALL_WORDS = frozenset("aoei")  # letters that are words too
SURE, COMPOUND = 8, 6
GOODS = ("E3", "E4")


def names_goods(word: str) -> bool:
    """Whether it is a word of what may not be sold, but for its last letter."""
    return _is_listed(word, [pattern for pattern in lexicon().patterns(word) if pattern in _goods()])


@cache
def _goods() -> frozenset[str]:
    """The words of what may not be sold, without those that only stand beside them."""
    return frozenset(word for phrase in _phrases() for word in phrase_words(phrase))


def _phrases() -> list[str]:
    named = (entry for entry in lexicon().entries if entry.clause.startswith(GOODS))
    return [entry.phrase for entry in named if entry.role in ("strong", "weak")]


def _priced(piece: str) -> Prices | None:
    """What a piece of a row of letters costs as a word of each language, None if it is none."""
    general = piece_price(piece)
    if general is None:
        meant = misspelt(piece)
        if meant:
            return [HIDDEN + MISSPELT if each in meant else NO_WORD for each in languages_of(piece)]
    if piece not in all_hidden():
        return None if general is None else _spoken(piece, general, languages_of(piece))
    languages = languages_of(piece)
    prices = [NO_WORD] * len(languages) if general is None else _spoken(piece, general, languages)
    hiding = [piece in hidden().get(language, ()) for language in languages]
    return [min(price, HIDDEN) if each else price for price, each in zip(prices, hiding, strict=True)]


PRICES = ByWord(_priced)


def _spoken(piece: str, general: int, languages: Sequence[str]) -> Prices:
    known = rarity(piece)
    stems = [rarity_as(piece, language) for language in languages]
    if known is None or None not in stems:
        return [max(general, each or 0) for each in stems]
    if general < known:
        return [general if piece in by_language()[language] else general + FOREIGN for language in languages]
    spoken = in_language(piece, known, languages)
    if len(piece) <= SHORT and piece.isascii():
        spoken = [each if is_short_word_of(piece, language) else each + (SHORTER if each < known + FOREIGN else STRAY)
                  for each, language in zip(spoken, languages, strict=True)]  # fmt: skip
    return [each + general - known for each in spoken]


@lru_cache(maxsize=50_000)
def piece_price(piece: str) -> int | None:
    """What a piece of a row of letters costs in the language that it is commonest in, None if it is no word."""
    letters = len(piece)
    known = rarity(piece)
    if not piece.isascii() and known is not None and (letters >= SHORT or known <= COMMON):
        return known if letters > 1 or piece[0] >= DEVANAGARI else None
    if letters == SHORT and known is not None and not languages_with(piece) and piece in lexicon().words:
        return min(known, HIDDEN)
    if letters == SHORT - 1 and not languages_with(piece):
        return known if known is not None and known <= COMMON else None
    if letters < SHORT and not languages_with(piece):
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
