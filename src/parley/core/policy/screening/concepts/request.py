"""An English request as a whole: what it would do or find out, and whether that is in play."""

from collections.abc import Sequence

from propcache.api import cached_property

from parley.core.policy.screening.concepts import deeds, past, secrets
from parley.core.policy.screening.concepts.asked import ASKERS, LONG
from parley.core.policy.screening.concepts.classes import kind_of, words_of
from parley.core.policy.screening.concepts.marks import Mark, Words
from parley.core.policy.screening.concepts.message import Message
from parley.core.policy.screening.concepts.plain import sentence
from parley.core.policy.screening.concepts.stories import excuses, names_title
from parley.core.policy.screening.reading import Reading

Judgement = tuple[float, str]

NOTHING: Judgement = (0.0, "")
ANYBODY = words_of("request", "anybody")
IDIOM = 5  # words of a saying that names people and hurts nobody
PLAYED = 0.3  # what is left of a strength in a game or story
COMPARED = frozenset(["like", "as", "way", "real", "unlike"])
# Words for stories that are words for other things too: they count after "in my", "for the" and so on.
COMMON = words_of("request", "common")
OWN = frozenset(("in", "my", "our", "for", "during"))
WITHIN = frozenset(("in", "for", "from", "during", "on"))
LEADING = frozenset(("a", "an", "the", "this", "your"))
QUESTIONS = words_of("request", "questions")
STOPPING = frozenset(("stop", "prevent", "keep", "discourage"))
STOPPED = 7  # words from there to what is prevented
SELF = frozenset(("i", "we", "me", "us", "my", "our", "myself"))
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


def asks_of_others(words: Sequence[str]) -> bool:
    """ "How do police catch a burglar?": how others do it, of which the asker is none."""
    if words[:1] != ("how",) or words[1:2] not in (("do",), ("does",), ("did",)):
        return False
    return words[2:3] != () and words[2] not in ASKERS and SELF.isdisjoint(words)


def prevents(words: Sequence[str]) -> bool:
    """ "How do I stop my son from hitting her?": the deed is somebody's that is to be kept from it."""
    for place, word in enumerate(words):
        after = words[place + 1 : place + STOPPED]
        if word in STOPPING and "from" in after[:-1] and after[after.index("from") + 1] in deeds.BY_ING:
            return True
    return False


def tells(words: Sequence[str]) -> bool:
    """ "How does Macduff kill him?", "how do Bonnie and Clyde rob it?": what somebody did, told as if it was now."""
    if words[:2] == ("how", "does"):
        return words[2:3] != () and words[2] not in ANYBODY
    return words[:2] == ("how", "do") and words[3:4] == ("and",) and words[2] not in ANYBODY


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
        if what != past.PRAISED and self.plays(message) and excuses(message, what):
            strength *= PLAYED
        return strength, what

    def _found(self, private: Sequence[int]) -> Judgement:
        found = [NOTHING]
        if self._acts:
            found += deeds.harms(*self._sentence)
        if self._asks:
            found += secrets.sought(*self._sentence, private)
        return max(found)

    def plays(self, message: Message) -> bool:
        """Whether it is about a game or a story."""
        if any(kind_of(word) == "fiction" for word in message.words) or names_title(message.text):
            return True
        if self.is_told(message) or message.has("game"):
            return True
        return any(self._is_story(message.words, mark) for mark in message.of("story"))

    def is_set_in_play(self, message: Message) -> bool:
        """Whether it is about what happens in a game or a story, not only beside one."""
        if self.is_told(message) or message.has("game") or names_title(message.text):
            return True
        marks = (mark for mark in message.of("story") if self._is_story(message.words, mark))
        return any(not WITHIN.isdisjoint(message.words[max(0, mark.start - 3) : mark.start]) for mark in marks)

    def is_told(self, message: Message) -> bool:
        """Whether it is about somebody who lives in a story only."""
        return any(self._is_story(message.words, mark) for mark in message.of("character"))

    def _is_story(self, words: Sequence[str], mark: Mark) -> bool:
        before = words[max(0, mark.start - 4) : mark.start]
        if not COMPARED.isdisjoint(before) or "real" in words:
            return False
        if mark.end - mark.start > 1 or words[mark.start] not in COMMON:
            return True
        if not before:
            return False
        return before[-1] in OWN or (before[-1] in LEADING and not WITHIN.isdisjoint(before[-2:-1]))
