"""Whoever is asked to opt in is told that messages come over WhatsApp, and from whom.

Why: a person can agree only to what they were told; the policy asks for both statements in the words themselves.

Allowed: “I agree to get order updates from Northbank on WhatsApp”, in any language.
Denied: words that name only the business, only WhatsApp, or say “not over WhatsApp”.
"""

from parley.core.policy.examples import a_wording
from parley.core.policy.matters import OptInWording
from parley.core.policy.terms import Terms
from parley.core.policy.verdicts import Finding
from parley.core.policy.wording import names_business, names_whatsapp

CLAUSE = "B5"
MOMENTS = ("opt-in", "update")
READS = ("terms.opt_in",)


def check(wording: OptInWording, terms: Terms) -> Finding | None:
    """Block words that lack a statement."""
    client = wording.client
    names = [name for name in (client.name, client.legal_name, *client.known_names) if name.strip()]
    missing = [] if names_business(wording.text, names) else ["the name of the business"]
    if terms.opt_in == "named" and not names_whatsapp(wording.text):
        missing.append("that messages come over WhatsApp")
    if not missing:
        return None
    return Finding(
        rule="wording_says_who_and_where",
        clause=CLAUSE,
        verdict="block",
        sentence=f"These words do not say {' and '.join(missing)}.",
        next_step="reword",
        next_sentence="Say both: who will write, and that it will be over WhatsApp.",
        facts={"missing": missing},
    )


def breaches() -> tuple[OptInWording, ...]:
    """What it refuses."""
    return (
        a_wording("I agree to get offers."),
        a_wording("I agree to get offers from Northbank."),
        a_wording("Acepto recibir mensajes por WhatsApp.", language="es"),
        a_wording("Northbank may write to me by e-mail, but not on WhatsApp."),
    )


def look_alikes() -> tuple[OptInWording, ...]:
    """What it leaves in peace."""
    return (
        a_wording(),
        a_wording("Acepto que Northbank me envíe mensajes por WhatsApp.", language="es"),
        a_wording("Concordo em receber mensagens da Northbank pelo WhatsApp.", language="pt"),
        a_wording("J'accepte de recevoir des messages de Northbank sur WhatsApp.", language="fr"),
        a_wording("أوافق على تلقي رسائل من Northbank عبر واتساب.", language="ar"),
        a_wording("मैं Northbank से व्हाट्सएप पर संदेश पाने के लिए सहमत हूँ।", language="hi"),
    )
