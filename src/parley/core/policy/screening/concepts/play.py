"""What follows after somebody whom an English verb would hurt, and makes it play, a picture or a manner of speaking."""

from collections.abc import Sequence
from itertools import pairwise

from parley.core.policy.screening.concepts.classes import kind_of, verbs_with, words_of

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
NONE: frozenset[str] = frozenset()
SAYINGS = verbs_with("sayings")  # by the word that follows: "hang out with my son"
LENSES = words_of("deeds", "lenses")
LIT = words_of("deeds", "lit")  # "shoot a bride against the light"
OF_LAMPS = frozenset((("light", "of"),))  # "in the light of his porch"
AIMED = words_of("deeds", "aimed")
HELD = frozenset(("with", "in", "against", "on", "from", "of", "off"))
FRAMING = frozenset(("frame", "framing"))
TAMED = frozenset(("break", "breaking"))  # "break a horse", "break my puppy of chewing shoes"
COAXING = words_of("deeds", "coaxing")
COAXED = words_of("deeds", "coaxed")  # into what is good for them
TREATS = words_of("deeds", "treats")
RID = words_of("deeds", "rid")
GENTLY = words_of("deeds", "gently")
SPARING = frozenset(("hurting", "offending", "upsetting", "insulting", "embarrassing"))
MANAGED = words_of("deeds", "managed")
SOFTWARE = words_of("deeds", "software")
SPARRING = words_of("deeds", "sparring")
MARTIAL = words_of("deeds", "martial")
TWISTING, TALKED = frozenset(("twist", "twisting")), frozenset(("so", "into", "to", "for"))
TEETH = frozenset((how, tooth) for how in ("loose", "wobbly", "milk", "baby") for tooth in ("tooth", "teeth"))
ALIGHT = frozenset(("set", "setting", "light", "lighting"))
TAKEN_OUT = frozenset(("take", "taking"))
MEALS = words_of("deeds", "meals")
AFTER = 5  # words after whom it is done to
MANNER = 8  # words after it in which it is said how gently


def is_play(words: Sequence[str], verb_at: int, end: int, last: int) -> bool:
    """Whether nobody is hurt: "cut my boss some slack", "sink my cousin's ships in Battleships".

    Who would be hurt stands after ``words[verb_at]`` and ends before ``end``; the request ends before ``last``.
    """
    verb, said, after = words[verb_at], words[verb_at + 1 : end], words[end:last]
    if not SAYINGS.get(verb, NONE).isdisjoint(said[:1]) or not SLACK.isdisjoint(after[:3]):
        return True
    if (
        _is_pictured(words, verb, after)
        or _is_coaxed(verb, said, after)
        or _is_gentle(verb, words[verb_at + 1 : end + MANNER])
    ):
        return True
    if verb in ALIGHT and not _burns(after[:AFTER]):
        return True
    if verb in TAKEN_OUT and after[:1] == ("for",) and not MEALS.isdisjoint(after[1:4]):
        return True
    if _is_twisted(verb, said, after) or not TEETH.isdisjoint(pairwise(words[verb_at:last])):
        return True
    if (verb in MANAGED and _is_soon_within(after, SOFTWARE)) or (verb in SPARRING and _is_soon_within(after, MARTIAL)):
        return True
    return _is_play(verb, after)


def _is_pictured(words: Sequence[str], verb: str, after: Sequence[str]) -> bool:
    """ "Shoot a bride against the light", "which lens do I need to shoot people": with a camera."""
    if verb in FRAMING:
        return after[:1] in (("for",), ("in",)) and not PICTURES.isdisjoint(after[1:AFTER])
    if verb not in PICTURED:
        return False
    if not PICTURES.isdisjoint(after[:AFTER]):
        return True
    if not AIMED.isdisjoint(words):
        return False
    if not LENSES.isdisjoint(words):
        return True
    return _is_soon_within(after, LIT) and OF_LAMPS.isdisjoint(pairwise(after))


def _is_coaxed(verb: str, said: Sequence[str], after: Sequence[str]) -> bool:
    """ "Trick my toddler into eating broccoli", "bribe my cat with treats"."""
    if after[:2] == ("into", "shape") or after[:3] == ("into", "a", "frenzy"):
        return True
    animal = bool(said) and kind_of(said[-1]) == "animals"
    if verb in TAMED and animal and after[:1] != ("s",):
        return True
    if verb not in COAXING:
        return False
    if animal and after[:1] == ("with",) and not TREATS.isdisjoint(after[1:AFTER]):
        return True
    return after[:1] == ("into",) and not COAXED.isdisjoint(after[1:3])


def _is_gentle(verb: str, said: Sequence[str]) -> bool:
    """ "Get rid of a guest politely", "dump him without hurting him"."""
    if verb not in RID:
        return False
    return not GENTLY.isdisjoint(said) or ("without" in said and not SPARING.isdisjoint(said))


def _burns(after: Sequence[str]) -> bool:
    """ "Set a man on fire": not by the fire."""
    return after[:2] == ("on", "fire") or after[:1] in (("ablaze",), ("alight",))


def _is_twisted(verb: str, said: Sequence[str], after: Sequence[str]) -> bool:
    """ "Twist my boss's arm so that": to talk him into it."""
    return verb in TWISTING and said[-1:] == ("arm",) and not TALKED.isdisjoint(after[:1])


def _is_soon_within(after: Sequence[str], places: frozenset[str]) -> bool:
    return any(_is_within(after[place:], HELD, places) for place in range(AFTER))


def _is_within(after: Sequence[str], held: frozenset[str], places: frozenset[str]) -> bool:
    """Whether these words begin with "in the", "with my" and the like, and one of the places."""
    return not held.isdisjoint(after[:1]) and not places.isdisjoint(after[1:4])


def _is_play(verb: str, after: Sequence[str]) -> bool:
    if verb in DRAGGED and after[:1] == ("to",) and not OUTINGS.isdisjoint(after[1:AFTER]):
        return True
    if verb in STRIKING and "with" in after[:2] and not SOFT.isdisjoint(after[1:AFTER]):
        return True
    return verb in WINNING and any(is_contest(after[place:]) for place in range(AFTER))


def is_contest(after: Sequence[str]) -> bool:
    """Whether these words begin by saying in what people beat each other: "in a debate", "at chess"."""
    return _is_within(after, HELD_IN, CONTESTS) and "real" not in after
