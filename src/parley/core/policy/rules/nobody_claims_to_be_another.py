"""No message claims to come from another organisation.

Why: “this is your bank” from somebody who is not is how people are robbed; the business's own name stands above every
message, so there is no need to borrow one.

Allowed: naming a parcel service, a card or a shop; the organisation itself; a warning that somebody claims to be it.
Denied: “this is Amazon support” from a bank, until somebody has looked at it.
"""

from parley.core.policy.examples import a_bot, a_draft, an_outbound
from parley.core.policy.facts import Outbound
from parley.core.policy.identity import Brand, claimed_by, related
from parley.core.policy.matters import BotPlan, Matter, TemplateDraft
from parley.core.policy.verdicts import Finding

CLAUSE = "B3"
MOMENTS = ("outbound", "agent", "template", "automation")
GRAVEST = "hold"


def check(matter: Outbound | TemplateDraft | BotPlan) -> Finding | None:
    """Hold a message that speaks in another's name."""
    claimed = [brand for text in matter.texts() for brand in claimed_by(text)]
    stranger = next((brand for brand in claimed if not _is(brand, matter)), None) if claimed else None
    if stranger is None:
        return None
    return Finding(
        rule="nobody_claims_to_be_another",
        clause=CLAUSE,
        verdict="hold",
        sentence=f"This reads as if {stranger.name} were writing, which is another organisation.",
        next_step="reword",
        next_sentence="Write in the name of your own business.",
        facts={"claims_to_be": stranger.name},
    )


def _is(brand: Brand, matter: Outbound | TemplateDraft | BotPlan) -> bool:
    client = matter.client
    shown = matter.number.display_name if isinstance(matter, Outbound) else ""
    return any(related(brand.name, own) for own in (shown, client.name, client.legal_name, *client.known_names) if own)


def breaches() -> tuple[Matter, ...]:
    """What it refuses."""
    return (
        an_outbound("Hello, this is Amazon support. We have to check your order."),
        a_draft("Soy Ana de Correos, su paquete espera."),
        a_bot(answers=("यह एचडीएफसी बैंक सपोर्ट है।",)),
    )


def look_alikes() -> tuple[Matter, ...]:
    """What it leaves in peace."""
    return (
        an_outbound("Your card works with Apple Pay and PayPal."),
        an_outbound("If somebody says this is Microsoft support, hang up."),
        a_draft("Your parcel goes out with DHL tomorrow."),
        a_bot(answers=("You will get a notification from PayPal.",)),
    )
