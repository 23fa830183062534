"""How strongly each part of the product takes a message for a breach."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from parley.commands.policy.evaluating.held_out import Unseen
from parley.core.policy.identifiers import Turn, find_identifiers
from parley.core.policy.identifiers.requests import asks_for
from parley.core.policy.redaction import redact, redact_in_thread
from parley.core.policy.screening import HIT, OF_STRETCHES, Hit, Reading, lures, model, of_passages, read, talks
from parley.core.policy.screening.combining import combined
from parley.core.policy.screening.detectors import deceptive
from parley.core.policy.screening.questions.weighing import heard
from parley.core.policy.screening.recognising import found

DECEIVING = frozenset({deceptive.GROUP, deceptive.TOO})
CERTAIN = 0.95
PARTS = ("rules", "models", "both")


@dataclass(frozen=True)
class Score:
    """The strongest hit of each part on one message; ``named``: the groups that the product would refuse it for."""

    rules: float
    models: float
    both: float
    named: frozenset[str]


def score(text: str, groups: Iterable[str], unseen: Unseen | None = None, before: Sequence[Turn] = ()) -> Score:
    """Only hits of these groups count. ``unseen``: what a model that was taught without the text says of deception.

    ``before``: the messages of its thread; with any, an identifier counts if the product takes it out.
    """
    wanted = frozenset(groups)
    reading = read(text)
    certain = _identifiers(text, wanted, before)
    by_rules, signs = _signs(reading, unseen)
    odds = model.odds(reading)
    by_models = [*model.hits(odds), *(hit for hit in signs if hit.kind == "model")]
    both = [*combined(signs, odds, talks=talks(reading)), *_of_passages(text, unseen), *certain]
    return Score(
        rules=_strongest(hit for hit in (*by_rules, *certain) if hit.group in wanted),
        models=_strongest(hit for hit in by_models if hit.group in wanted),
        both=_strongest(hit for hit in both if hit.group in wanted),
        named=frozenset(hit.group.split()[0] for hit in both if hit.group in wanted and hit.strength >= HIT),
    )


def _of_passages(text: str, unseen: Unseen | None) -> list[Hit]:
    """Of what taught the model of lures, another model judges the stretches."""
    if unseen is None:
        return [*of_passages(text)]
    hits = [hit for hit in of_passages(text) if hit.group not in OF_STRETCHES]
    return [*hits, Hit(deceptive.GROUP, "model", unseen.stretch, "stretch of the text")]


def _signs(reading: Reading, unseen: Unseen | None) -> tuple[list[Hit], list[Hit]]:
    """By rules alone, and with what the model of lures makes of them."""
    hits = heard(reading, found(reading))
    others = [hit for hit in hits if hit.kind == "lexicon" or hit.group not in DECEIVING]
    cues = deceptive.cues(reading)
    odds = lures.odds(reading, cues) if unseen is None else unseen.odds
    return others + deceptive.judged(cues, None), others + deceptive.judged(cues, odds)


def _strongest(hits: Iterable[Hit]) -> float:
    return max((hit.strength for hit in hits), default=0.0)


def _identifiers(text: str, wanted: frozenset[str], before: Sequence[Turn]) -> list[Hit]:
    """The recognisers of D3 say yes or no, which is as good as certain."""
    found = []
    if "D3" in wanted and (_is_taken_out(text, before) if before else find_identifiers(text)):
        found.append(Hit("D3", "detector", CERTAIN, "identifier"))
    if "D3 request" in wanted and asks_for(text):
        found.append(Hit("D3 request", "detector", CERTAIN, "request"))
    return found


def _is_taken_out(text: str, before: Sequence[Turn]) -> bool:
    """As a message comes in: read by itself, and then in its thread."""
    alone, found = redact(text)
    return bool(found or redact_in_thread(before, alone)[1])
