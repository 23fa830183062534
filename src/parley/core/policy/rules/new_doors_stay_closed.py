"""A way out that the platform opens stays closed until a version of the rulebook opens it.

Why: the policy names what is allowed: an answer within the window, and an approved template. Groups, calls, payments,
plain messages that start a conversation (Direct Send), the API for marketing messages, and threads that another
application owns are named nowhere in it.

Allowed: a message to one person over this number's own thread.
Denied: the same to a group; a plain text with a category, which would start a conversation without a template.
"""

from parley.core.policy.examples import an_outbound
from parley.core.policy.facts import Outbound
from parley.core.policy.terms import Terms
from parley.core.policy.verdicts import Finding

CLAUSE = "C1"
ALSO = ("A1", "C6", "F2")
MOMENTS = ("campaign", "outbound", "agent")
READS = ("direct_send", "groups", "calls", "payments", "marketing_messages_api", "foreign_threads")
DOORS = {
    "direct_send": "Direct Send",
    "groups": "groups",
    "calls": "calls",
    "payments": "payments",
    "marketing_messages_api": "the marketing messages API",
    "foreign_threads": "threads that another application owns",
}


def check(message: Outbound, terms: Terms) -> Finding | None:
    """Block what goes through a door that is closed."""
    if not message.door or getattr(terms, message.door, False):
        return None
    return Finding(
        rule="new_doors_stay_closed",
        clause=CLAUSE,
        verdict="block",
        sentence=f"No rule of the policy names {DOORS.get(message.door, message.door)} as allowed.",
        next_step="use_template",
        next_sentence="Answer within the window, or send an approved template to one person.",
        facts={"door": message.door},
    )


def breaches() -> tuple[Outbound, ...]:
    """What it refuses."""
    return tuple(an_outbound(door=door) for door in DOORS)


def look_alikes() -> tuple[Outbound, ...]:
    """What it leaves in peace."""
    return (an_outbound(),)
