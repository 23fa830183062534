"""A business shows a name that is its own.

Why: people trust the name above a message. It must have to do with the legal name, must not be a well-known
organisation's, and must not be written so that it looks like one.

Allowed: “Northbank” of Northbank plc; the initials of the legal name; a trading name that is on file.
Denied: a well-known name of somebody else, also with look-alike letters; a name unrelated to the legal one, until
somebody has looked at it.
"""

from dataclasses import replace

from parley.core.policy.examples import CLIENT, an_application
from parley.core.policy.identity import Brand, brand_in, mixes_scripts, related
from parley.core.policy.matters import ClientApplication
from parley.core.policy.verdicts import Finding, Verdict

CLAUSE = "B3"
MOMENTS = ("onboarding",)


def check(application: ClientApplication) -> Finding | None:
    """Block somebody else's well-known name, hold what is doubtful."""
    client = application.client
    found = [_about(name, application) for name in dict.fromkeys((*application.display_names, client.name)) if name]
    ordered = sorted((each for each in found if each), key=lambda each: each.verdict)
    return ordered[0] if ordered else None


def _about(name: str, application: ClientApplication) -> Finding | None:
    client = application.client
    known = tuple(each for each in (client.legal_name, *client.known_names) if each)
    like = brand_in(name)
    if like and not like[0].owns((*application.websites, *application.emails)):
        return _well_known(name, like[0], known)
    if mixes_scripts(name):
        return _no("block", f"The name “{name}” mixes letters of several alphabets within a word.", name)
    if not any(related(name, each) for each in known):
        return _no("hold", f"The name “{name}” has nothing to do with the legal name of this business.", name)
    return None


def _well_known(name: str, brand: Brand, known: tuple[str, ...]) -> Finding:
    bears_it = any(related(brand.name, each) for each in known)
    verdict: Verdict = "hold" if bears_it else "block"
    return _no(verdict, f"The name “{name}” is, or is like, that of {brand.name}.", name)


def _no(verdict: Verdict, sentence: str, name: str) -> Finding:
    return Finding(
        rule="names_are_ones_own",
        clause=CLAUSE,
        verdict=verdict,
        sentence=sentence,
        next_step="reword",
        next_sentence="Use the name under which the business is registered, or show papers of the trading name.",
        facts={"display_name": name},
    )


def breaches() -> tuple[ClientApplication, ...]:
    """What it refuses."""
    dealer = replace(CLIENT, name="Harbour Deals", legal_name="Harbour Deals Ltd")
    return (
        an_application(client=dealer, display_names=("PаyPal Support",)),
        an_application(client=dealer, display_names=("Amaz0n",)),
        an_application(display_names=("Sunset Kitchens",)),
    )


def look_alikes() -> tuple[ClientApplication, ...]:
    """What it leaves in peace."""
    nursery = replace(CLIENT, name="Apple Tree Nursery", legal_name="Apple Tree Nursery Ltd")
    brand = replace(CLIENT, name="Netflix", legal_name="Netflix Services UK Limited")
    own = ("https://help.netflix.com",)
    return (
        an_application(client=nursery, display_names=("Apple Tree Nursery",)),
        an_application(client=brand, display_names=("Netflix",), websites=own),
        an_application(client=replace(CLIENT, legal_name="North Harbour Bank Ltd", name="NHB"), display_names=("NHB",)),
    )
