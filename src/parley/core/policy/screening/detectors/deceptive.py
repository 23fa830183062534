"""B8, deception: messages made to be paid for, fallen for or clicked.

No word is enough. A lure by text message is known by how many of its parts come together (a prize, a claim, a premium
or short number, a price per message, an address of a box); a fraud by its plot (an account in trouble and a link, a
parcel and a small fee, a child with a new number in need of money). A model that was taught with lures and with what
honest people and businesses write confirms or doubts what the cues say, and speaks by itself where it is sure.
"""

from collections.abc import Set
from math import fsum, log

from parley.core.policy.screening import lures
from parley.core.policy.screening.combining import likelihood, worth
from parley.core.policy.screening.concepts.marks import PIECE, Words, marks
from parley.core.policy.screening.concepts.vocabulary import vocabulary
from parley.core.policy.screening.deceit import links, numbers
from parley.core.policy.screening.hits import HIT, Hit
from parley.core.policy.screening.reading import Reading

GROUP = "B8"
TOO = "E4.10"  # who lures with prizes, premium rates and easy money is in a fraudulent business as well
LURES = frozenset({"lure", "prize", "easy money"})
FILES = ("deceit",)
FAINTEST = 0.1
FAINTEST_ODDS = log(FAINTEST / (1 - FAINTEST)) - 0.01  # below these the model says nothing
LEAVING = frozenset({"optout", "texting", "short", "number", "loud"})  # of a line that only says how to leave a list
WARNED, DOUBTED = 0.3, 3.0  # who warns of a fraud, or asks whether it is one, tells its plot too

PARTS = {
    "premium": 3.4, "freephone": 1.6, "number": 0.9, "short": 1.0, "price": 2.4, "rate": 1.5, "sum": 1.1, "age": 1.2,
    "box": 1.2, "loud": 0.6, "link": 0.9, "prize": 1.8, "claim": 1.0, "texting": 0.5, "calling": 0.5, "free": 1.0,
    "tones": 1.4, "line": 1.8, "fond": 0.3, "terms": 1.0, "callback": 1.2, "urgent": 0.5, "verify": 0.3, "trouble": 0.3,
    "lure": 0.4, "optout": -0.7,
}  # fmt: skip
TOGETHER = (
    ({"texting", "short"}, 1.6),
    ({"texting", "price"}, 0.7),
    ({"line", "number"}, 0.6),
    ({"texting", "tones"}, 1.1),
    ({"texting", "line"}, 0.8),
    ({"texting", "prize"}, 0.5),
    ({"calling", "premium"}, 0.6),
    ({"calling", "freephone"}, 0.5),
    ({"calling", "callback", "number"}, 1.0),
    ({"prize", "claim"}, 0.5),
    ({"tones", "free"}, 0.4),
)
# Without one of these nobody can fall for it; a word to send back is one if more than talk stands beside it.
REACH = frozenset({"premium", "freephone", "number", "short", "price", "rate", "link"})
OFFERED = frozenset({"free", "prize", "terms", "age", "loud"})
ENOUGH, SURE = 3.6, 5.0

