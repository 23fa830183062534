"""A weak word of a list with a word of its context beside it says more than the two somewhere in one text."""

from functools import cache

from parley.core.policy.screening.beginnings import Beginnings
from parley.core.policy.screening.phrases import Role, lexicon, phrase_words
from parley.core.policy.screening.reading import Reading
from parley.core.policy.screening.reasons import Reasons

MOST_KNOWN = 20_000  # words remembered of each list
SHORTEST = 2  # letters of a stem
NOWHERE: frozenset[str] = frozenset()


def near(reading: Reading, clause: str, before: int, after: int) -> str | None:
    """The weak word that has its context so many words away at most, unless there is a reason for it.

    None too if a mask or an exception stands by.
    """
    words, listed = reading.words, _listed(clause, "weak")
    if not any(map(listed.__getitem__, words)):  # as in most texts
        return None
    spoken, context, reasons = _languages(reading), _listed(clause, "context"), Reasons(reading)
    for place, word in enumerate(words):
        weak = listed[word] & spoken
        if not weak:
            continue
        window = (*words[max(0, place - before) : place], *words[place + 1 : place + 1 + after])
        if any(other != word and context[other] & weak for other in window):
            if reasons.excuse(clause, place, place + 1):
                continue
            return None if _excepted(reading, clause, place) else _entry(word, clause)
    return None


def is_weak(word: str, clause: str) -> bool:
    """Whether a weak entry of the clause is that one word."""
    return bool(_listed(clause, "weak")[word])


def _entry(word: str, clause: str) -> str:
    return next(phrase for phrase in _single(clause, "weak") if _matches(word, phrase))


class _Listed(dict[str, frozenset[str]]):
    """The languages in whose list each word is; filled as words are met."""

    def __init__(self, clause: str, role: Role) -> None:
        self._single = _single(clause, role)
        self._beginnings = Beginnings(phrase for phrase in self._single if len(phrase) > SHORTEST)

    def __missing__(self, word: str) -> frozenset[str]:
        if len(self) > MOST_KNOWN:
            self.clear()
        single, begun = self._single, self._beginnings.of(word)
        found = single.get(word, NOWHERE)
        self[word] = found.union(*map(single.__getitem__, begun)) if begun else found
        return self[word]


@cache
def _listed(clause: str, role: Role) -> _Listed:
    return _Listed(clause, role)


@cache
def _single(clause: str, role: Role) -> dict[str, frozenset[str]]:
    """The phrases of one word, with the languages that have them."""
    languages: dict[str, set[str]] = {}
    for each in lexicon().entries:
        words = phrase_words(each.phrase) if (each.clause, each.role) == (clause, role) else []
        if len(words) == 1:
            languages.setdefault(words[0], set()).add(each.language)
    return {word: frozenset(having) for word, having in languages.items()}


def _matches(word: str, phrase: str) -> bool:
    return word.startswith(phrase[:-1]) if phrase.endswith("*") else word == phrase


def _languages(reading: Reading) -> frozenset[str]:
    return frozenset(("any", *reading.languages, *(("hi",) if "hi-Latn" in reading.languages else ())))


def _excepted(reading: Reading, clause: str, place: int) -> bool:
    every = lexicon().occurrences(reading.words, reading.others, _languages(reading))
    found = [each for each in every if each.entry.clause == clause]
    return any(
        each.entry.role == "unless" or (each.entry.role == "masks" and each.start <= place < each.end) for each in found
    )
