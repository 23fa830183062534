"""E6, offers: a job, home, loan or service that is closed to people, or dearer, for what they are.

"No families", "Christians preferred", "only for under 30s". Women's shoes, a discount for seniors, a ramp, an age that
the law asks for and "everybody is welcome" leave nobody out.
"""

from parley.core.policy.screening.concepts.marks import Mark, Words, marks, pieces
from parley.core.policy.screening.concepts.message import Message, distance, overlaps
from parley.core.policy.screening.concepts.vocabulary import vocabulary
from parley.core.policy.screening.hits import Hit
from parley.core.policy.screening.reading import Reading

GROUP = "E6"
FILES = ("offers", "negation")
CALLING = frozenset({"trait", "bias"})
BIASED, SHUT_OUT, ONLY_FOR, DOUBTFUL = 0.85, 0.75, 0.6, 0.3
CLOSE, NEAR, LONGEST = 2, 12, 120


def find(reading: Reading) -> list[Hit]:
    """One hit if an offer leaves people out, as strong as that is sure."""
    strength, what = max((_judged(words) for words in pieces(reading)), default=(0.0, ""))
    return [Hit(GROUP, "detector", strength, what)] if strength else []


def _judged(words: Words) -> tuple[float, str]:
    known = vocabulary(*FILES)
    if not words.call(known, CALLING):
        return 0.0, ""
    message = Message(words, marks(known, words))
    return (0.0, "") if message.has("welcome") else max(_biased(message), _shut_out(message))


def _biased(message: Message) -> tuple[float, str]:
    phrases = message.of("bias")
    if not phrases or message.has("lawful"):
        return 0.0, ""
    offered = message.has("offer") or len(phrases) > 1
    return (BIASED if offered else ONLY_FOR), "a biased offer"


def _shut_out(message: Message) -> tuple[float, str]:
    if message.has("lawful") or len(message.words) > LONGEST or not message.has("offer"):
        return 0.0, ""
    best = (0.0, "")
    for trait in message.of("trait"):
        if not any(distance(trait, offer) <= NEAR and not overlaps(trait, [offer]) for offer in message.of("offer")):
            continue
        if any(_touches(message, trait, shut) for shut in message.of("shut")):
            best = max(best, (SHUT_OUT, "people shut out"))
        if any(_touches(message, trait, only) for only in message.of("only")):
            best = max(best, (ONLY_FOR, "only for some people"))
    return best


def _touches(message: Message, trait: Mark, frame: Mark) -> bool:
    return distance(trait, frame) < CLOSE and not overlaps(trait, [frame]) and not message.parted(trait, frame)
