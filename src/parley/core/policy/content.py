"""How the rules on content ask the screening and say what it found: a clear breach is blocked, a doubtful one held."""

from parley.core.policy.facts import Outbound
from parley.core.policy.matters import BotPlan, CatalogueItem, ClientApplication, Matter, OptInWording, TemplateDraft
from parley.core.policy.screening import CLEAR, Hit, strongest
from parley.core.policy.screening.trades import trades_in
from parley.core.policy.verdicts import Finding, NextStep, Verdict

# What is said to people, or offered to them, at any moment.
Spoken = Outbound | TemplateDraft | CatalogueItem | BotPlan | OptInWording
# The same, and what a business says it does.
Offered = Spoken | ClientApplication
SPOKEN_AT = ("outbound", "agent", "template", "catalogue", "automation", "opt-in")
DESCRIBED, CALLED = 0.85, 0.6  # how sure a trade is by what a business says of itself, and by its name
OFFERED_AT = (*SPOKEN_AT, "onboarding")


def found_in(matter: Matter, clause: str) -> Hit | None:
    """The strongest sign of a breach of the clause in anything that the matter says.

    The parts of a message are read together, and so are title and description; the answers of a bot are each read
    alone, as the customer reads them. A business that applies is also judged by what it says it is.
    """
    if isinstance(matter, ClientApplication):
        return max(_of_business(matter, clause), key=lambda hit: hit.strength, default=None)
    if len(matter.spoken) == 1:
        return strongest(matter.spoken[0], clause)
    hits = [hit for text in matter.spoken for hit in [strongest(text, clause)] if hit]
    return max(hits, key=lambda hit: hit.strength, default=None)


def _of_business(matter: ClientApplication, clause: str) -> list[Hit]:
    """By what it offers, by the trade that it describes or chose, and by what it is called, which says the least."""
    said = [hit for text in matter.spoken for hit in [strongest(text, clause)] if hit]
    described = trades_in("\n".join((matter.client.sector, matter.description)), DESCRIBED)
    called = trades_in("\n".join((matter.client.name, matter.client.legal_name, *matter.display_names)), CALLED)
    return [*said, *(hit for hit in (*described, *called) if hit.group == clause)]


def refuse_goods(matter: Matter, rule: str, clause: str, goods: str) -> Finding | None:
    """A finding where the matter offers what may not be traded (E3, E4)."""
    hit = found_in(matter, clause)
    if hit is None:
        return None
    named = f" (“{hit.what.rstrip('*')}”)" if hit.kind == "lexicon" else ""
    doubt = "This offers" if hit.strength >= CLEAR else "This may offer"
    sentence = f"{doubt} {goods}{named}, which may not be traded over WhatsApp, with or without a licence."
    return finding(rule, clause, hit, sentence, "Leave it out, or offer it by another way than WhatsApp.")


def finding(
    rule: str, clause: str, hit: Hit, sentence: str, next_sentence: str, next_step: NextStep = "reword"
) -> Finding:
    """The hit as a rule's word. What decided is kept by its name, never the text."""
    verdict: Verdict = "block" if hit.strength >= CLEAR else "hold"
    facts = {"what": hit.what, "by": hit.kind, "strength": round(hit.strength, 2)}
    return Finding(rule, clause, verdict, sentence, next_step, next_sentence, facts)
