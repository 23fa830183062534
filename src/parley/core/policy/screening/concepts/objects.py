"""What an English verb is done to: the noun that its object ends with, and whose that is."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from parley.core.policy.screening.concepts.classes import BEINGS, kind_of, words_of

PARTICLES = words_of("objects", "particles")
ENDS = words_of("objects", "ends")
STATES = frozenset(("alive", "dead", "unconscious", "cold", "alone", "asleep"))  # "a dead man", "find him dead"
ARTICLES = frozenset(("a", "an", "the"))
SERVINGS = frozenset(("plate", "bowl", "slice", "pint", "bucket", "basket", "portion", "platter", "mug", "tub"))
JOINED = frozenset(("and", "or"))
TAKEN_FROM = frozenset(("off", "from", "of", "out"))
OTHERS = frozenset(("his", "her", "their", "your", "someone", "somebody", "people", "else", "another", "other"))
LIT = ("fire", "to")  # "set fire to": what burns comes after it
MEASURES = words_of("objects", "measures")
MOST = 12  # words that are looked at
MATERIALS = words_of("objects", "materials")
MODIFIERS = ("ly", "ing", "ed")


class Target(NamedTuple):
    """``kind``: its class; ``word`` ends it at ``end``; ``own``: the asker's; ``others``: somebody else's.

    ``owner``: the class of whose it is, '' if that is not said.
    """

    kind: str
    word: str
    end: int
    own: bool
    others: bool
    owner: str


NOTHING = Target("", "", 0, False, False, "")


def targets(words: Sequence[str], start: int, last: int) -> Iterator[Target]:
    """What stands after a verb that ends before ``start``: one, or more that are joined by "and"."""
    while start < last and words[start] in PARTICLES:
        start += 1
    if tuple(words[start : start + 2]) == LIT:
        start += 2
    while start < last:
        target, start = _one(words, start, min(last, start + MOST))
        yield target
        if start >= last or words[start] not in JOINED:
            return
        start += 1


def _one(words: Sequence[str], start: int, last: int) -> tuple[Target, int]:
    kind, head, owner, own, others = "", "", "", False, False
    place = start
    while place < last:
        word = words[place]
        if word in ARTICLES and not head:
            place += 1
            continue
        if word == "s":
            owner, kind, head = kind, "", ""
            others = others or owner in ("people", "animals") or not own
            own = own and owner not in ("people", "animals")
        elif word in TAKEN_FROM and (kind == "body" or head in MEASURES or word == "of"):
            kind, owner, own, others, place = _beyond(words, place + 1, last, kind, head, owner, own, others)
            break
        elif word in JOINED or word in TAKEN_FROM or (word in ENDS and (head or word not in STATES)):
            break
        elif word in ("my", "our", "myself"):
            own = True
        elif word in OTHERS and place + 1 < last and words[place + 1] not in ENDS:
            others, kind, head = True, kind_of(word), word
        elif word == "full":
            head = "full"
        else:
            found = kind_of(word)
            if (found == "animals" and kind == "inert") or (found in BEINGS and head in MATERIALS):
                found = "inert"  # "a balloon dog", "a straw man"
            kind, head = (found, word) if found or not word.endswith("ly") else (kind, head)
            if not found and not word.endswith("ly"):
                kind = ""
        place += 1
    return Target(kind, head, place, own, others, owner), place


def _beyond(
    words: Sequence[str], start: int, last: int, kind: str, head: str, owner: str, own: bool, others: bool
) -> tuple[str, str, bool, bool, int]:
    """Whose it is, or of what there are many: "the head off a doll", "a bus full of pilgrims"."""
    further, place = _one(words, start, last)
    if kind == "body":
        theirs = others or further.kind in ("people", "animals", "public") or further.others
        return kind, further.kind or owner, own or further.own, theirs, place
    if head in MEASURES or head == "full":
        kind = "food" if head in SERVINGS and further.kind not in BEINGS else further.kind  # "a plate of ribs"
        return kind, further.owner, own or further.own, others or further.others, place
    return kind, owner or further.kind, own or further.own, others or further.kind == "people", place
