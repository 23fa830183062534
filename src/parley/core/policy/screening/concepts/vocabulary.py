"""The vocabulary files: for each concept and language its phrases, as one tree of words."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain, groupby, product
from sys import intern
from typing import TypeVar

from parley.core.policy.screening.beginnings import Beginnings
from parley.core.policy.screening.concepts.romanised import sounded
from parley.core.policy.screening.normalise import fold
from parley.core.policy.screening.tokens import WORD

CHOICE = re.compile(r"\{([^{}]*)\}")
PARTED = re.compile(r"[,\n]+")
PIECE = re.compile(r"(?:[^\s{}]|\{[^{}]*\})+")
LATIN = re.compile("[a-z]")
ARABIC = re.compile("[\u0621-\u064a]")
ARABIC_PREFIXES = re.compile("^(?:لال|[وفبل]?[هحسب]?[ايتن]|[وفبلكهحس])(?=\\w{3})")
ARABIZI = str.maketrans("23567890", "\u0621\u0639\u062e\u0637\u062d\u0642\u0635\u0648")
KEPT, LONGEST = 50_000, 40  # so many words are remembered before all are forgotten, and no longer ones
SOUND = "\x00"  # before a romanised Hindi word that is compared by its sound


Meanings = frozenset[tuple[str, str]]


Phrase = tuple[tuple[str, ...], tuple[str, str]]  # its words; its concept and language


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """What may follow the beginning of a phrase, what the phrases that end here mean, and all that may yet come.

    Phrases with choices go on alike after many beginnings. What goes on alike is one node: of sixty thousand nodes
    a few thousand are left, and the processor finds them in its cache.
    """

    follows: Mapping[str, "Node"]
    means: Meanings
    leads: frozenset[str]


def _tree(phrases: Iterable[Phrase]) -> Node:
    """The node before the first word."""
    known: dict[tuple[Meanings, tuple[tuple[str, int], ...]], Node] = {}

    def node(going_on: Sequence[Phrase], depth: int) -> Node:
        """What goes on after so many words that all of these have; they are in order."""
        means = frozenset(meaning for words, meaning in going_on if len(words) == depth)
        longer = (each for each in going_on if len(each[0]) > depth)
        follows = {word: node([*each], depth + 1) for word, each in groupby(longer, lambda each: each[0][depth])}
        alike = means, tuple((word, id(each)) for word, each in follows.items())
        if alike not in known:
            leads = frozenset(concept for concept, _ in means).union(*(each.leads for each in follows.values()))
            known[alike] = Node(follows or NOTHING, _same(means), _same(leads))
        return known[alike]

    return node(sorted(phrases), 0)


NOTHING: dict[str, Node] = {}
Each = TypeVar("Each")


@cache
def _same(each: Each) -> Each:
    """The same object for what is equal."""
    return each


class Vocabulary:
    """All phrases of some files; a word that ends in ``*`` stands for every word that begins so."""

    def __init__(self, names: tuple[str, ...]) -> None:
        phrases = [each for name in names for each in _phrases(name) if each[0]]
        self.root = _tree(phrases)
        self.words = frozenset(word for words, _ in phrases for word in words)
        self.lengths = sorted({len(word) - 1 for word in self.words if word.endswith("*")})
        self._beginnings = Beginnings(self.words)
        self.patterns = _Patterns(self).__getitem__
        self.heads = _Heads(self).__getitem__
        self._calling: dict[frozenset[str], _Calling] = {}

    def calling(self, concepts: frozenset[str]) -> "_Calling":
        """By each word, the phrases for any of these concepts that it may begin."""
        if concepts not in self._calling:
            self._calling[concepts] = _Calling(self, concepts)
        return self._calling[concepts]

    def matches(self, word: str) -> tuple[str, ...]:
        """What of the vocabulary the word matches: itself, beginnings of it, and in Arabic what is in it."""
        if not word.isascii() and ARABIC.search(word):
            written = (word, *arabic_forms(word))
            begun: Sequence[str] = [stem for form in written for stem in self._beginnings.of(form)]
            return (*(form for form in written if form in self.words), *begun)
        begun = self._beginnings.of(word)
        return (word, *begun) if word in self.words else tuple(begun) if begun else ()


class _Patterns(dict[str, tuple[str, ...]]):
    """What each word matches; filled as words are met, and asked of every word many times."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def __missing__(self, word: str) -> tuple[str, ...]:
        found = self._vocabulary.matches(word)
        if len(word) < LONGEST:
            if len(self) >= KEPT:
                self.clear()
            self[word] = found
        return found


