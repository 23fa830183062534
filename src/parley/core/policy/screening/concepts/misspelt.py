"""Words that a writer misspelt, ran together or broke apart, guessed from a vocabulary.

Asked only where the rest of a message gives reason to; a guess never weighs as much as the word itself.
"""

from functools import cache

from parley.core.policy.screening.concepts.marks import Words
from parley.core.policy.screening.concepts.romanised import sounded
from parley.core.policy.screening.concepts.vocabulary import SOUND, Vocabulary, vocabulary
from parley.core.policy.screening.known_words import is_known

SHORTEST = 4  # letters of a word that may be misspelt
SMALL = frozenset(("i", "a", "de", "un", "o", "e", "y", "l", "d"))
LONGEST = 30
LONG_PIECE = 7  # letters: more are a word
MOST = 60  # words of a message


def guess(vocabularies: tuple[str, ...], words: Words) -> None:
    """Adds what each word that nothing matched may have been meant as."""
    known = vocabulary(*vocabularies)
    variants = _variants(*vocabularies)
    for place, word in enumerate(words.words[:MOST]):
        words.guesses.setdefault(place, []).extend(_joined(known, words, place))
        if _is_known(known, words, word) or not word.isalpha():
            continue
        ordinary = is_known(word)
        found = _swapped(known, words, word) if not ordinary or _may_be_another(word) else []
        if not ordinary:
            found += _respelt(known, variants, word) + _parted(known, words, word)
        words.guesses[place].extend((each, 1) for each in found)


def _may_be_another(word: str) -> bool:
    """Whether a word that people know may be another with two letters swapped: not where roots of three make most."""
    return len(word) > SHORTEST and word.isascii()


def _joined(known: Vocabulary, words: Words, place: int) -> list[tuple[str, int]]:
    """With the next one or two words, where they are pieces and no words."""
    found = []
    for span in (2, 3):
        pieces = words.words[place : place + span]
        joined = "".join(pieces)
        whole = len(pieces) < span or any(_meant(known, words, piece) or len(piece) > LONG_PIECE for piece in pieces)
        if not whole and len(joined) >= SHORTEST and _means(known, words, _form(known, words, joined)):
            found.append((_form(known, words, joined), span))
    return found


def _is_known(known: Vocabulary, words: Words, word: str) -> bool:
    """Whether the word by itself means something in the languages of the message."""
    if word in known.words or _means(known, words, word):
        return True
    return words.sounds and _means(known, words, SOUND + sounded(word))


def _meant(known: Vocabulary, words: Words, word: str) -> bool:
    return _means(known, words, word) or (words.sounds and _means(known, words, SOUND + sounded(word)))


def _means(known: Vocabulary, words: Words, word: str) -> bool:
    for pattern in known.patterns(word):
        node = known.root.follows.get(pattern)
        if node and any(language in words.languages for _, language in node.means):
            return True
    return False


def _form(known: Vocabulary, words: Words, word: str) -> str:
    return word if not words.sounds or _means(known, words, word) else SOUND + sounded(word)


def _swapped(known: Vocabulary, words: Words, word: str) -> list[str]:
    """With two letters that changed places."""
    if not SHORTEST <= len(word) <= LONGEST:
        return []
    ways = (word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1) if word[i] != word[i + 1])
    return [_form(known, words, way) for way in ways if _is_known(known, words, way)]


def _respelt(known: Vocabulary, variants: dict[str, str], word: str) -> list[str]:
    """With a letter that was left out."""
    if not SHORTEST <= len(word) <= LONGEST:
        return []
    found = [variants[word]] if word in variants else []
    for length in known.lengths:
        begun = f"{word[: length - 1]}*"
        if length <= len(word) and begun in variants:
            found.append(variants[begun].rstrip("*") + word[length - 1 :])
    return found


def _parted(known: Vocabulary, words: Words, word: str) -> list[str]:
    """Two words written as one: each part that the vocabulary knows, where the other is known or long enough."""
    if not 6 <= len(word) <= LONGEST:
        return []
    found: list[str] = []
    for cut in range(1, len(word)):
        left, right = word[:cut], word[cut:]
        known_left, known_right = _is_known(known, words, left), _is_known(known, words, right)
        if known_left and known_right and (cut > 2 or left in SMALL):
            found += [_form(known, words, left), _form(known, words, right)]
        elif known_left and cut > 4 and (len(right) < 3 or right in small_words()):
            found.append(_form(known, words, left))
        elif known_right and len(right) > 4 and (left in SMALL or left in small_words()):
            found.append(_form(known, words, right))
    return found


@cache
def small_words() -> frozenset[str]:
    """The commonest words of the languages: they are run together with others."""
    return frozenset(word for word in vocabulary("small").words if not word.startswith(SOUND))


@cache
def _variants(*vocabularies: str) -> dict[str, str]:
    """Each word with one letter left out, back to the word."""
    found: dict[str, str] = {}
    for word in vocabulary(*vocabularies).words:
        if word.startswith(SOUND):
            continue
        plain = word.rstrip("*")
        if len(plain) > SHORTEST:
            for place in range(1, len(plain)):
                found.setdefault(plain[:place] + plain[place + 1 :] + word[len(plain) :], word)
    return found
