"""Where an English sentence begins to say what somebody asks for or means to do: "how do I", "help me to", "I want to".

Not: "how did they", "how does Hamlet": there nobody asks for the way to do it.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from parley.core.policy.screening.concepts.classes import words_of

ASKERS = words_of("asked", "askers")
OWN = frozenset(("my", "our"))
MAY = words_of("asked", "may")
WAYS = words_of("asked", "ways")
LINKS = frozenset(("to", "of", "for", "on"))
REQUESTS = words_of("asked", "requests")
WISHES = words_of("asked", "wishes")
WHICH = frozenset(("what", "which", "where", "who"))
QUESTION_REACH = 5  # words between "which" and "should I"


REACH = 18  # words from where it begins to what is asked for
LONG = 60  # words of a text that is no request any more


class Asked(NamedTuple):
    """From ``words[start]`` on, to before ``end``, the sentence says what is asked for."""

    start: int
    end: int


def asked(words: Sequence[str], ends: Sequence[int]) -> Iterator[Asked]:
    """Each such place."""
    for place, word in enumerate(words):
        opening = OPENINGS.get(word)
        start = opening(words, place) if opening else 0
        if start and start < len(words):
            yield Asked(start, min(next((end for end in ends if end > place), len(words)), start + REACH))


def _how(words: Sequence[str], place: int) -> int:
    following = words[place + 1 : place + 5]
    if following[:1] == ("to",):
        return place + 2
    if not following or following[0] not in MAY:
        return 0
    after = place + 2
    if words[after : after + 1] and words[after] in ASKERS:
        return after + 1
    if words[after : after + 1] and words[after] in OWN:
        return after + 2
    return 0


def _way(words: Sequence[str], place: int) -> int:
    """ "Ways to", "the best method of", "the fastest way I can"."""
    if words[place + 1 : place + 2] and words[place + 1] in LINKS:
        return place + 2
    return place + 3 if words[place + 1 : place + 2] == ("i",) and words[place + 2 : place + 3] == ("can",) else 0


def _request(words: Sequence[str], place: int) -> int:
    """ "Help me", "teach us how to"."""
    return place + 2 if place + 1 < len(words) and words[place + 1] in ("me", "us") else 0


def _wish(words: Sequence[str], place: int) -> int:
    """ "I want to", "we are planning to"; not what somebody else wants, nor what nobody wants."""
    before = words[max(0, place - 4) : place]
    if not {"i", "we", "im"} & set(before) or {"not", "t", "never", "nobody"} & set(before):
        return 0
    if words[place] in ("wanna", "gonna"):
        return place + 1
    return place + 2 if words[place + 1 : place + 2] == ("to",) else 0


def _which(words: Sequence[str], place: int) -> int:
    """ "Which knife should I use", "where can we get"."""
    for at in range(place + 1, min(place + QUESTION_REACH, len(words) - 2)):
        if words[at] in MAY and words[at + 1] in ASKERS | {"a"}:
            return at + 2
    return 0


def _would(words: Sequence[str], place: int) -> int:
    """ "I would kill my brother", "I will burn", "can I shoot"."""
    if words[place + 1 : place + 2] in (("t",), ("not",), ("never",)):
        return 0
    if place and words[place - 1] in ("i", "we"):
        return place + 1
    return place + 2 if words[place + 1 : place + 2] in (("i",), ("we",)) else 0


def _takes(words: Sequence[str], place: int) -> int:
    """ "What does it take to"; not how much or how many, which is said of what happens too."""
    if words[0] != "what" or words[max(0, place - 1) : place + 2] != ("it", words[place], "to"):
        return 0
    return place + 2


def _please(words: Sequence[str], place: int) -> int:
    """ "Write a phishing mail", at the beginning."""
    return 1 if place == 0 else 0


OPENINGS = {
    "how": _how,
    **dict.fromkeys(WAYS, _way),
    **dict.fromkeys(REQUESTS, _request),
    **dict.fromkeys(WISHES, _wish),
    **dict.fromkeys(WHICH, _which),
    **dict.fromkeys(("take", "takes"), _takes),
    **dict.fromkeys(("would", "will", "could", "should", "can", "may", "d", "ll"), _would),
    **dict.fromkeys(("write", "make", "explain", "describe", "draft", "create", "build", "give", "find"), _please),
}
