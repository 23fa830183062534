"""Whoever is asked to opt in is told that messages come over WhatsApp, and from whom, and says yes to it freely.

Why: a person can agree only to what they were told; the policy asks for both statements in the words themselves. Words
that agree to nothing are no opt-in, and a yes that was the price of a purchase, or was ticked beforehand, is nobody's.

Allowed: “I agree to get order updates from Northbank on WhatsApp”, in any language; “this is no condition of purchase”.
Denied: words that name only the business, only WhatsApp, or say “not over WhatsApp”; “I agree to receive no messages”.
Held: “by placing an order you agree”; “unless you untick this box”.
"""

from parley.core.policy.examples import a_wording
from parley.core.policy.matters import OptInWording
from parley.core.policy.terms import Terms
from parley.core.policy.verdicts import Finding, Verdict
from parley.core.policy.wording import names_business, names_whatsapp
from parley.core.policy.wording_yes import Flaw, flaw_of

CLAUSE = "B5"
MOMENTS = ("opt-in", "update")
READS = ("terms.opt_in",)
SAID = {
    "denied": ("These words agree to no messages.", "Write what the person says yes to, without a “not” or a “no”."),
    "condition": (
        "These words make the yes the price of something else.",
        "Ask for it by itself, so that a person can buy or use the service without it.",
    ),
    "ticked": (
        "These words count as a yes what the person has not done.",
        "Let the person tick, write or say it themselves; silence is no opt-in.",
    ),
}


def check(wording: OptInWording, terms: Terms) -> Finding | None:
    """Block words that lack a statement."""
    client = wording.client
    names = [name for name in (client.name, client.legal_name, *client.known_names) if name.strip()]
    missing = [] if names_business(wording.text, names) else ["the name of the business"]
    if terms.opt_in == "named" and not names_whatsapp(wording.text):
        missing.append("that messages come over WhatsApp")
    if not missing:
        return _of_flaw(flaw_of(wording.text))
    return Finding(
        rule="wording_says_who_and_where",
        clause=CLAUSE,
        verdict="block",
        sentence=f"These words do not say {' and '.join(missing)}.",
        next_step="reword",
        next_sentence="Say both: who will write, and that it will be over WhatsApp.",
        facts={"missing": missing},
    )


def _of_flaw(flaw: Flaw | None) -> Finding | None:
    """Words that deny are clear; what makes a yes unfree is for a person to judge."""
    if flaw is None:
        return None
    sentence, remedy = SAID[flaw]
    verdict: Verdict = "block" if flaw == "denied" else "hold"
    return Finding("wording_says_who_and_where", CLAUSE, verdict, sentence, "reword", remedy, {"flaw": flaw})


def breaches() -> tuple[OptInWording, ...]:
    """What it refuses."""
    return (
        a_wording("I agree to get offers."),
        a_wording("I agree to get offers from Northbank."),
        a_wording("Acepto recibir mensajes por WhatsApp.", language="es"),
        a_wording("Northbank may write to me by e-mail, but not on WhatsApp."),
        a_wording("I agree to receive no messages from Northbank on WhatsApp."),
        a_wording("By placing an order you agree to get offers from Northbank on WhatsApp."),
        a_wording("Northbank le enviará mensajes por WhatsApp salvo que desmarque esta casilla.", language="es"),
    )


def look_alikes() -> tuple[OptInWording, ...]:
    """What it leaves in peace."""
    return (
        a_wording(),
        a_wording("I agree that Northbank may write to me on WhatsApp. You do not have to agree to buy from us."),
        a_wording("Acepto que Northbank me envíe mensajes por WhatsApp.", language="es"),
        a_wording("Concordo em receber mensagens da Northbank pelo WhatsApp.", language="pt"),
        a_wording("J'accepte de recevoir des messages de Northbank sur WhatsApp.", language="fr"),
        a_wording("أوافق على تلقي رسائل من Northbank عبر واتساب.", language="ar"),
        a_wording("मैं Northbank से व्हाट्सएप पर संदेश पाने के लिए सहमत हूँ।", language="hi"),
    )
