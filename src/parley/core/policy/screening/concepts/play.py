"""What follows after somebody whom an English verb would hurt, and makes it play, a picture or a manner of speaking."""

from collections.abc import Sequence

from parley.core.policy.screening.concepts.classes import words_of

WINNING = words_of("deeds", "winning")
CONTESTS = words_of("deeds", "contests")
HELD_IN = frozenset(("in", "at", "during", "on", "with"))
SLACK = words_of("deeds", "slack")
STRIKING = words_of("deeds", "striking")
SOFT = words_of("deeds", "soft")
PICTURED = words_of("deeds", "pictured")
PICTURES = words_of("deeds", "pictures")
DRAGGED = words_of("deeds", "dragged")
OUTINGS = words_of("deeds", "outings")  # "drag my husband to the opera"
AFTER = 5  # words after whom it is done to


def is_play(verb: str, after: Sequence[str]) -> bool:
    """Whether nobody is hurt: "cut my boss some slack", "sink my cousin's ships in Battleships"."""
    if not SLACK.isdisjoint(after[:3]) or (verb in PICTURED and not PICTURES.isdisjoint(after[:AFTER])):
        return True
    if after[:2] == ("into", "shape"):
        return True
    if verb in DRAGGED and after[:1] == ("to",) and not OUTINGS.isdisjoint(after[1:AFTER]):
        return True
    if verb in STRIKING and "with" in after[:2] and not SOFT.isdisjoint(after[1:AFTER]):
        return True
    return verb in WINNING and any(is_contest(after[place:]) for place in range(AFTER))


def is_contest(after: Sequence[str]) -> bool:
    """Whether these words begin by saying in what people beat each other: "in a debate", "at chess"."""
    if not after or after[0] not in HELD_IN:
        return False
    return not CONTESTS.isdisjoint(after[1:4]) and "real" not in after
