"""A publisher of news writes only once it is registered as a News Page.

Why: WhatsApp asks publishers of news to be registered with it, so that people can tell news from what only looks so.

Allowed: a registered newspaper; a shop that sends news of its own products.
Denied: a newspaper, broadcaster or news portal without its registration on record.
"""

import re
from dataclasses import replace

from parley.core.policy.examples import CLIENT, an_application
from parley.core.policy.matters import ClientApplication
from parley.core.policy.screening.normalise import fold
from parley.core.policy.verdicts import Finding

CLAUSE = "E8"
MOMENTS = ("onboarding",)
SECTORS = frozenset(
    ["news", "newspaper", "press", "broadcasting", "broadcaster", "journalism", "media/news", "news publisher"]
)
# Six languages, accents gone.
PUBLISHES = re.compile(
    r"\b(?:newspaper|news (?:agency|portal|site|website|channel|publisher|outlet|service|organi[sz]ation)"
    r"|daily news|breaking news|news broadcaster|journalism"
    r"|periodico|diario digital|agencia de noticias|portal de noticias|canal de noticias|medio de comunicacion"
    r"|jornal (?:diario|online|local|digital)|site de noticias"
    r"|journal quotidien|journal d'information|agence de presse|site d'actualites?|media d'information"
    r"|chaine d'info\w*)\b|صحيفه|جريده|وكاله انبا|موقع اخباري|قناه اخباريه"
    r"|अखबार|समाचार ?पत्र|(?:समाचार|न्यूज) (?:एजेंसी|पोर्टल|चैनल)"
)
# Whoever only sells or prints them does not publish.
NOT_OURS = re.compile(
    r"\b(?:newsagents?|kiosk|quiosco|printing|printers?|clipping|delivery of newspapers|sells? newspapers)\b"
)


def check(application: ClientApplication) -> Finding | None:
    """Block a publisher of news without a registration; hold one that only seems to be."""
    if application.news_registration.strip():
        return None
    says = fold(application.description)
    declared = application.client.sector.strip().casefold() in SECTORS
    if not declared and (not PUBLISHES.search(says) or NOT_OURS.search(says)):
        return None
    return Finding(
        rule="news_is_registered",
        clause=CLAUSE,
        verdict="block" if declared else "hold",
        sentence="This business publishes news, and no registration as a News Page is on record.",
        next_step="complete_profile",
        next_sentence="Register it as a News Page with WhatsApp's owner, and enter the registration.",
        facts={"declared": declared},
    )


def breaches() -> tuple[ClientApplication, ...]:
    """What it refuses."""
    return (
        an_application(client=replace(CLIENT, sector="news"), description="What happened today."),
        an_application(client=replace(CLIENT, sector="other"), description="Somos un periódico de la ciudad."),
        an_application(client=replace(CLIENT, sector="other"), description="صحيفة يومية من المدينة"),
    )


def look_alikes() -> tuple[ClientApplication, ...]:
    """What it leaves in peace."""
    return (
        an_application(client=replace(CLIENT, sector="news"), news_registration="NP-2201"),
        an_application(client=replace(CLIENT, sector="retail"), description="Good news: we sell garden furniture."),
    )
