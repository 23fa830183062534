"""What a text calls: one look at its words says which lists and recognisers may find something in it.

Each of them knows phrases without which it finds nothing. Here they are asked together: of each word is known for whom
it is such a phrase alone, and which next words go on with one; only there a phrase is followed to its end.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from parley.core.policy.screening.beginnings import Beginnings
from parley.core.policy.screening.by_word import ByWord
from parley.core.policy.screening.concepts.vocabulary import ARABIC, arabic_forms
from parley.core.policy.screening.tokens import Form

Others = Mapping[int, Sequence[Form]]


class Tree(NamedTuple):
    """Somebody's phrases: the nodes by first word, what follows a node, and the languages of what ends there.

    ``words``: all that stand in phrases; one that ends in ``*`` stands for every word that begins so. ``alone``:
    whether a word calls, in any language, though no phrase holds it.
    """

    first: Mapping[str, Any]
    follows: Callable[[Any], Mapping[str, Any]]
    ends: Callable[[Any], Iterable[str]]
    words: AbstractSet[str]
    alone: Callable[[str], bool] | None = None


class Step(NamedTuple):
    """Where the first two words of a phrase lead: whom that calls already, and the node of a tree that goes on."""

    calls: int
    tree: int
    node: Any


Begun = Mapping[str, tuple[Step, ...]]  # by the next word
NOTHING: Begun = {}
ANY = "any"  # the language of what all languages share


class Said(NamedTuple):
    """Whom a word calls alone; the phrases that it begins; what it stands for."""

    alone: int
    begun: Begun
    matches: tuple[str, ...]


class Calls:
    """By each word what it says. Whom it calls is a number: one bit a tree and language."""

    def __init__(self, trees: Sequence[Tree]) -> None:
        self._trees = trees
        self._words = frozenset[str]().union(*(tree.words for tree in trees))
        self._beginnings = Beginnings(self._words)
        self._alone = [(number, tree.alone) for number, tree in enumerate(trees) if tree.alone is not None]
        self._said = ByWord(self._say)
        self._languages: dict[str, int] = {}  # by how many places its bits are moved
        self._shared: dict[tuple[str, ...], tuple[int, Begun]] = {}

    def called(self, words: Sequence[str], others: Others, languages: Iterable[str]) -> int:
        """One bit for each tree of which a phrase stands among the words, in one of these languages."""
        called, begun, said = 0, NOTHING, self._said
        for place, word in enumerate(words):
            alone, following, matches = said[word]
            if begun:
                for match in matches:
                    if match in begun:
                        called |= self._second(begun, matches, words, others, place + 1)
                        break
            called |= alone
            begun = following
        if others:
            called |= self._meant(words, others)
        places = [self._languages[each] for each in languages if each in self._languages] if called else ()
        return reduce(or_, [called >> place for place in places], 0) & ((1 << len(self._trees)) - 1)

    def _meant(self, words: Sequence[str], others: Others) -> int:
        """Whom they call by what is meant otherwise than written."""
        called = 0
        for place, forms in others.items():
            if place:
                called |= self._next(self._said[words[place - 1]].begun, words, others, place)
            for form, span in forms:
                said = self._said[form]
                called |= said.alone | self._next(said.begun, words, others, place + span)
        return called

    def _next(self, begun: Begun, words: Sequence[str], others: Others, place: int) -> int:
        called = 0
        for word, span in _ways(words, others, place) if begun else ():
            called |= self._second(begun, self._said[word].matches, words, others, place + span)
        return called

    def _second(self, begun: Begun, matches: Iterable[str], words: Sequence[str], others: Others, place: int) -> int:
        called = 0
        for match in matches:
            for calls, tree, node in begun.get(match, ()):
                called |= calls | self._going_on(tree, node, words, others, place)
        return called

    def _going_on(self, tree: int, node: Any, words: Sequence[str], others: Others, place: int) -> int:
        """Whom the phrase calls that goes on here."""
        called, follows = 0, self._trees[tree].follows(node)
        for word, span in _ways(words, others, place) if follows else ():
            for match in self._said[word].matches:
                if match in follows:
                    called |= self._ends(tree, follows[match])
                    called |= self._going_on(tree, follows[match], words, others, place + span)
        return called

    def _say(self, word: str) -> Said:
        matches = self._matches(word)
        if matches not in self._shared:
            self._shared[matches] = self._begun(matches)
        alone, begun = self._shared[matches]
        if word.isdigit():  # a number is no word that calls by itself
            return Said(alone, begun, matches)
        for number, calls in self._alone:
            if calls(word):
                alone |= 1 << number + self._moved(ANY)
        return Said(alone, begun, matches)

    def _matches(self, word: str) -> tuple[str, ...]:
        """What of the phrases' words it stands for: itself, beginnings of it, and in Arabic what is in it."""
        if word.isascii() or not ARABIC.search(word):
            begun = self._beginnings.of(word)
            return (word, *begun) if word in self._words else tuple(begun)
        forms = (word, *arabic_forms(word))
        return (*self._words.intersection(forms), *(stem for form in forms for stem in self._beginnings.of(form)))

    def _begun(self, matches: tuple[str, ...]) -> tuple[int, Begun]:
        alone, begun = 0, dict[str, tuple[Step, ...]]()
        for number, tree in enumerate(self._trees):
            for node in [tree.first[each] for each in matches if each in tree.first]:
                alone |= self._ends(number, node)
                for word, following in tree.follows(node).items():
                    if _leads(tree, following):
                        begun[word] = (*begun.get(word, ()), Step(self._ends(number, following), number, following))
        return alone, begun or NOTHING

    def _ends(self, tree: int, node: Any) -> int:
        """Whom the phrases call that end here."""
        bits = 0
        for language in self._trees[tree].ends(node):
            bits |= 1 << tree + self._moved(language)
        return bits

    def _moved(self, language: str) -> int:
        return self._languages.setdefault(language, len(self._trees) * len(self._languages))


def _ways(words: Sequence[str], others: Others, place: int) -> Iterable[Form]:
    """The word at this place as written, and as it may be meant, with how many words that is."""
    return ((words[place], 1), *others.get(place, ())) if place < len(words) else ()


def _leads(tree: Tree, node: Any) -> bool:
    """Whether any phrase ends here or later for which somebody is called."""
    return any(True for _ in tree.ends(node)) or any(_leads(tree, each) for each in tree.follows(node).values())
