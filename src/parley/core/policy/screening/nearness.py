"""A weak word of a list with a word of its context beside it says more than the two somewhere in one text."""

from functools import cache, lru_cache

from parley.core.policy.screening.phrases import Role, lexicon, phrase_words
from parley.core.policy.screening.reading import Reading


def near(reading: Reading, clause: str, before: int, after: int) -> str | None:
    """The weak word that has its context so many words away at most; None too if a mask or an exception stands by."""
    words = reading.words
    for place, word in enumerate(words):
        weak = _listed(word, clause, "weak")
        if weak is None:
            continue
        window = (*words[max(0, place - before) : place], *words[place + 1 : place + 1 + after])
        if any(other != word and _listed(other, clause, "context") is not None for other in window):
            return None if _excepted(reading, clause, place) else weak
    return None


@lru_cache(maxsize=50_000)
def _listed(word: str, clause: str, role: Role) -> str | None:
    exact, begun = _single(clause, role)
    if word in exact:
        return word
    return next((start for start in begun if word.startswith(start)), None)


@cache
def _single(clause: str, role: Role) -> tuple[frozenset[str], tuple[str, ...]]:
    """The phrases of one word: whole ones, and beginnings."""
    phrases = [phrase_words(each.phrase) for each in lexicon().entries if (each.clause, each.role) == (clause, role)]
    single = [words[0] for words in phrases if len(words) == 1]
    begun = tuple(word[:-1] for word in single if word.endswith("*"))
    return frozenset(word for word in single if not word.endswith("*")), begun


def _excepted(reading: Reading, clause: str, place: int) -> bool:
    languages = ("any", *reading.languages, *(("hi",) if "hi-Latn" in reading.languages else ()))
    found = [o for o in lexicon().occurrences(reading.words, reading.others, languages) if o.entry.clause == clause]
    return any(o.entry.role == "unless" or (o.entry.role == "masks" and o.start <= place < o.end) for o in found)
