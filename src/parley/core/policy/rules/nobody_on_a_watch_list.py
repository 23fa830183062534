"""Nobody is served who may be on a list of terrorist or criminal organisations.

Why: a banned organisation must not speak over WhatsApp, under whatever spelling of its name. Lists are never quite
right, so a likeness is looked at by people, who clear it or refuse; until then the business waits, and one that is
here already sends nothing.

Allowed: a bank whose director shares half a name with somebody on a list.
Denied: a charity with the name of a banned group, also in another alphabet, until somebody has looked at it.
"""

from dataclasses import replace

from parley.core.policy.examples import CLIENT, an_application, an_outbound
from parley.core.policy.facts import Outbound
from parley.core.policy.matters import ClientApplication, Matter
from parley.core.policy.sanctions import THRESHOLD
from parley.core.policy.verdicts import Finding, Verdict

CLAUSE = "E1"
MOMENTS = ("onboarding", "outbound")
HIT = {"list": "ofac", "entry": "90002", "score": 96, "name": "BLACK HERON BRIGADE", "key": "ofac:90002:black heron"}


def check(matter: ClientApplication | Outbound) -> Finding | None:
    """Hold a business with a name like one on a list; block what one that is here sends, until it is cleared."""
    if isinstance(matter, Outbound):
        reason = matter.client.under_review
        waits = "The provider is looking at this business, so nothing is sent until then."
        return _no("block", waits, {"under_review": reason}) if reason else None
    cleared = set(matter.cleared_hits)
    open_hits = [hit for hit in matter.watch_hits if hit["score"] >= THRESHOLD and hit.get("key") not in cleared]
    if not open_hits:
        return None
    gravest = max(open_hits, key=lambda hit: int(hit["score"]))
    sentence = f"A name of this business is like entry {gravest['entry']} of the list “{gravest['list']}”."
    entries = [f"{hit['list']}:{hit['entry']}" for hit in open_hits]
    return _no("hold", sentence, {"entries": entries, "score": gravest["score"]})


def _no(verdict: Verdict, sentence: str, facts: dict[str, object]) -> Finding:
    return Finding(
        rule="nobody_on_a_watch_list",
        clause=CLAUSE,
        verdict=verdict,
        sentence=sentence,
        next_step="ask_supervisor",
        next_sentence="Compare dates of birth, addresses and papers with the list; then clear the hit, or refuse.",
        facts=facts,
    )


def breaches() -> tuple[Matter, ...]:
    """What it refuses."""
    return (
        an_application(display_names=("Black Heron",), client=replace(CLIENT, name="Black Heron"), watch_hits=(HIT,)),
        an_outbound(client=replace(CLIENT, under_review="watch_list")),
    )


def look_alikes() -> tuple[Matter, ...]:
    """What it leaves in peace."""
    weak = HIT | {"score": 70, "key": "ofac:90001:ada okafor"}
    return (an_application(watch_hits=(weak, HIT), cleared_hits=(str(HIT["key"]),)), an_outbound())
