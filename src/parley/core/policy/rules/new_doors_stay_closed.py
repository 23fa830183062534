"""A way out that the platform opens stays closed until a version of the rulebook opens it.

Why: the policy names what is allowed: an answer within the window, and an approved template. Groups, calls, payments,
plain messages that start a conversation (Direct Send), the API for marketing messages, and threads that another
application owns are named nowhere in it.

Allowed: a message to one person over this number's own thread.
Denied: the same to a group; a plain text with a category, which would start a conversation without a template; an
approved template whose button calls, or pays.
"""

from parley.core.policy.examples import a_template, an_outbound
from parley.core.policy.facts import Outbound, TemplateFacts
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
# What a button of a template opens (cloud API, templates, buttons).
OPENED_BY = {"VOICE_CALL": "calls", "CALL_PERMISSION_REQUEST": "calls", "ORDER_DETAILS": "payments"}


def check(message: Outbound, terms: Terms) -> Finding | None:
    """Block what goes through a door that is closed."""
    door = next((each for each in _doors(message) if not getattr(terms, each, False)), "")
    if not door:
        return None
    return Finding(
        rule="new_doors_stay_closed",
        clause=CLAUSE,
        verdict="block",
        sentence=f"No rule of the policy names {DOORS.get(door, door)} as allowed.",
        next_step="use_template",
        next_sentence="Answer within the window, or send an approved template to one person.",
        facts={"door": door},
    )


def _doors(message: Outbound) -> list[str]:
    buttons = message.template.buttons if message.template else ()
    return [door for door in (message.door, *(OPENED_BY.get(each, "") for each in buttons)) if door]


def breaches() -> tuple[Outbound, ...]:
    """What it refuses."""
    return (*(an_outbound(door=door) for door in DOORS), *(_with_button(kind) for kind in OPENED_BY))


def look_alikes() -> tuple[Outbound, ...]:
    """What it leaves in peace."""
    return (an_outbound(), _with_button("QUICK_REPLY"))


def _with_button(kind: str) -> Outbound:
    return a_template(template=TemplateFacts("follow_up", "en", "utility", "APPROVED", buttons=(kind,)))
