"""A customer's words about their health stay with people: no automaton answers them, no search or export shows them.

Why: customers tell more than they are asked. What they say of their health is kept in their thread, where the person
who helps them reads it, and goes nowhere else.

Allowed: “my phone died”; every other message.
Denied: nothing: it is received, but the bot stays silent and a person takes over.
"""

from parley.core.policy.content import found_in
from parley.core.policy.examples import a_heard
from parley.core.policy.matters import Heard
from parley.core.policy.verdicts import Finding

CLAUSE = "D4"
MOMENTS = ("inbound",)
GRAVEST = "warn"


def check(heard: Heard) -> Finding | None:
    """Mark what is to be shielded."""
    hit = found_in(heard, CLAUSE)
    if hit is None:
        return None
    return Finding(
        rule="health_details_are_shielded",
        clause=CLAUSE,
        verdict="warn",
        sentence="The customer wrote about their health; only people read it.",
        next_step="none",
        next_sentence="Do not go into it here; offer a call or a visit.",
        facts={"by": hit.kind, "strength": round(hit.strength, 2)},
    )


def breaches() -> tuple[Heard, ...]:
    """What it marks."""
    return (a_heard("I have had chest pain for two days and my doctor says it is my heart, I take bisoprolol"),)


def look_alikes() -> tuple[Heard, ...]:
    """What it leaves in peace."""
    return (a_heard("My phone died and I can not open the app"),)
