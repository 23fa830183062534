"""Nothing from one customer's chat reaches another customer.

Why: a thread is between two. What somebody wrote, how they are called, their numbers and their files are theirs, also
where an agent only pasted into the wrong window. What several people wrote, and what the business itself says to
everybody, gives nobody away.

Allowed: a person's own order number, repeated to them; a common phrase; the business's own address.
Denied: an address, a number, a passage of nine words or a file from another customer's thread; another customer's name
with something that they wrote, be it the number of their flat, or with any longer number or address.
"""

from parley.core.policy.examples import an_outbound
from parley.core.policy.facts import Outbound
from parley.core.policy.fingerprints import Echo
from parley.core.policy.verdicts import Finding

CLAUSE = "D5"
MOMENTS = ("outbound", "agent")
WHAT = {
    "identifier": "a number or an address",
    "passage": "a passage",
    "name": "a name with a detail",
    "file": "a file",
}


def check(message: Outbound) -> Finding | None:
    """Block a message that carries another thread's marks."""
    telling = [echo for echo in message.echoes if echo.kind != "name" or echo.detail]
    if not telling:
        return None
    what = WHAT[min(telling, key=lambda echo: list(WHAT).index(echo.kind)).kind]
    return Finding(
        rule="nothing_of_another_customer",
        clause=CLAUSE,
        verdict="block",
        sentence=f"The message carries {what} from another customer's conversation.",
        next_step="reword",
        next_sentence="Check that you are in the right conversation, and leave out what is not this customer's.",
        facts={"kinds": sorted({echo.kind for echo in telling})},
    )


def breaches() -> tuple[Outbound, ...]:
    """What it refuses."""
    return (
        an_outbound("It was sent to ana@example.org.", echoes=(Echo("identifier"),)),
        an_outbound("Ana Lima, flat 12", echoes=(Echo("name"),)),
        an_outbound("She wrote: …", echoes=(Echo("passage"),)),
    )


def look_alikes() -> tuple[Outbound, ...]:
    """What it leaves in peace."""
    return (an_outbound("Ana Lima is the name of our branch manager.", echoes=(Echo("name", detail=False),)),)