class _Heads(dict[str, tuple[Node, ...]]):
    """The phrases that each word may begin, in the same way."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def __missing__(self, word: str) -> tuple[Node, ...]:
        follows = self._vocabulary.root.follows
        patterns = self._vocabulary.matches(word)  # of most words none
        found = tuple(follows[pattern] for pattern in patterns if pattern in follows) if patterns else ()
        if len(word) < LONGEST:
            if len(self) >= KEPT:
                self.clear()
            self[word] = found
        return found


class _Calling(dict[str, tuple[Node, ...]]):
    """Those that lead to some concepts only, in the same way."""

    def __init__(self, vocabulary: Vocabulary, concepts: frozenset[str]) -> None:
        self._vocabulary, self._concepts = vocabulary, concepts

    def __missing__(self, word: str) -> tuple[Node, ...]:
        heads = self._vocabulary.heads(word)
        found = tuple(node for node in heads if not node.leads.isdisjoint(self._concepts)) if heads else ()
        if len(word) < LONGEST:
            if len(self) >= KEPT:
                self.clear()
            self[word] = found
        return found


def arabic_forms(word: str) -> Iterator[str]:
    """Without what Arabic writes before a verb or noun; digits that stand for letters read as these."""
    if not word.isalpha():
        word = word.translate(ARABIZI)
        yield word
    for prefix in ARABIC_PREFIXES.findall(word)[:1]:
        yield word[len(prefix) :]


@cache
def vocabulary(*names: str) -> Vocabulary:
    """The vocabulary of these files, read once."""
    return Vocabulary(names)


def words_in(name: str) -> Iterator[str]:
    """Each word of a file's phrases, without putting together all the phrases that choices stand for."""
    for _, _, entry in entries_of(name):
        for piece in PIECE.findall(entry):
            for each in choices(piece):
                yield from words_of(fold(each))


def _phrases(name: str) -> Iterator[Phrase]:
    """What the entries of a file stand for. A few words stand in many phrases, so each is read once and kept once."""
    for concept, language, entry in entries_of(name):
        meaning = concept, language
        pieces = [entry] if language == "hi" else PIECE.findall(entry)  # of Hindi the alphabet of the first word counts
        ways = [[_words(fold(each), language) for each in choices(piece)] for piece in pieces]
        yield from ((tuple(chain.from_iterable(way)), meaning) for way in product(*ways))


def entries_of(name: str) -> Iterator[tuple[str, str, str]]:
    """Concept, language and words of each entry of a file, choices and all."""
    file = files("parley.core.policy.screening") / "vocabulary" / f"{name}.toml"
    for concept, languages in tomllib.loads(file.read_text(encoding="utf-8")).items():
        for language, listed in languages.items():
            yield from ((concept, language, each.strip()) for each in PARTED.split(listed) if each.strip())


def _words(phrase: str, language: str) -> list[str]:
    words = words_of(phrase)
    if language == "hi" and LATIN.match(phrase):
        words = [SOUND + sounded(word) for word in words]
    return [*map(intern, words)]


def words_of(phrase: str) -> list[str]:
    """The words of a phrase that is folded as texts are."""
    found: list[str] = []
    for piece in phrase.split():
        words = WORD.findall(piece)
        if words and piece.endswith("*"):
            words[-1] += "*"
        found += words
    return found


def choices(phrase: str) -> Iterator[str]:
    """The phrases that one with ``{either|or}`` stands for."""
    choice = CHOICE.search(phrase)
    if not choice:
        yield phrase
        return
    for either in choice.group(1).split("|"):
        yield from choices(f"{phrase[: choice.start()]}{either}{phrase[choice.end() :]}")
