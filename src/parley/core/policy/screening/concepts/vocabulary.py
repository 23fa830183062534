"""The vocabulary files: for each concept and language its phrases, as one tree of words."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from importlib.resources import files
from typing import Any

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
KEPT, LONGEST = 50_000, 40  # so many words are remembered, and no longer ones
SOUND = "\x00"  # before a romanised Hindi word that is compared by its sound


class Node:
    """What may follow the beginning of a phrase, what the phrases that end here mean, and all that may yet come."""

    __slots__ = ("follows", "leads", "means")

    def __init__(self) -> None:
        self.follows: dict[str, Node] = {}
        self.means: AbstractSet[tuple[str, str]] = set()
        self.leads: AbstractSet[str] = set()


NOTHING: dict[str, Node] = {}


class Vocabulary:
    """All phrases of some files; a word that ends in ``*`` stands for every word that begins so."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.root = Node()
        self.words: set[str] = set()
        for name in names:
            for concept, language, phrase in phrases_of(name):
                self._add(concept, language, phrase)
        _settle(self.root, {}, {})
        self.lengths = sorted({len(word) - 1 for word in self.words if word.endswith("*")})
        self._beginnings = Beginnings(self.words)
        self.patterns = _Patterns(self).__getitem__
        self.heads = _Heads(self).__getitem__
        self._calling: dict[frozenset[str], _Calling] = {}

    def _add(self, concept: str, language: str, phrase: str) -> None:
        words = words_of(phrase)
        if language == "hi" and LATIN.match(phrase):
            words = [SOUND + sounded(word) for word in words]
        node = self.root
        for word in words:
            self.words.add(word)
            node = node.follows.setdefault(word, Node())
            node.leads |= {concept}
        node.means |= {(concept, language)}

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
        return (word, *begun) if word in self.words else tuple(begun)


class _Patterns(dict[str, tuple[str, ...]]):
    """What each word matches; filled as words are met, and asked of every word many times."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def __missing__(self, word: str) -> tuple[str, ...]:
        found = self._vocabulary.matches(word)
        if len(self) < KEPT and len(word) < LONGEST:
            self[word] = found
        return found


class _Heads(dict[str, tuple[Node, ...]]):
    """The phrases that each word may begin, in the same way."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def __missing__(self, word: str) -> tuple[Node, ...]:
        follows = self._vocabulary.root.follows
        found = tuple(follows[pattern] for pattern in self._vocabulary.patterns(word) if pattern in follows)
        if len(self) < KEPT and len(word) < LONGEST:
            self[word] = found
        return found


class _Calling(dict[str, tuple[Node, ...]]):
    """Those that lead to some concepts only, in the same way."""

    def __init__(self, vocabulary: Vocabulary, concepts: frozenset[str]) -> None:
        self._vocabulary, self._concepts = vocabulary, concepts

    def __missing__(self, word: str) -> tuple[Node, ...]:
        heads = self._vocabulary.heads(word)
        found = tuple(node for node in heads if not node.leads.isdisjoint(self._concepts))
        if len(self) < KEPT and len(word) < LONGEST:
            self[word] = found
        return found


def _settle(node: Node, means: dict[Any, Any], leads: dict[Any, Any]) -> None:
    """Tens of thousands of nodes have one of a few hundred meanings, and most lead nowhere: they share these."""
    meant, led = frozenset(node.means), frozenset(node.leads)
    node.means, node.leads = means.setdefault(meant, meant), leads.setdefault(led, led)
    if not node.follows:
        node.follows = NOTHING
    for each in node.follows.values():
        _settle(each, means, leads)


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
