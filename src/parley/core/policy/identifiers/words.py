"""The words of a plain text, and the names of identifiers and of their look-alikes among them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from parley.core.policy.identifiers.data import read, words
from parley.core.policy.identifiers.plain import UNSEEN, plain
from parley.core.policy.screening.known_words import small_words

# Letters, digits, and the vowel signs of Hindi; what can not be seen may stand between them.
WORD = re.compile(rf"([^\W_](?:[^\W_]|[{UNSEEN}\u0900-\u0963])*)")
PLAIN_WORD = re.compile(r"([a-z0-9]+)")
# With the same marks between all of them: another mark, or one more space, is where the next word begins.
BETWEEN = rf"(?:[^\w\n,;:()\"'/&+@=\u0900-\u0963{UNSEEN}]|_){{1,2}}+{UNSEEN}*+"
APART = re.compile(rf"(?<![^\W_])[^\W\d_]({BETWEEN})[^\W\d_](?:\1[^\W\d_])+(?![^\W_])")
SIGNS = re.compile(rf"[{UNSEEN}\u0900-\u0963]")
FEWEST_APART = 3  # letters
LANGUAGES = ("en", "es", "pt", "fr", "ar", "hi")
# Stand between the words of a name without changing it: "número de tu tarjeta", "card ka number".
STOPS = words("grammar.toml", "stops")
# Said before a number of any kind, however it is shortened.
JOINED = words("grammar.toml", "joined")
MOST_KNOWN = 50_000  # words remembered
LEET = str.maketrans("013457", "oieast")
COMMON = words("grammar.toml", "common")
NUMBER = dict.fromkeys(words("grammar.toml", "numbers"), "number")


@dataclass(slots=True)
class Words:
    """Words in order, small and without what can not be seen: what each is, and where it begins and ends."""

    texts: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.texts)

    def part(self, first: int, stop: int) -> "Words":
        """The words from one to another, the second not included."""
        return Words(self.texts[first:stop], self.starts[first:stop], self.ends[first:stop])


class Name(NamedTuple):
    """A name found in a text: the words ``first`` to ``last``, and what it may mean."""

    tags: frozenset[str]
    start: int
    end: int
    first: int
    last: int
    beside: bool


def words_of(readable: str) -> Words:
    """Every word in order; letters that stand apart ("P I N", "O.T.P.") are one word."""
    # Split into words and what stands between, so that one pass tells what and where they are.
    parts = (PLAIN_WORD if readable.isascii() else WORD).split(readable)
    bounds = [*accumulate(map(len, parts))]
    texts = parts[1::2]
    if UNSEEN in readable:
        texts = [text.replace(UNSEEN, "") for text in texts]
    words = Words(texts, bounds[:-1:2], bounds[1::2])
    return _together(readable, words) if may_be_apart(readable, texts) else words


def may_be_apart(readable: str, texts: list[str]) -> bool:
    """Whether letters may stand apart: three words of one letter, or signs that belong to a word and are no letters."""
    if [*map(len, texts)].count(1) >= FEWEST_APART:
        return True
    return not readable.isascii() and SIGNS.search(readable) is not None


def _together(readable: str, words: Words) -> Words:
    made, here = Words([], [], []), 0
    for apart in APART.finditer(readable):
        start, end = apart.span()
        first, stop = bisect_right(words.ends, start, here), bisect_right(words.ends, end, here)
        _keep(made, words, here, first)
        inside = bisect_left(words.starts, start, first, stop)
        made.texts.append("".join(words.texts[inside:stop]))
        made.starts.append(start)
        made.ends.append(end)
        here = stop
    if not made:
        return words
    _keep(made, words, here, len(words))
    return made


def _keep(made: Words, words: Words, first: int, stop: int) -> None:
    """These words as they are, but for one that reaches into the word before them."""
    first = bisect_left(words.starts, made.ends[-1] if made else 0, first, stop)
    made.texts += words.texts[first:stop]
    made.starts += words.starts[first:stop]
    made.ends += words.ends[first:stop]


def letters(word: str) -> str:
    """A digit that stands for a letter ("passw0rd", "p1n") as that letter."""
    return word if word.isalpha() or word.isdigit() or not word.isascii() else word.translate(LEET)


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """As names are compared: numbers in their many spellings as one, no plural, no Arabic article or owner."""
    if word in NUMBER:
        return NUMBER[word]
    if word.isascii():
        return word[:-1] if len(word) > 3 and word[-1] == "s" else word
    if "\u0600" <= word[0] <= "\u06ff":
        return _arabic(word)
    return word


def _arabic(word: str) -> str:
    if word[1:] in JOINED:
        word = word[1:]
    for joined in ("وال", "بال", "لل", "ال"):
        if word.startswith(joined) and len(word) > len(joined) + 2:
            word = word[len(joined) :]
            break
    for owner in ("كم", "نا", "ك", "ي", "ه"):
        if word.endswith(owner) and len(word) > len(owner) + 2:
            word = word[: -len(owner)]
            break
    return "number" if word in ("رقم", "ارقام") else word.removesuffix("ت") if len(word) > 4 else word


_Phrase = tuple[tuple[str, ...], frozenset[str], bool]
_Phrases = dict[str, list[_Phrase]]


@cache
def phrases() -> _Phrases:
    """By their first word, the longest first."""
    tags: dict[tuple[str, ...], tuple[set[str], bool]] = {}
    for language in LANGUAGES:
        data = read(f"names/{language}.toml")
        for section in ("names", "beside"):
            for tag, written in data[section].items():
                for each in written:
                    _add(tags, each, tag, section == "beside")
    for row in read("national.toml")["number"]:
        for each in row["called"]:
            _add(tags, each, row["id"], False)
    made: _Phrases = {}
    for phrase, (meant, beside) in sorted(tags.items(), key=lambda item: -len(item[0])):
        made.setdefault(phrase[0], []).append((phrase[1:], frozenset(meant), beside))
    return made


def _add(tags: dict[tuple[str, ...], tuple[set[str], bool]], written: str, tag: str, beside: bool) -> None:
    words = tuple(stem(each) for each in words_of(plain(written)).texts if each not in STOPS)
    meant, only_beside = tags.setdefault(words, (set(), True))
    meant.add(tag)
    tags[words] = (meant, only_beside and beside)


class _Begins(dict[str, tuple[_Phrase, ...]]):
    """The names that a word may begin, by the word as it is written; filled as words are met.

    "No" is short for "number" after another word only ("card no").
    """

    def __missing__(self, word: str) -> tuple[_Phrase, ...]:
        if len(self) > MOST_KNOWN:
            self.clear()
        made = self[word] = () if word in STOPS or word == "no" else tuple(phrases().get(stem(letters(word)), ()))
        return made


_BEGINS = _Begins()


def names_in(words: Words) -> list[Name]:
    """The names among these words, the longest at each place, none overlapping another."""
    found, until = [], 0
    for first, begun in enumerate(map(_BEGINS.__getitem__, words.texts)):
        if not begun or first < until:
            continue
        following = _following(words.texts, first)
        for rest, tags, beside in begun:
            if rest and rest[0] != following:
                continue
            last = _reaches(words.texts, first, rest)
            if last >= 0:
                found.append(Name(tags, words.starts[first], words.ends[last], first, last, beside))
                until = last + 1
                break
    return found


def begun_by(word: str) -> tuple[_Phrase, ...]:
    """The names that the word may begin: the words after it, what they may mean, and whether only beside a number."""
    return _BEGINS[word]


def follows(words: Sequence[str], first: int, rest: tuple[str, ...]) -> bool:
    """Whether the rest of a name comes after its first word, stops left out."""
    return _reaches(words, first, rest) >= 0


def written_in(readable: str) -> list[str]:
    """Every word as it is written, without where it stands."""
    return PLAIN_WORD.findall(readable) if readable.isascii() else WORD.findall(readable.replace(UNSEEN, ""))


def _following(words: Sequence[str], first: int) -> str:
    """The next word as names are compared, stops left out, "" if there is none."""
    here = first + 1
    while here < len(words) and words[here] in STOPS:
        here += 1
    return stem(words[here]) if here < len(words) else ""


def _reaches(words: Sequence[str], first: int, rest: tuple[str, ...]) -> int:
    """At which word the name ends if the rest of it follows, -1 if something else does."""
    here = first
    for each in rest:
        here += 1
        while here < len(words) and words[here] in STOPS:
            here += 1
        if here >= len(words) or stem(words[here]) != each:
            return -1
    return here


@cache
def secret_words(with_digits: bool) -> frozenset[str]:
    """A word of each name of a secret, such as has digits or not: without one of these, a text tells none.

    Not those that hold sentences together ("key to", "one-time"): half of all texts have one of them.
    """
    tags = ("password", "answer", "pin", "cvv", "otp", "code") if with_digits else ("password", "answer")
    names = (each for language in LANGUAGES for tag in tags for each in _names(language, tag))
    found = {word for each in names for word in _telling(words_of(plain(each)).texts)} - STOPS - COMMON
    return frozenset(found | {f"{word}s" for word in found if word.isascii() and word[-1] != "s"})


def _telling(name: Sequence[str]) -> set[str]:
    """The words of a name without numbers and those that hold sentences together, unless all are such."""
    named = {word for word in name if not word.isdigit()}
    return named - small_words() - _digit_words() - STOPS or named


def _digit_words() -> set[str]:
    return {word for digit in "0123456789" for word in read("digit_words.toml")[digit]}


def _names(language: str, tag: str) -> list[str]:
    data = read(f"names/{language}.toml")
    return [each for section in ("names", "beside") for each in data[section].get(tag, ())]
