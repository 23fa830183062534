"""A message keeps the limits of the platform's documentation.

Why: what breaks a limit is refused by the platform after it was promised to the customer.

Allowed: three buttons of up to 20 characters.
Denied: a fourth button, an empty text, a document of a kind that can not be sent.
"""

from parley.core.policy.examples import an_outbound
from parley.core.policy.facts import Outbound
from parley.core.policy.verdicts import Finding

CLAUSE = "B1"
MOMENTS = ("outbound", "template", "agent")


def check(message: Outbound) -> Finding | None:
    """Block a message that the platform would refuse."""
    breaches = message.content.breaches()
    if not breaches:
        return None
    return Finding(
        rule="platform_limits_hold",
        clause=CLAUSE,
        verdict="block",
        sentence=f"WhatsApp would refuse the message: {'; '.join(breaches[:3])}.",
        next_step="shorten",
        next_sentence="Mend what is named and send it again.",
        facts={"breaches": len(breaches)},
    )


def breaches() -> tuple[Outbound, ...]:
    """What it refuses."""
    return (an_outbound(""), an_outbound("x" * 4097))


def look_alikes() -> tuple[Outbound, ...]:
    """What it leaves in peace."""
    return (an_outbound("x" * 4096),)
