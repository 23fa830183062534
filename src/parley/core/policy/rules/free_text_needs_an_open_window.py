"""Free text may be sent within 24 hours of the customer's last message only.

Why: whoever writes to a business expects an answer soon, not a message days later. After the window closes only an
approved template may reach the person.

Allowed: an answer 23 hours and 59 minutes after the customer's message; to keep a reply until they write again.
Denied: the same answer a minute later; any free text to a person who never wrote.
"""

from datetime import timedelta

from parley.core.messages import TemplateUse, Unknown
from parley.core.policy.examples import NOW, an_outbound
from parley.core.policy.facts import Outbound
from parley.core.policy.templates import instead
from parley.core.policy.verdicts import Finding, Permit

CLAUSE = "C4"
ALSO = ("C1",)
MOMENTS = ("outbound", "agent")


def check(message: Outbound) -> Finding | Permit | None:
    """Block what is not a template when the window is closed; permit it while it is open."""
    if isinstance(message.content, TemplateUse | Unknown):
        return None
    if message.waits:
        return Permit("free_text_needs_an_open_window", CLAUSE, "It leaves only when the customer has written again.")
    if message.window_open:
        return Permit("free_text_needs_an_open_window", CLAUSE, "The customer wrote within the last 24 hours.")
    closed = message.window_expires_at
    if closed is None:
        why = "This person has not written to this number, so only an approved template may start a conversation"
    else:
        why = f"The 24-hour window closed on {closed:%d %B at %H:%M} UTC, so free text can no longer be sent"
    return Finding(
        rule="free_text_needs_an_open_window",
        clause=CLAUSE if closed else "C1",
        verdict="block",
        sentence=f"{why}.",
        next_step="use_template",
        next_sentence=instead(message),
        facts={"window_expires_at": closed.isoformat() if closed else None},
    )


def breaches() -> tuple[Outbound, ...]:
    """What it refuses."""
    return (an_outbound(window_expires_at=NOW), an_outbound(window_expires_at=None))


def look_alikes() -> tuple[Outbound, ...]:
    """What it leaves in peace."""
    return (an_outbound(window_expires_at=NOW + timedelta(seconds=1)), an_outbound(window_expires_at=NOW, waits=True))
