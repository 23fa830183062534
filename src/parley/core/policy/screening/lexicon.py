"""Lists of words by clause, compiled into one tree of words: one pass over a text finds what stands in any of them."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

from parley.core.policy.screening.hits import Hit
from parley.core.policy.screening.normalise import fold
from parley.core.policy.screening.reading import Reading
from parley.core.policy.screening.tokens import WORD

Role = Literal["strong", "weak", "context", "masks", "unless"]
ROLES: tuple[Role, ...] = ("strong", "weak", "context", "masks", "unless")
STRONG, TWICE, SUPPORTED, SEVERAL, ALONE = 0.9, 0.95, 0.65, 0.55, 0.3


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
    """What may follow a beginning of phrases, and which phrases end here."""

    next: dict[str, "Node"] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)


class Lexicon:
    """All phrases, by their words; a word that ends in ``*`` stands for every word that begins so."""

    def __init__(self, entries: list[Entry]) -> None:
        self.entries = entries
        self._root = Node()
        self._known: set[str] = set()
        for entry in entries:
            self._add(entry)
        self._lengths = sorted({len(word) for word in self._known if word.endswith("*")})
        self.patterns = lru_cache(maxsize=50_000)(self._patterns)

    def _add(self, entry: Entry) -> None:
        node = self._root
        for word in phrase_words(entry.phrase):
            self._known.add(word)
            node = node.next.setdefault(word, Node())
        node.entries.append(entry)

    def _patterns(self, word: str) -> tuple[str, ...]:
        """What of the lists the word matches: itself, and beginnings of it."""
        found = [word] if word in self._known else []
        for length in self._lengths:
            if length - 1 > len(word):
                break
            begun = f"{word[: length - 1]}*"
            if begun in self._known:
                found.append(begun)
        return tuple(found)

    def occurrences(self, reading: Reading) -> list[Occurrence]:
        """Every phrase in the text, in the languages that it may be in."""
        fitting = {"any", *reading.languages, *(("hi",) if "hi-Latn" in reading.languages else ())}
        found: list[Occurrence] = []
        for place in range(len(reading.words)):
            for node, end in self._walk(self._root, reading, place):
                found += [Occurrence(e, place, end) for e in node.entries if e.language in fitting]
        return found

    def _walk(self, node: Node, reading: Reading, place: int) -> Iterator[tuple[Node, int]]:
        if place >= len(reading.words):
            return
        for word, span in ((reading.words[place], 1), *reading.others.get(place, ())):
            for pattern in self.patterns(word):
                following = node.next.get(pattern)
                if following is not None:
                    if following.entries:
                        yield following, place + span
                    if following.next:
                        yield from self._walk(following, reading, place + span)


def phrase_words(phrase: str) -> list[str]:
    """The words of a phrase of a list, folded as texts are."""
    words: list[str] = []
    for piece in phrase.split():
        found = WORD.findall(fold(piece))
        if found and piece.endswith("*"):
            found[-1] += "*"
        words += found
    return words


def find(reading: Reading) -> list[Hit]:
    """One hit for each clause whose words are in the text."""
    by_clause: dict[str, list[Occurrence]] = {}
    for each in lexicon().occurrences(reading):
        by_clause.setdefault(each.entry.clause, []).append(each)
    return [hit for clause, found in by_clause.items() for hit in [_judge(clause, found)] if hit]


def _judge(clause: str, found: list[Occurrence]) -> Hit | None:
    masks = [(o.start, o.end) for o in found if o.entry.role == "masks"]
    unless = any(o.entry.role == "unless" for o in found)
    seen = [o for o in found if not any(start <= o.start and o.end <= end for start, end in masks)]
    strong = [o for o in seen if o.entry.role == "strong"]
    weak = [o for o in seen if o.entry.role == "weak"]
    context = [o for o in seen if o.entry.role == "context"]
    if unless:
        strong, weak = [], strong
    if strong:
        places = {o.start for o in strong}
        return Hit(clause, "lexicon", TWICE if len(places) > 1 or context else STRONG, strong[0].entry.phrase)
    if not weak:
        return None
    supported = any(_apart(w, c) for w in weak for c in context)
    several = len({w.start for w in weak}) > 2
    strength = SUPPORTED if supported else SEVERAL if several else ALONE
    return Hit(clause, "lexicon", strength, weak[0].entry.phrase)


def _apart(one: Occurrence, other: Occurrence) -> bool:
    return one.end <= other.start or other.end <= one.start


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
        Entry(data["clause"], language, role, phrase)
        for language, lists in data.items()
        if isinstance(lists, dict)
        for role in ROLES
        for phrase in lists.get(role, ())
    ]
