"""No message asks a person for a full card number, a security code, a PIN or a password.

Why: asking teaches people to give such numbers away in a chat, which is what fraudsters ask of them.

Allowed: “we will never ask for your PIN”; “the last four digits of your card”.
Denied: “please send me your card number and CVV”, in any of the product's languages.
"""

from parley.core.policy.examples import an_outbound
from parley.core.policy.facts import Outbound
from parley.core.policy.identifiers.requests import asks_for
from parley.core.policy.verdicts import Finding

CLAUSE = "D3"
MOMENTS = ("outbound", "template", "automation", "agent")


def check(message: Outbound) -> Finding | None:
    """Block a message that asks for a secret or a full number."""
    asked = next((what for text in message.content.texts() for what in [asks_for(text)] if what), None)
    if asked is None:
        return None
    return Finding(
        rule="no_requests_for_identifiers",
        clause=CLAUSE,
        verdict="block",
        sentence=f"The message asks the customer for their {asked}, which may not be asked for over WhatsApp.",
        next_step="remove_identifier",
        next_sentence="Ask for the last four digits only, or send a link to a secure page.",
        facts={"asked": asked},
    )


def breaches() -> tuple[Outbound, ...]:
    """What it refuses."""
    return (an_outbound("Please send me your card number and CVV"),)


def look_alikes() -> tuple[Outbound, ...]:
    """What it leaves in peace."""
    return (an_outbound("We will never ask you to send us your PIN."),)
