"""E6, offers: a job, home, loan or service that is closed to people, or dearer, for what they are.

"No families", "Christians preferred", "only for under 30s"; and signs that offer nothing and close a door all the same,
"no pets, no foreigners", "only Indians, please": a clause in which little else stands. Indian food only, women's shoes,
a discount for seniors, a ramp, an age that the law asks for and "everybody is welcome" leave nobody out in their own
sentence: a welcome opens no door that the next one closes.
"""

from itertools import pairwise

from parley.core.policy.screening.concepts.marks import Mark, Words, marks, pieces
from parley.core.policy.screening.concepts.message import Message, distance, overlaps
from parley.core.policy.screening.concepts.vocabulary import vocabulary
from parley.core.policy.screening.hits import Hit
from parley.core.policy.screening.reading import Reading

GROUP = "E6"
FILES = ("offers", "negation")
CALLING = frozenset({"trait", "bias", "people"})
FRAMES = ("shut", "only", "dearer", "closed")
OTHERS = 1  # words of a sign that say neither who nor what nor please
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
    return max(_biased(message), _shut_out(message), _sign(message))


def _biased(message: Message) -> tuple[float, str]:
    phrases = [mark for mark in message.of("bias") if not _excused(message, mark)]
    if not phrases:
        return 0.0, ""
    offered = message.has("offer") or len(phrases) > 1
    return (BIASED if offered else ONLY_FOR), "a biased offer"


def _shut_out(message: Message) -> tuple[float, str]:
    if len(message.words) > LONGEST or not message.has("offer"):
        return 0.0, ""
    best = (0.0, "")
    for trait in message.of("trait"):
        if _excused(message, trait):
            continue
        if not any(distance(trait, offer) <= NEAR and not overlaps(trait, [offer]) for offer in message.of("offer")):
            continue
        if any(_touches(message, trait, shut) for shut in message.of("shut")):
            best = max(best, (SHUT_OUT, "people shut out"))
        if any(_touches(message, trait, only) for only in message.of("only")):
            best = max(best, (ONLY_FOR, "only for some people"))
    return best


def _sign(message: Message) -> tuple[float, str]:
    """A clause that says who is not wanted, or who alone is, and nothing else."""
    people = [mark for mark in message.of("people") if not _excused(message, mark)]
    if not people or len(message.words) > LONGEST:
        return 0.0, ""
    said = [*people, *message.of(*FRAMES, "polite")]
    for start, end in pairwise([0, *message.breaks, len(message.words)]):
        here = [mark for mark in said if start <= mark.start and mark.end <= end]
        others = set(range(start, end)) - {place for mark in here for place in range(mark.start, mark.end)}
        if len(others) <= OTHERS and _closes(here, others):
            return ONLY_FOR, "a sign that shuts people out"
    return 0.0, ""


def _excused(message: Message, mark: Mark) -> bool:
    """Whether its sentence gives a lawful reason, or says that all are welcome."""
    denied = message.of("closed")
    reasons = [each for each in message.of("lawful", "welcome") if not overlaps(each, denied)]
    return any(not message.parted(mark, reason) for reason in reasons)


def _closes(marks: list[Mark], others: set[int]) -> bool:
    """A word beside the people makes them a thing's kind: French cheese only."""
    people = [mark for mark in marks if mark.concept == "people" and not {mark.start - 1, mark.end} & others]
    frames = [mark for mark in marks if mark.concept in FRAMES]
    return any(not overlaps(who, [frame]) for who in people for frame in frames)


def _touches(message: Message, trait: Mark, frame: Mark) -> bool:
    return distance(trait, frame) < CLOSE and not overlaps(trait, [frame]) and not message.parted(trait, frame)
