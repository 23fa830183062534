"""A bot does not speak where a person has taken over since.

Why: two voices at once confuse the customer, and nobody may be surprised by an automaton in a person's conversation.

Allowed: the bot's answer while the conversation is the bot's, or waits in a queue.
Denied: the bot's answer that was written before a person took the conversation over and has not left yet.
"""

from parley.core.policy.examples import an_outbound
from parley.core.policy.facts import Outbound
from parley.core.policy.verdicts import Finding

CLAUSE = "B8"
MOMENTS = ("outbound",)


def check(message: Outbound) -> Finding | None:
    """Block a voice that has lost its turn."""
    seen, now_is = message.owner_version, message.owner_version_now
    if seen is None or now_is is None or seen >= now_is:
        return None
    return Finding(
        rule="one_voice_at_a_time",
        clause=CLAUSE,
        verdict="block",
        sentence="The conversation was taken over after this message was written.",
        next_step="reload_conversation",
        next_sentence="Read what is new, then send it again if it still fits.",
        facts={"seen": seen, "now": now_is},
    )


def breaches() -> tuple[Outbound, ...]:
    """What it refuses."""
    return (an_outbound(author_kind="bot", owner_version=3, owner_version_now=5),)


def look_alikes() -> tuple[Outbound, ...]:
    """What it leaves in peace."""
    return (an_outbound(author_kind="bot", owner_version=5, owner_version_now=5),)
