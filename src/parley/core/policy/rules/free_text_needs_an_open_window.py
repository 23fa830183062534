"""Free text may be sent within 24 hours of the customer's last message only.

Why: whoever writes to a business expects an answer soon, not a message days later. After the window closes only an
approved template may reach the person.

Allowed: an answer 23 hours and 59 minutes after the customer's message.
Denied: the same answer a minute later; any free text to a person who never wrote.
"""

from parley.core.messages import TemplateUse
from parley.core.policy.facts import Outbound
from parley.core.policy.templates import instead
from parley.core.policy.verdicts import Finding

CLAUSE = "C4"
MOMENTS = ("outbound", "agent")


def check(message: Outbound) -> Finding | None:
    """Block what is not a template when the window is closed."""
    if isinstance(message.content, TemplateUse) or message.window_open:
        return None
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
