"""An English request as a whole: what it would do or find out, and whether that is in play."""

import re
from collections.abc import Sequence

from propcache.api import cached_property

from parley.core.policy.screening.concepts import deeds, past, secrets
from parley.core.policy.screening.concepts.asked import LONG
from parley.core.policy.screening.concepts.classes import kind_of, words_of
from parley.core.policy.screening.concepts.marks import Mark, Words
from parley.core.policy.screening.concepts.message import Message
from parley.core.policy.screening.concepts.plain import sentence
from parley.core.policy.screening.reading import Reading

Judgement = tuple[float, str]

NOTHING: Judgement = (0.0, "")
IDIOM = 5  # words of a saying that names people and hurts nobody
PLAYED = 0.3  # what is left of a strength in a game or story
TITLE = re.compile(r"\b(?:in|on|for) (?:the )?(?:[A-Z][\w'’]* ){0,4}[A-Z]?[\w'’]* ?(?:\d{1,2}|I{2,3}|IV)\b")
COMPARED = frozenset(["like", "as", "way", "real", "unlike"])
# Words for stories that are words for other things too: they count after "in my", "for the" and so on.
COMMON = words_of("request", "common")
OWN = frozenset(("in", "my", "our", "for", "during"))
WITHIN = frozenset(("in", "for", "from", "during", "on"))
LEADING = frozenset(("a", "an", "the", "this", "your"))
QUESTIONS = words_of("request", "questions")
MEANING = frozenset(("mean", "means", "meant"))
PAST = frozenset(("did", "was", "were"))


def calls(reading: Reading) -> bool:
    """Whether an English text may ask for harm or secrets; most do not."""
    if not _is_short(reading):
        return False
    forms = _forms(reading)
    return deeds.calls(reading.words, forms) or secrets.calls(reading.words, forms)


def of_somebody(reading: Reading) -> bool:
    """Whether private details that an English text asks for may be anybody's."""
    return _is_short(reading) and secrets.of_somebody({*reading.words, *_forms(reading)})


def _forms(reading: Reading) -> list[str]:
    return [form for each in reading.others.values() for form, _ in each]


def _is_short(reading: Reading) -> bool:
    """Whether it may be an English request: longer texts tell of what others do."""
    return "en" in reading.languages and len(reading.words) <= LONG


def is_past(words: Sequence[str]) -> bool:
    """Whether it asks what once was: "how was Caesar murdered", "who ordered the killing"."""
    if not words or words[0] not in QUESTIONS or len(words) > LONG:
        return False
    return not PAST.isdisjoint(words[1:3]) or (words[0] == "who" and words[1:2] != () and words[1].endswith("ed"))


def _asks_meaning(words: Sequence[str]) -> bool:
    """ "What do people mean by cyberstalking?": the word is asked for, and nothing else."""
    return words[:1] == ("what",) and not MEANING.isdisjoint(words[1:6]) and "by" in words and "how" not in words


class Request:
    """What the words ask for."""

    def __init__(self, words: Words) -> None:
        self._written = words
        self._english = _is_short(words.reading)
        self._acts = self._english and deeds.calls(words.words, words.forms)
        self._asks = self._english and secrets.calls(words.words, words.forms)

    @cached_property
    def _sentence(self) -> tuple[Sequence[str], Sequence[int]]:
        return sentence(self._written)

    @cached_property
    def of_somebody(self) -> bool:
        """Whether private details that it asks for may be anybody's."""
        return of_somebody(self._written.reading)

    @cached_property
    def strength(self) -> float:
        """Of what it would do or find out, before it is known to be in play."""
        return self._found(())[0]

    @property
    def harmless(self) -> bool:
        """Whether what it would hurt cannot be hurt."""
        return self._acts and deeds.harmless(*self._sentence)

    def judged(self, message: Message) -> Judgement:
        """How sure it is that the request harms, and how."""
        if not self._english or _asks_meaning(message.words):
            return NOTHING
        private = [place for mark in message.of("private") for place in range(mark.start, mark.end)]
        self._asks = self._asks or bool(private and self.of_somebody)
        found = [self._found(private)]
        if any(mark.end - mark.start >= IDIOM for mark in message.of("harmless")):
            self._acts = False  # "rob Peter to pay Paul"
            found = [self._found(private)]
        if message.has("atrocity"):
            found += past.praised(*self._sentence, message.of("atrocity"))
        strength, what = max(found)
        return (strength * PLAYED if what != past.PRAISED and self._plays(message) else strength), what

    def _found(self, private: Sequence[int]) -> Judgement:
        found = [NOTHING]
        if self._acts:
            found += deeds.harms(*self._sentence)
        if self._asks:
            found += secrets.sought(*self._sentence, private)
        return max(found)

    def _plays(self, message: Message) -> bool:
        words = message.words
        if any(kind_of(word) == "fiction" for word in words) or TITLE.search(message.text):
            return True
        return any(self._is_story(words, mark) for mark in message.of("story"))

    def _is_story(self, words: Sequence[str], mark: Mark) -> bool:
        before = words[max(0, mark.start - 4) : mark.start]
        if not COMPARED.isdisjoint(before) or "real" in words:
            return False
        if mark.end - mark.start > 1 or words[mark.start] not in COMMON:
            return True
        if not before:
            return False
        return before[-1] in OWN or (before[-1] in LEADING and not WITHIN.isdisjoint(before[-2:-1]))
