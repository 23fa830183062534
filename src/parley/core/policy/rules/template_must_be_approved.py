"""Only a template that WhatsApp has approved, in the language approved, may be sent.

Why: templates are reviewed before use, and may be paused or withdrawn at any time; our copy of their state decides,
not the sender's memory. The category the author saw must still be the template's.

Allowed: an approved utility template with its parameters.
Denied: one that is pending, rejected, paused or disabled; one we do not know; one whose category has changed.
"""

from parley.core.messages import TemplateUse
from parley.core.policy.examples import a_template
from parley.core.policy.facts import Outbound
from parley.core.policy.templates import instead
from parley.core.policy.verdicts import Finding, Permit

CLAUSE = "C6"
ALSO = ("C1", "C2", "C3")
MOMENTS = ("template", "outbound", "agent")


def check(message: Outbound) -> Finding | Permit | None:
    """Block a template whose approved form we do not hold; permit one that we do."""
    used = message.content
    if not isinstance(used, TemplateUse):
        return None
    known = message.template
    if known is None or (known.name, known.language) != (used.name, used.language):
        return _no(message, "C6", f"There is no template “{used.name}” in language “{used.language}” for this number.")
    if known.status.upper() != "APPROVED":
        return _no(message, "C3", f"The template “{used.name}” is {known.status.lower()}, so it can not be sent.")
    if known.category.lower() != used.category.lower():
        return _no(message, "C2", f"The template “{used.name}” is now {known.category.lower()}, not {used.category}.")
    return Permit("template_must_be_approved", CLAUSE, "WhatsApp has approved this template.")


def _no(message: Outbound, clause: str, sentence: str) -> Finding:
    return Finding(
        rule="template_must_be_approved",
        clause=clause,
        verdict="block",
        sentence=sentence,
        next_step="use_template",
        next_sentence=instead(message),
        facts={"status": message.template.status if message.template else None},
    )


def breaches() -> tuple[Outbound, ...]:
    """What it refuses."""
    return (a_template(template=None), a_template(status="PAUSED"))


def look_alikes() -> tuple[Outbound, ...]:
    """What it leaves in peace."""
    return (a_template(),)
