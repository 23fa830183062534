"""A bot answers for a business; an assistant for everything is not what WhatsApp is for.

Why: since January 2026 the platform's terms bar assistants for everything as the service that is offered. Whoever runs
one loses access; a bot that serves a business's own customers, with whatever model behind it, is welcome.

Allowed: a bot that answers questions about a bank's accounts.
Denied: a chat in which one may ask a model about anything.
"""

from parley.core.policy.examples import a_bot
from parley.core.policy.matters import BotPlan
from parley.core.policy.terms import Terms
from parley.core.policy.verdicts import Finding

CLAUSE = "C7"
ALSO = ("F2",)
MOMENTS = ("automation",)
READS = ("terms.general_assistants",)


def check(plan: BotPlan, terms: Terms) -> Finding | None:
    """Refuse a bot that is an assistant for everything."""
    if plan.kind != "general_assistant" or terms.general_assistants:
        return None
    return Finding(
        rule="bot_serves_the_business",
        clause=CLAUSE,
        verdict="block",
        sentence="This bot is an assistant for everything, which WhatsApp does not carry since 15 January 2026.",
        next_step="reword",
        next_sentence="Publish a bot that answers for the business: its questions, its services, its people.",
        facts={"kind": plan.kind},
    )


def breaches() -> tuple[BotPlan, ...]:
    """What it refuses."""
    return (a_bot(kind="general_assistant"),)


def look_alikes() -> tuple[BotPlan, ...]:
    """What it leaves in peace."""
    return (a_bot(answers=("Our assistant helps with cards and accounts.",)),)
