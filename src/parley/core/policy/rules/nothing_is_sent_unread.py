"""Nothing is said that is longer than what is read of it.

Why: every word that a customer reads is screened; in a text without an end, what is forbidden would stand where
nobody looks any more.

Allowed: a description of 9,999 characters, which is read in parts.
Denied: cards of contacts with the pages of a price list in their addresses.
"""

from parley.core.messages import Card, Contacts
from parley.core.policy.content import SPOKEN_AT, Spoken
from parley.core.policy.examples import a_bot, an_item, an_outbound
from parley.core.policy.matters import BotPlan
from parley.core.policy.parts import LONGEST
from parley.core.policy.verdicts import Finding

CLAUSE = "E2"
ALSO = ("D3", "E3", "E7")
MOMENTS = SPOKEN_AT
PAGES = "A sturdy oak table with four chairs, delivered to your home within ten days of the order. " * 180


def check(matter: Spoken) -> Finding | None:
    """Block what is too long to be read to its end."""
    # As they are read: each answer of a bot is a message of its own, and of others all lines together.
    read_as = matter.texts() if isinstance(matter, BotPlan) else ("\n".join(matter.texts()),)
    length = max(map(len, read_as), default=0)
    if length <= LONGEST:
        return None
    return Finding(
        rule="nothing_is_sent_unread",
        clause=CLAUSE,
        verdict="block",
        sentence=f"The texts have {length} characters together; more than {LONGEST} are not read to their end.",
        next_step="shorten",
        next_sentence="Send it as several messages, or say it shorter.",
        facts={"characters": length},
    )


def breaches() -> tuple[Spoken, ...]:
    """What it refuses."""
    return (
        an_outbound(Contacts((Card(name="Ann", addresses=(PAGES,)),))),
        an_outbound(Contacts((Card(name="Ann"), *(Card(name="Ann", addresses=(PAGES[:8_000],)) for _ in range(2))))),
        an_outbound(Contacts(tuple(Card(name="Ann", phones=("1",) * 25) for _ in range(257)))),
        a_bot(answers=("Hello.", PAGES)),
    )


def look_alikes() -> tuple[Spoken, ...]:
    """What it leaves in peace."""
    return (
        an_outbound(Contacts((Card(name="Ann", addresses=("Flat 5, 12 High Street, Leeds",)),))),
        an_item("Oak table", description=PAGES[:9_999]),
        a_bot(answers=tuple(PAGES[:4_000] for _ in range(5))),
    )
