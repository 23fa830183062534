"""No message asks a person for a full card number, a security code, a PIN or a password.

Why: asking teaches people to give such numbers away in a chat, which is what fraudsters ask of them.

Allowed: “we will never ask for your PIN”; “the last four digits of your card”.
Denied: “please send me your card number and CVV”, in any of the product's languages; the same as the end of a question
that our messages before it began.
"""

from functools import lru_cache

from parley.core.policy.conduct import Conduct
from parley.core.policy.examples import a_bot, a_draft, an_outbound
from parley.core.policy.facts import Outbound
from parley.core.policy.identifiers.advice import instead_of_asking
from parley.core.policy.identifiers.requests import asks_for
from parley.core.policy.identifiers.sent import asked_together
from parley.core.policy.matters import BotPlan, OptInWording, TemplateDraft
from parley.core.policy.screening import REMEMBERED
from parley.core.policy.verdicts import Finding

CLAUSE = "D3"
MOMENTS = ("outbound", "template", "automation", "agent", "opt-in")
Said = Outbound | TemplateDraft | BotPlan | OptInWording


def check(matter: Said) -> Finding | None:
    """Block a message that asks for a secret or a full number."""
    texts = tuple(matter.texts())
    if isinstance(matter, Outbound):
        texts = tuple([text[: matter.closely] for text in texts])
    # The parts of one message are read as one too: the name may stand in its header, the request in its body.
    together = ("\n".join(texts),) if isinstance(matter, Outbound) and len(texts) > 1 else ()
    asked = next((what for text in (*texts, *together) for what in [_asked_in(text)] if what), None)
    if asked is None and isinstance(matter, Outbound):
        asked = asked_together(matter.in_a_row, matter.spoken[0])
    if asked is None:
        return None
    return Finding(
        rule="no_requests_for_identifiers",
        clause=CLAUSE,
        verdict="block",
        sentence=f"The message asks the customer for their {asked}, which may not be asked for over WhatsApp.",
        next_step="remove_identifier",
        next_sentence=instead_of_asking(asked),
        facts={"asked": asked},
    )


@lru_cache(maxsize=REMEMBERED)
def _asked_in(text: str) -> str | None:
    return asks_for(text)


def breaches() -> tuple[Said, ...]:
    """What it refuses."""
    return (
        an_outbound("Please send me your card number and CVV"),
        an_outbound("card number and CVV", lately=("Please send me your",), conduct=Conduct(unanswered=1)),
        a_draft("Please send us your card number and PIN."),
        a_bot(answers=("Please send me your password.",)),
    )


def look_alikes() -> tuple[Said, ...]:
    """What it leaves in peace."""
    return (
        an_outbound("We will never ask you to send us your PIN."),
        an_outbound("Please send it here.", lately=("The PIN comes by post.",), conduct=Conduct(unanswered=0)),
        a_draft("You can change your PIN in the app."),
        a_bot(answers=("We will never ask for your password.",)),
    )