LINKED = "link mismatch disguise bait shortened"
PLOTS: tuple[tuple[float, str, tuple[str, ...]], ...] = (
    (0.9, "link that is not what it shows", ("mismatch",)),
    (0.9, "host that imitates a name", ("disguise", "trouble verify parcel fee urgent prize")),
    (0.6, "host that imitates a name", ("disguise",)),
    (0.9, "account in trouble", ("trouble", LINKED, "bait disguise stranger cheap shortened")),
    (0.85, "account in trouble", ("trouble", LINKED, "verify", "urgent")),
    (0.6, "account in trouble", ("trouble", LINKED, "verify urgent")),
    (0.8, "account in trouble", ("trouble", "verify", "urgent", "link freephone number premium terms")),
    (0.6, "threat to cut off", ("trouble", "urgent", "calling verify")),
    (0.9, "parcel and fee", ("parcel", "fee", LINKED, "bait disguise stranger cheap shortened")),
    (0.7, "parcel and fee", ("parcel", "fee", LINKED)),
    (0.95, "relative in need", ("relative", "newnumber", "askmoney")),
    (0.75, "relative in need", ("relative", "newnumber", "urgent texting")),
    (0.7, "secret asked for", ("otp", "texting secret")),
    (0.8, "gift cards for a stranger", ("giftcard", "codes", "texting askmoney secret")),
    (0.85, "windfall from a stranger", ("windfall", "sum")),
    (0.65, "account in trouble", ("trouble", "clicklink", "verify urgent")),
    (0.7, "secret asked for", ("secret", "texting", "trouble urgent verify")),
    (0.85, "easy money", ("wage", "job", "elsewhere")),
    (0.6, "easy money", ("wage", "job", "sum", "texting calling link urgent")),
    (0.85, "easy money", ("lure", "sum prize", "calling texting link", "terms line claim")),
    (0.85, "prize", ("prize", "claim", "bait disguise stranger cheap shortened")),
    (0.6, "prize", ("prize", "claim", "urgent calling texting link")),
    (0.6, "prize", ("prize", "sum", "calling texting link urgent")),
    (0.6, "unknown host", ("bait", "cheap")),
)
NEEDS = tuple((strength, what, tuple(frozenset(need.split()) for need in needs)) for strength, what, needs in PLOTS)
FIRST_NEEDS = frozenset[str]().union(*(needs[0] for _, _, needs in NEEDS))
ENOUGH_TO_ASK = REACH | FIRST_NEEDS  # without one of these, or "texting", it is neither lure nor plot
NONE = frozenset[str]()
CALLING = ENOUGH_TO_ASK | {"texting"}


def find(reading: Reading) -> list[Hit]:
    """One hit, as strong as the strongest way to read the message as deceptive."""
    found = cues(reading)
    return judged(found, lures.odds(reading, found))


def otherwise(reading: Reading) -> list[Hit]:
    """What the model says where no cue is looked for."""
    odds = lures.odds(reading, NONE)
    return [] if odds is None or odds < FAINTEST_ODDS else judged(NONE, odds)


def judged(found: Set[str], odds: float | None) -> list[Hit]:
    """What the cues say, and the model's odds as a logarithm. None: by the cues alone."""
    strength, what = max(_lure(found), _plot(found))
    if "warning" in found and not found & {"mismatch", "premium"}:
        strength, doubt = min(strength, WARNED), DOUBTED
    else:
        doubt = DOUBTED if "optout" in found and found <= LEAVING else 0.0
    hits = []
    if odds is not None:
        odds -= doubt
        strength = likelihood(odds + worth(strength)) if strength >= HIT else strength
        hits.append(Hit(GROUP, "model", likelihood(odds), "text model"))
    groups = (GROUP, TOO) if what in LURES else (GROUP,)
    hits += [Hit(group, "detector", strength, what) for group in groups]
    return [hit for hit in hits if hit.strength >= FAINTEST]


def uncalled(reading: Reading) -> bool:
    """Whether a number or a link gives reason to ask, though no phrase does."""
    return not ENOUGH_TO_ASK.isdisjoint(numbers.reached_by(reading.text) | _links(reading))


def cues(reading: Reading) -> Set[str]:
    """What speaks of a lure or a fraud, by name; nothing where no cue is one that calls for a look."""
    found = {mark.concept for mark in marks(vocabulary(*FILES), Words(reading))}
    if "leisure" in found:  # "when you are free" costs nobody anything
        found.discard("free")
    found |= numbers.cues(reading.text)
    if found & {"premium", "freephone"}:
        found.discard("number")  # counted once
    found |= _links(reading)
    return found if found & CALLING else NONE


def _links(reading: Reading) -> set[str]:
    return links.cues(reading.text, reading.words[:PIECE])


def _lure(found: Set[str]) -> tuple[float, str]:
    """As strong as the parts are many."""
    if not found & REACH and not ("texting" in found and found & OFFERED):
        return 0.0, ""
    parts = [PARTS.get(cue, 0.0) for cue in found] + [extra for parts, extra in TOGETHER if parts <= found]
    weight = fsum(parts)  # exactly, as a set has no order
    if weight < ENOUGH:
        return 0.49 * weight / ENOUGH, "lure"
    return min(0.95, 0.5 + 0.3 * (weight - ENOUGH) / (SURE - ENOUGH)), "lure"


def _plot(found: Set[str]) -> tuple[float, str]:
    if found.isdisjoint(FIRST_NEEDS):  # as of most messages
        return 0.0, ""
    fitting = [(strength, what) for strength, what, needs in NEEDS if not any(map(found.isdisjoint, needs))]
    return max(fitting, default=(0.0, ""))
