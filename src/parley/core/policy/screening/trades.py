"""What a business says it is, where that is a trade that the policy forbids: pharmacy, casino, wine merchant.

For what it writes of itself only: in a message "the pharmacy next door" is a place. Whoever serves such a trade, with
software or shelves, is none.
"""

from collections.abc import Iterator
from functools import lru_cache

from parley.core.policy.screening.concepts.marks import Mark, Words, marks, pieces
from parley.core.policy.screening.concepts.message import Message
from parley.core.policy.screening.concepts.vocabulary import vocabulary
from parley.core.policy.screening.hits import Hit
from parley.core.policy.screening.reading import read

FILES = ("trades",)
SERVING = "serving"


@lru_cache(maxsize=256)
def trades_in(text: str, strength: float) -> tuple[Hit, ...]:
    """One hit for each clause whose trade it is, of that strength."""
    clauses = dict.fromkeys(clause for words in pieces(read(text)) for clause in _named(words))
    return tuple(Hit(clause, "detector", strength, "a trade of this kind") for clause in clauses)


def _named(words: Words) -> Iterator[str]:
    message = Message(words, found := marks(vocabulary(*FILES), words))
    served = [mark for mark in found if mark.concept == SERVING]
    for mark in sorted(found, key=lambda each: each.start):
        if mark.concept == SERVING:
            continue
        if _is_served(message, mark, served):
            served.append(mark)  # "for pharmacies and drugstores"
        else:
            yield mark.concept


def _is_served(message: Message, trade: Mark, served: list[Mark]) -> bool:
    """Whether it is somebody else's, who is served or stands near; in Hindi the word for that follows."""
    for mark in served:
        joined = 1 if mark.concept != SERVING else 0
        gap = trade.start - mark.end
        if message.language.startswith("hi") and not joined:
            gap = mark.start - trade.end
        broken = any(mark.start < place <= trade.start for place in message.breaks)
        if 0 <= gap <= joined and not broken:
            return True
    return False
