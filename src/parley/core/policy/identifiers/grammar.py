"""How each language asks and denies: the phrases of ``asks/*.toml``, found among the words of a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from parley.core.policy.identifiers.data import read
from parley.core.policy.identifiers.plain import plain
from parley.core.policy.identifiers.words import LANGUAGES, words_of

Span = tuple[int, int]  # from one word up to another, the second not included
_Phrases = dict[str, list[tuple[str, ...]]]


@dataclass(frozen=True)
class Grammar:
    """The phrases of one language by what they do, and all its words."""

    language: str
    phrases: dict[str, _Phrases]
    words: frozenset[str]

    def spans(self, key: str, words: Sequence[str], besides: Sequence[Span] = ()) -> list[Span]:
        """Where the phrases of this kind stand, the longest at each place; none that touches ``besides``."""
        known, found, until = self.phrases[key], [], 0
        if known.keys().isdisjoint(words):
            return []
        for here, word in enumerate(words):
            if here < until or word not in known:
                continue
            end = next((here + len(p) for p in known[word] if tuple(words[here : here + len(p)]) == p), 0)
            if end and not any(start < end and here < stop for start, stop in besides):
                found.append((here, end))
            until = end
        return found


@cache
def grammars() -> tuple[Grammar, ...]:
    """One for each language."""
    return tuple(_grammar(language) for language in LANGUAGES)


def _grammar(language: str) -> Grammar:
    phrases: dict[str, _Phrases] = {}
    words = {normal(word) for word in read("fillers.toml")[language]}
    for key, written in read(f"asks/{language}.toml").items():
        by_first: _Phrases = {}
        for each in [*written, *_joined(language, key, written)]:
            phrase = tuple(map(normal, words_of(plain(each)).texts))
            by_first.setdefault(phrase[0], []).append(phrase)
            words |= set(phrase)
        phrases[key] = {first: sorted(known, key=len, reverse=True) for first, known in by_first.items()}
    return Grammar(language, phrases, frozenset(words))


def _joined(language: str, key: str, written: list[str]) -> list[str]:
    """Spanish joins "me" and "us" to what it asks for: "escriba", "escríbame", "escríbanos"."""
    if language != "es" or key != "give":
        return []
    return [each + to for each in written for to in ("me", "nos") if " " not in each and each[-1] in "aeir"]


def normal(word: str) -> str:
    """Arabic without the article and "and"; other words as they are."""
    if not "\u0600" <= word[0] <= "\u06ff":
        return word
    joined = next(
        (each for each in ("وال", "بال", "ال", "لل") if word.startswith(each) and len(word) > len(each) + 2), ""
    )
    return word[len(joined) :]


def say_any(keys: Sequence[str], words: Sequence[str]) -> bool:
    """Whether phrases of these kinds, of any language, stand among the words."""
    return any(grammar.spans(key, words) for grammar in grammars() for key in keys)


def likely(words: Sequence[str]) -> list[Grammar]:
    """The languages that these words may be in: the one that knows most of them, and any that knows nearly as many."""
    known = [(sum(map(grammar.words.__contains__, words)), grammar) for grammar in grammars()]
    most = max(count for count, _ in known)
    return [grammar for count, grammar in known if count and count * 10 >= most * 7]
