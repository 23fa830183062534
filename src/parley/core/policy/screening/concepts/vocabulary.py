"""The vocabulary files: for each concept and language its phrases, as one tree of words."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from sys import intern
from typing import TypeVar

from parley.core.policy.screening.beginnings import Beginnings
from parley.core.policy.screening.concepts.romanised import sounded
from parley.core.policy.screening.normalise import fold
from parley.core.policy.screening.tokens import WORD

CHOICE = re.compile(r"\{([^{}]*)\}")
PARTED = re.compile(r"[,\n]+")
LATIN = re.compile("[a-z]")
ARABIC = re.compile("[\u0621-\u064a]")
ARABIC_PREFIXES = re.compile("^(?:لال|[وفبل]?[هحسب]?[ايتن]|[وفبلكهحس])(?=\\w{3})")
ARABIZI = str.maketrans("23567890", "\u0621\u0639\u062e\u0637\u062d\u0642\u0635\u0648")
KEPT, LONGEST = 50_000, 40  # so many words are remembered before all are forgotten, and no longer ones
SOUND = "\x00"  # before a romanised Hindi word that is compared by its sound


Meanings = frozenset[tuple[str, str]]


class Node:
    """What may follow the beginning of a phrase, what the phrases that end here mean, and all that may yet come.

    Hundreds of thousands of nodes have one of a few hundred meanings, and most lead nowhere. They share these, and
    those that lead nowhere are shared themselves, from the first: what is freed later the machine does not get back.
    """

    __slots__ = ("follows", "leads", "means")

    def __init__(self, means: Meanings = frozenset(), leads: frozenset[str] = frozenset()) -> None:
        self.follows = NOTHING
        self.means = means
        self.leads = leads

    def add(self, words: Sequence[str], concept: str, language: str) -> None:
        """A phrase that goes on so from here."""
        if self.follows is NOTHING:
            self.follows = {}
        word, *rest = words
        known = self.follows.get(word, NOWHERE)
        means = known.means if rest else _with(known.means, (concept, language))
        leads = _with(known.leads, concept)
        if known.follows is not NOTHING:
            known.means, known.leads = means, leads
        else:
            known = self.follows[word] = Node(means, leads) if rest else _last(means, leads)
        if rest:
            known.add(rest, concept, language)


Each = TypeVar("Each")
NOTHING: dict[str, Node] = {}
NOWHERE = Node()


@cache
def _last(means: Meanings, leads: frozenset[str]) -> Node:
    """The node after which nothing follows; such are never changed."""
    return Node(means, leads)


@cache
def _with(known: frozenset[Each], more: Each) -> frozenset[Each]:
    """The set with one more, the same object for the same set."""
    return _shared(known | {more})


@cache
def _shared(each: frozenset[Each]) -> frozenset[Each]:
    return each


class Vocabulary:
    """All phrases of some files; a word that ends in ``*`` stands for every word that begins so."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.root = Node()
        self.words: set[str] = set()
        for name in names:
            for concept, language, phrase in phrases_of(name):
                self._add(concept, language, phrase)
        self.lengths = sorted({len(word) - 1 for word in self.words if word.endswith("*")})
        self._beginnings = Beginnings(self.words)
        self.patterns = _Patterns(self).__getitem__
        self.heads = _Heads(self).__getitem__
        self._calling: dict[frozenset[str], _Calling] = {}

    def _add(self, concept: str, language: str, phrase: str) -> None:
        words = words_of(phrase)
        if language == "hi" and LATIN.match(phrase):
            words = [SOUND + sounded(word) for word in words]
        words = [intern(word) for word in words]  # most stand in many phrases
        self.words.update(words)
        if words:
            self.root.add(words, concept, language)

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


def phrases_of(name: str) -> Iterator[tuple[str, str, str]]:
    """Concept, language and phrase of each entry of a file."""
    file = files("parley.core.policy.screening") / "vocabulary" / f"{name}.toml"
    for concept, languages in tomllib.loads(file.read_text(encoding="utf-8")).items():
        for language, listed in languages.items():
            for each in PARTED.split(listed):
                if each.strip():
                    yield from ((concept, language, fold(phrase)) for phrase in choices(each.strip()))


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
