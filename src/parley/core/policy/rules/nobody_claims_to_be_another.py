"""No message claims to come from another organisation.

Why: “this is your bank” from somebody who is not is how people are robbed; the business's own name stands above every
message, so there is no need to borrow one. An office that is believed without a name, as a bank, the police or a parcel
service, is claimed in the same way.

Allowed: naming a parcel service, a card or a shop; the organisation itself; a warning that somebody claims to be it.
Denied: “this is Amazon support” from a bank, “this is your bank” from a shop, until somebody has looked at it.
"""

from dataclasses import replace

from parley.core.policy.examples import CLIENT, NOW, PROFILE, a_bot, a_draft, an_outbound
from parley.core.policy.facts import NumberFacts, Outbound
from parley.core.policy.identity import Office, Speaker, claimed_by, related
from parley.core.policy.matters import BotPlan, Matter, TemplateDraft
from parley.core.policy.verdicts import Finding

CLAUSE = "B3"
MOMENTS = ("outbound", "agent", "template", "automation")
GRAVEST = "hold"
SHOP = replace(CLIENT, name="Casa Verde", legal_name="Casa Verde SL", sector="retail")
SHOPS = NumberFacts("101", "Casa Verde", PROFILE, NOW)


def check(matter: Outbound | TemplateDraft | BotPlan) -> Finding | None:
    """Hold a message that speaks in another's name."""
    claimed = [speaker for text in matter.texts() for speaker in claimed_by(text)]
    stranger = next((speaker for speaker in claimed if not _is(speaker, matter)), None) if claimed else None
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


def _is(speaker: Speaker, matter: Outbound | TemplateDraft | BotPlan) -> bool:
    client = matter.client
    shown = matter.number.display_name if isinstance(matter, Outbound) else ""
    names = [own for own in (shown, client.name, client.legal_name, *client.known_names) if own]
    if isinstance(speaker, Office):
        return speaker.is_one(client.sector, names)
    return any(related(speaker.name, own) for own in names)


def breaches() -> tuple[Matter, ...]:
    """What it refuses."""
    return (
        an_outbound("Hello, this is Amazon support. We have to check your order."),
        a_draft("Soy Ana de Correos, su paquete espera."),
        a_bot(answers=("यह एचडीएफसी बैंक सपोर्ट है।",)),
        an_outbound("This is your bank. Your account is blocked.", client=SHOP, number=SHOPS),
        an_outbound("We are the tax office, and you owe us 300 pounds."),
        a_draft("Ici la police, rappelez-nous aujourd'hui."),
        an_outbound("WhatsApp support: your account will be deleted."),
    )


def look_alikes() -> tuple[Matter, ...]:
    """What it leaves in peace."""
    return (
        an_outbound("Your card works with Apple Pay and PayPal."),
        an_outbound("If somebody says this is Microsoft support, hang up."),
        an_outbound("This is your bank: your new card is ready."),
        an_outbound("Please contact your bank if the payment fails.", client=SHOP, number=SHOPS),
        a_draft("The tax office needs your form by Friday."),
        a_draft("Your parcel goes out with DHL tomorrow."),
        a_bot(answers=("You will get a notification from PayPal.",)),
    )
