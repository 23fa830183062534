"""The words of one language by their kinds, and what kinds a clause holds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import OSA

from parley.core.policy.wishes.clauses import words_of

FREE = "free"  # words that say nothing for or against: greetings, pronouns, politeness
PARTS = "parts"
SPOILS = "spoils"
JOINED = "joined"
LONG = 6  # letters from which one may be wrong
LONGEST_PHRASE = 6  # words

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Kinds:
    """The kinds of words that a clause is made of; ``spoilt`` where two stand so that they say the contrary."""

    known: frozenset[str]
    spoilt: bool


@dataclass(frozen=True)
class Lexicon:
    """``phrases``: words and phrases with their kinds. ``known``: each word of them. ``spelling``: those that may have
    one letter wrong, by their first. ``joined``: pronouns that are written at the end of a verb. ``parts``: words that
    part clauses. ``spoils``: pairs of kinds that in this order say the contrary ("don't" + "stop").
    """

    phrases: Mapping[Phrase, frozenset[str]]
    known: frozenset[str]
    spelling: Mapping[str, Sequence[str]]
    joined: tuple[str, ...]
    parts: frozenset[str]
    spoils: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, written: Mapping[str, Sequence[str]], misspelt: Sequence[str]) -> "Lexicon":
        """From a language's table of kinds; ``misspelt``: the kinds whose words may have one letter wrong."""
        phrases: dict[Phrase, frozenset[str]] = {}
        for kind in written.keys() - {PARTS, SPOILS, JOINED}:
            for phrase in map(words_of, written[kind]):
                phrases[phrase] = phrases.get(phrase, frozenset()) | {kind}
        may_slip = [phrase for phrase, kinds in phrases.items() if not kinds.isdisjoint(misspelt)]
        return cls(
            phrases,
            frozenset(word for phrase in phrases for word in phrase),
            _by_first_letter({word for phrase in may_slip for word in phrase if len(word) >= LONG}),
            tuple(written.get(JOINED, ())),
            frozenset(word for each in written[PARTS] for word in words_of(each)),
            frozenset((first, second) for first, second in map(str.split, written.get(SPOILS, ()))),
        )

    def kinds(self, words: Phrase) -> Kinds | None:
        """What the clause is made of; None if a word is not known."""
        meant = self._meant(words)
        if meant is None:
            return None
        words = meant
        found: list[frozenset[str]] = []
        here = 0
        while here < len(words):
            length, kinds = self._longest(words, here)
            if not kinds:
                return None
            found.append(kinds)
            here += length
        return Kinds(
            frozenset().union(*found) - {FREE}, self._is_spoilt([kinds for kinds in found if FREE not in kinds])
        )

    def names(self, words: Phrase, kinds: frozenset[str]) -> bool:
        """Whether one of the words is by itself of these kinds, whatever stands around it."""
        return any(not kinds.isdisjoint(self.phrases.get((word,), ())) for word in words)

    def _meant(self, words: Phrase) -> Phrase | None:
        """The words with slips of the pen mended; None at the first that is not known, as most messages have one."""
        mended = []
        for word in words:
            known = word if word in self.known or self._with_pronoun(word) else self._mended(word)
            if known is None:
                return None
            mended.append(known)
        return tuple(mended)

    def _mended(self, word: str) -> str | None:
        if len(word) < LONG:
            return None
        return next((each for each in self.spelling.get(word[0], ()) if is_slip(word, each)), None)

    def _longest(self, words: Phrase, here: int) -> tuple[int, frozenset[str]]:
        for length in range(min(LONGEST_PHRASE, len(words) - here), 0, -1):
            if kinds := self.phrases.get(words[here : here + length]):
                return length, kinds
        return 1, self._with_pronoun(words[here])

    def _with_pronoun(self, word: str) -> frozenset[str]:
        """ "Escribirme" as "escribir" and "me"."""
        kinds: frozenset[str] = frozenset()
        for pronoun in self.joined:
            verb = self.phrases.get((word.removesuffix(pronoun),)) if word.endswith(pronoun) else None
            if verb:
                kinds |= verb | self.phrases.get((pronoun,), frozenset())
        return kinds

    def _is_spoilt(self, telling: Sequence[frozenset[str]]) -> bool:
        return any(
            first in here and second in there for here, there in pairwise(telling) for first, second in self.spoils
        )


def _by_first_letter(words: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in sorted(words):
        found.setdefault(word[0], []).append(word)
    return found


def is_slip(word: str, meant: str) -> bool:
    """Whether one letter was left out, added, changed, or two beside each other changed places."""
    return OSA.distance(word, meant, score_cutoff=1) <= 1
