"""No business comes on board to treat patients in the chat, where the law keeps that to systems made for it.

Why: whoever consults, diagnoses or prescribes in a chat sends and asks for health information all day. The law of the
Client's countries decides; where none is on file a person does.

Allowed: a clinic that books appointments; a maker of software for telemedicine; a veterinary practice.
Denied: doctors who consult by chat; prescriptions on WhatsApp.
"""

import re
from dataclasses import replace

from parley.core.policy.examples import CLIENT, an_application
from parley.core.policy.health import strictest_law
from parley.core.policy.matters import ClientApplication
from parley.core.policy.screening.normalise import fold
from parley.core.policy.verdicts import Finding

CLAUSE = "D4"
MOMENTS = ("onboarding",)
READS = ("client.countries",)
SECTORS = frozenset(["telemedicine", "telehealth", "online doctor", "online clinic", "e-health consultation"])
# Six languages, accents gone.
TREATS = re.compile(
    r"\b(?:tele-?(?:medicine|health|consult\w*|psychiatry|dermatology)"
    r"|(?:online|virtual|remote|digital) (?:doctors?|clinic)"
    r"|(?:doctors?|medical|psychiatric|dermatology) (?:consultations?|advice|diagnos[ei]s)"
    r" (?:by|over|via|on|in the) (?:whatsapp|chat|message)"
    r"|(?:prescri\w+|diagnos\w+) (?:\w+ ){0,3}(?:by|over|via|on) (?:whatsapp|chat|message)"
    r"|tele-?medicina|tele-?consultas?|tele-?salud|tele-?saude"
    r"|(?:consultas? medicas?|medicos?) (?:online|en linea|por whatsapp|por chat)"
    r"|tele-?medecine|tele-?consultations?|tele-?sante"
    r"|(?:consultations? medicales?|medecins?) (?:en ligne|sur whatsapp|par chat))\b"
    r"|التطبيب عن بعد|استشار(?:ه|ات) طبيه (?:عن بعد|عبر|اونلاين)|طبيب (?:عن بعد|اونلاين)"
    rf"|{fold('टेलीमेडिसिन')}|(?:{fold('ऑनलाइन')}|{fold('व्हाट्सएप पर')}) (?:{fold('डॉक्टर')}|{fold('चिकित्सा')})"
)
# Whoever makes the tools, or treats animals, treats no patients.
NOT_OURS = re.compile(
    r"\b(?:software|platform for|equipment|carts?|insur\w+|veterinar\w+|for (?:pets|animals)|courses?|cursos?"
    r"|logiciels?)\b"
)


def check(application: ClientApplication) -> Finding | None:
    """Block a declared one where a law is on file, hold the rest."""
    client = application.client
    says = fold(application.description)
    declared = client.sector.strip().casefold() in SECTORS
    if not declared and (not TREATS.search(says) or NOT_OURS.search(says)):
        return None
    law = strictest_law(client.countries)
    kept = f"which {law} keeps out of ordinary chats." if law else "and the law of its countries is to be checked."
    return Finding(
        rule="no_telemedicine",
        clause=CLAUSE,
        verdict="block" if declared and law else "hold",
        sentence=f"This business treats patients in the chat, {kept}",
        next_step="reword",
        next_sentence="Serve it for appointments and opening hours only, and leave treatment to a system made for it.",
        facts={"declared": declared, "law": law or ""},
    )


def breaches() -> tuple[ClientApplication, ...]:
    """What it refuses."""
    doctors = replace(CLIENT, sector="other", countries=("US",))
    return (
        an_application(client=replace(doctors, sector="telemedicine"), description="We look after patients."),
        an_application(client=doctors, description="Our doctors give medical advice by chat, day and night."),
        an_application(client=replace(doctors, countries=("KE",)), description="Consultas médicas por WhatsApp."),
        an_application(client=doctors, description="Téléconsultation en dix minutes."),
        an_application(client=doctors, description="استشارات طبية عن بعد"),
        an_application(client=doctors, description="ऑनलाइन डॉक्टर परामर्श"),
    )


def look_alikes() -> tuple[ClientApplication, ...]:
    """What it leaves in peace."""
    clinic = replace(CLIENT, sector="healthcare", countries=("US",))
    maker = replace(CLIENT, sector="software", countries=("US",))
    return (
        an_application(client=clinic, description="A dental clinic. Patients book and move appointments here."),
        an_application(client=maker, description="We write software for telemedicine, which hospitals run."),
        an_application(client=maker, description="Veterinary telemedicine: a vet looks at your dog by video."),
    )
