"""The lists of words by clause, compiled into one tree: one pass over a text finds what stands in any of them."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from sys import intern
from typing import Any, Literal, NamedTuple

from parley.core.policy.screening.beginnings import Beginnings
from parley.core.policy.screening.normalise import fold
from parley.core.policy.screening.tokens import WORD, Form

Others = Mapping[int, Sequence[Form]]
Role = Literal["strong", "weak", "context", "masks", "unless"]
ROLES: tuple[Role, ...] = ("strong", "weak", "context", "masks", "unless")
COUNTING: tuple[Role, ...] = ("strong", "weak")  # the others say nothing without one of these


@dataclass(frozen=True, slots=True)
class Entry:
    """One phrase of one list."""

    clause: str
    language: str
    role: Role
    phrase: str


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An entry at ``words[start:end]``."""

    entry: Entry
    start: int
    end: int


@dataclass(slots=True)
class Node:
    """What may follow a beginning of phrases, which phrases end here, and whether any counts without the others."""

    next: dict[str, "Node"] = field(default_factory=dict)
    entries: Sequence[Entry] = ()
    counts: bool = False


NOTHING: dict[str, Node] = {}


def _settle(node: Node) -> None:
    """Most nodes lead nowhere: they share that."""
    if not node.next:
        node.next = NOTHING
    for each in node.next.values():
        _settle(each)


class Start(NamedTuple):
    """The phrases that a word may begin, those of them that it is by itself, and what may come next in the others."""

    heads: tuple[Node, ...]
    whole: tuple[Node, ...]
    following: AbstractSet[str]


class Lexicon:
    """All phrases, by their words; a word that ends in ``*`` stands for every word that begins so."""

    def __init__(self, entries: list[Entry]) -> None:
        self.entries = entries
        self._root = Node()
        self._known: set[str] = set()
        for entry in entries:
            self._add(entry)
        _settle(self._root)
        self._beginnings = Beginnings(self._known)
        self.patterns = lru_cache(maxsize=50_000)(self._patterns)
        self.starts = lru_cache(maxsize=50_000)(self._starts)

    def _add(self, entry: Entry) -> None:
        node = self._root
        for word in map(intern, phrase_words(entry.phrase)):  # most stand in many phrases
            self._known.add(word)
            node = node.next.setdefault(word, Node())
        node.entries = (*node.entries, entry)
        node.counts = node.counts or entry.role in COUNTING

    def _patterns(self, word: str) -> tuple[str, ...]:
        """What of the lists the word matches: itself, and beginnings of it."""
        found = (word,) if word in self._known else ()
        return found if word.isdigit() else (*found, *self._beginnings.of(word))

    @property
    def firsts(self) -> Mapping[str, Node]:
        """What phrases begin with."""
        return self._root.next

    @property
    def words(self) -> AbstractSet[str]:
        """Every word of the phrases; of one that may go on, its beginning and ``*``."""
        return self._known

    def knows(self, word: str) -> bool:
        """Whether a list names the word, with no longer an ending than words have."""
        return any(_fits(pattern, word) for pattern in self.patterns(word))

    def names(self, word: str, beyond: int) -> bool:
        """Whether a list names the word by more than its first letters: by at least two after ``beyond``."""
        return any(len(pattern) > beyond + 2 for pattern in self.patterns(word)) and self.knows(word)

    def occurrences(self, words: Sequence[str], others: Others, languages: Iterable[str]) -> list[Occurrence]:
        """Every phrase among the words, of these languages, and of the lists of which something strong or weak is."""
        found: list[tuple[Node, int, int]] = []
        for place, word in enumerate(words):
            if place in others:
                found += [(node, place, end) for node, end in self._walk(self._root, words, others, place)]
                continue
            heads, whole, following = self.starts(word)
            if following and self._goes_on(following, words, others, place + 1):
                self._follow(heads, words, others, place, found)
            else:
                found += [(node, place, place + 1) for node in whole]
        counting = [entry for node, _, _ in found if node.counts for entry in node.entries]
        if not counting:
            return []
        fitting = frozenset(languages)
        clauses = {each.clause for each in counting if each.role in COUNTING and each.language in fitting}
        return [
            Occurrence(each, start, end)
            for node, start, end in found
            for each in node.entries
            if each.language in fitting and each.clause in clauses
        ]

    def _goes_on(self, following: AbstractSet[str], words: Sequence[str], others: Others, place: int) -> bool:
        """Whether one of these may come here; mostly none does."""
        if place >= len(words):
            return False
        return place in others or not following.isdisjoint(self.patterns(words[place]))

    def _follow(
        self,
        heads: Sequence[Node],
        words: Sequence[str],
        others: Others,
        place: int,
        found: list[tuple[Node, int, int]],
    ) -> None:
        """Adds the phrases that begin here with the word as written: one, or nothing, for most words."""
        after = place + 1
        following = self.patterns(words[after]) if after < len(words) else ()
        for node in heads:
            if node.entries:
                found.append((node, place, after))
            if node.next and (after in others or not node.next.keys().isdisjoint(following)):
                found += [(each, place, end) for each, end in self._walk(node, words, others, after)]

    def _starts(self, word: str) -> Start:
        found = (self._root.next.get(pattern) for pattern in self.patterns(word))
        heads = tuple(node for node in found if node is not None)
        ways = [node.next.keys() for node in heads if node.next]
        following = ways[0] if len(ways) == 1 else frozenset[str]().union(*ways)
        return Start(heads, tuple(node for node in heads if node.entries), following)

    def _walk(self, node: Node, words: Sequence[str], others: Others, place: int) -> Iterator[tuple[Node, int]]:
        if place >= len(words):
            return
        if place not in others and node.next.keys().isdisjoint(self.patterns(words[place])):
            return
        for word, span in ((words[place], 1), *others.get(place, ())):
            for pattern in self.patterns(word):
                following = node.next.get(pattern)
                if following is not None:
                    if following.entries:
                        yield following, place + span
                    if following.next:
                        yield from self._walk(following, words, others, place + span)


def _fits(pattern: str, word: str) -> bool:
    """Whether what follows the stem is an ending; after a short stem, a letter at most."""
    stem = len(pattern.removesuffix("*"))
    return len(word) - stem <= (3 if stem > 3 else 1)


def phrase_words(phrase: str) -> list[str]:
    """The words of a phrase of a list, folded as texts are."""
    words: list[str] = []
    for piece in phrase.split():
        found = WORD.findall(fold(piece))
        if found and piece.endswith("*"):
            found[-1] += "*"
        words += found
    return words


@cache
def lexicon() -> Lexicon:
    """The lists of the package."""
    folder = files("parley.core.policy.screening") / "lexicons"
    entries: list[Entry] = []
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if file.name.endswith(".toml"):
            entries += entries_of(tomllib.loads(file.read_text(encoding="utf-8")))
    return Lexicon(entries)


def entries_of(data: dict[str, Any]) -> list[Entry]:
    """The phrases of one file."""
    return [
        Entry(data["clause"], language, role, intern(phrase))  # where it is one word, the tree has it too
        for language, lists in data.items()
        if isinstance(lists, dict)
        for role in ROLES
        for phrase in lists.get(role, ())
    ]
