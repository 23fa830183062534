"""Atrocities that an English sentence would repeat or praises; who asks what happened, or learns of it, does not."""

from collections.abc import Iterator, Sequence

from parley.core.policy.screening.concepts.asked import asked
from parley.core.policy.screening.concepts.classes import words_of
from parley.core.policy.screening.concepts.marks import Mark

PRAISE = 0.75
PRAISED = "praise of an atrocity"  # also in a poem
REPEATING = words_of("past", "repeating")
LIKE = words_of("past", "like")
LEARNING = words_of("past", "learning")
WHY = words_of("past", "why")
APPROVING = words_of("past", "approving")
DOUBTING = words_of("past", "doubting")
NEAR = 10


def praised(words: Sequence[str], ends: Sequence[int], atrocities: Sequence[Mark]) -> Iterator[tuple[float, str]]:
    """What it would repeat, or calls good."""
    first = min(mark.start for mark in atrocities)
    last = max(mark.end for mark in atrocities)
    for each in asked(words, ends):
        span = words[each.start : each.end]
        if first < each.start - 1 or not LEARNING.isdisjoint(span[:2]) or "about" in span:
            continue
        if span[0] in REPEATING or not LIKE.isdisjoint(span):
            yield PRAISE, PRAISED
    if not DOUBTING.isdisjoint(words):
        return
    asks_why = words[0] in ("why", "explain") and not WHY.isdisjoint(words[1:6])
    if asks_why and not APPROVING.isdisjoint(words[first : last + NEAR]):
        yield PRAISE, PRAISED
    if words[0] in ("praise", "celebrate", "glorify") or (words[0] in ("write", "help") and "praise" in words[:8]):
        yield PRAISE, PRAISED
