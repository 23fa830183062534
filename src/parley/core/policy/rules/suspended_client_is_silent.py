"""Nothing leaves for a Client that its provider has suspended.

Why: a service provider answers for what its Clients send. One that is suspended, or whose contract has ended, sends
nothing: not what a person writes, not what the bot answers, not what was queued before.

Allowed: a message of a Client in good standing.
Denied: the same message of a Client that was suspended a minute ago, or that was terminated.
"""

from parley.core.policy.examples import an_outbound
from parley.core.policy.facts import Outbound
from parley.core.policy.verdicts import Finding

CLAUSE = "A2"
MOMENTS = ("outbound", "agent")


def check(message: Outbound) -> Finding | None:
    """Block whatever a Client without good standing would send."""
    if message.client_status == "active":
        return None
    return Finding(
        rule="suspended_client_is_silent",
        clause=CLAUSE,
        verdict="block",
        sentence=f"The service for this business is {message.client_status}, so nothing can be sent.",
        next_step="ask_supervisor",
        next_sentence="Ask the service provider to lift the suspension.",
        facts={"client_status": message.client_status},
    )


def breaches() -> tuple[Outbound, ...]:
    """What it refuses."""
    return (an_outbound(client_status="suspended"), an_outbound(client_status="terminated"))


def look_alikes() -> tuple[Outbound, ...]:
    """What it leaves in peace."""
    return (an_outbound("The service of the ferry is suspended."),)
