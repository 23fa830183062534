"""Whoever was terminated does not come back under another name.

Why: WhatsApp bars a terminated organisation from all future use, and its provider answers for whom it lets in.

Allowed: a new bank whose name has one word in common with a barred one.
Denied: a shop with the registration number, telephone or domain of a barred one; one whose legal name is like a barred
one's, until somebody has looked at it.
"""

from dataclasses import replace

from parley.core.policy.examples import CLIENT, PROFILE, an_application
from parley.core.policy.identity import Identity, identities_of, same_legal_name
from parley.core.policy.matters import ClientApplication
from parley.core.policy.verdicts import Finding, Verdict

CLAUSE = "F4"
MOMENTS = ("onboarding",)
WORDS = {
    "legal_name": "legal name",
    "registration_number": "registration number",
    "telephone": "telephone number",
    "domain": "web domain",
    "email": "e-mail address",
}


def check(application: ClientApplication) -> Finding | None:
    """Block what is the same as a barred one's, hold what is like it."""
    shown = application.profile
    own = identities_of(
        legal_names=(application.client.legal_name,),
        registration_numbers=(application.registration_number,),
        telephones=(*application.telephones, str(shown.get("telephone", ""))),
        websites=(*application.websites, *shown.get("websites", ())),
        emails=(*application.emails, str(shown.get("email", ""))),
    )
    barred = {Identity(kind, value) for kind, value in application.barred}  # type: ignore[arg-type]
    if same := sorted(own & barred):
        named = " and ".join(dict.fromkeys(WORDS[each.kind] for each in same))
        return _no("block", f"The {named} belongs to an organisation that was barred.", [each.kind for each in same])
    names = (application.client.legal_name, application.client.name, *application.display_names)
    known = [each.value for each in barred if each.kind == "legal_name"]
    if any(same_legal_name(name, other) for name in names for other in known):
        return _no("hold", "The name of this business is like that of an organisation that was barred.", ["legal_name"])
    return None


def _no(verdict: Verdict, sentence: str, kinds: list[str]) -> Finding:
    return Finding(
        rule="who_was_terminated_stays_out",
        clause=CLAUSE,
        verdict=verdict,
        sentence=sentence,
        next_step="ask_supervisor",
        next_sentence="Refuse the application, unless it is shown to be somebody else.",
        facts={"same": kinds},
    )


def breaches() -> tuple[ClientApplication, ...]:
    """What it refuses."""
    renamed = replace(CLIENT, name="Sunny Deals", legal_name="Sunny Deals Ltd")
    return (
        an_application(barred=(("registration_number", "1234567"),)),
        an_application(barred=(("domain", "northbank.example"),)),
        an_application(client=renamed, display_names=("Sunny Deals",), barred=(("legal_name", "sunnny deals"),)),
        an_application(profile=PROFILE | {"telephone": "+442079460111"}, barred=(("telephone", "442079460111"),)),
        an_application(profile=PROFILE | {"email": "deals@sunny.example"}, barred=(("email", "deals@sunny.example"),)),
    )


def look_alikes() -> tuple[ClientApplication, ...]:
    """What it leaves in peace."""
    others = (("legal_name", "north sea angling"), ("domain", "northbank-loans.example"), ("telephone", "442079460959"))
    return (an_application(barred=others),)
