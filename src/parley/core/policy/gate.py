"""The gate: every outgoing message passes here, whoever wrote it, and nothing else makes a ``Cleared``.

All rules are asked, then it decides: a forbid wins over every permit, a rule that fails has forbidden, and what no
rule names as allowed is refused for that reason.
"""

import gc
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from parley.core.policy.examples import an_outbound
from parley.core.policy.facts import Outbound
from parley.core.policy.identifiers.table import read_late
from parley.core.policy.lists import versions
from parley.core.policy.matters import CatalogueItem, Matter
from parley.core.policy.rulebook import RULEBOOK_VERSION, RULES, Asked, Rule, Rulebook
from parley.core.policy.terms import Terms
from parley.core.policy.verdicts import SEVERITY, Decision, Finding, Permit, Verdict
from parley.core.policy.versions import rulebook_for
from parley.core.policy.wishes import WISHES, wish

__all__ = ["RULEBOOK_VERSION", "Cleared", "clear", "decide", "decide_all", "warm_up"]

_KEY = object()
# Matters of which each rule is asked in turn; of more, what was read of the first is far from the processor.
TOGETHER = 64
Word = Finding | Permit


class Cleared:
    """A message that the gate has let pass, at that time. Only ``clear`` can make one; the wire takes nothing else."""

    __slots__ = ("decision", "message")

    def __init__(self, key: object, message: Outbound, decision: Decision) -> None:
        if key is not _KEY:
            raise TypeError("only the policy gate makes a Cleared: call parley.core.policy.gate.clear(message)")
        self.message = message
        self.decision = decision


def clear(message: Outbound, rulebook: Rulebook | None = None) -> Cleared | Decision:
    """``Cleared`` if the message may leave now, else the decision that says why not."""
    if message.waits:  # what leaves now is asked about as things are now
        message = replace(message, waits=False)
    decision = decide(message, rulebook)
    return Cleared(_KEY, message, decision) if decision.lets_pass else decision


def decide(matter: Matter, rulebook: Rulebook | None = None) -> Decision:
    """Ask every rule that knows such a matter; without a rulebook, that of its Client on its day."""
    rulebook = rulebook or rulebook_for(matter.client.choices, matter.now.date())
    asked = rulebook.about(matter)
    return _decided(matter, rulebook, asked, _words(asked, [matter])[0])


def decide_all(matters: Sequence[Matter], rulebook: Rulebook | None = None) -> list[Decision]:
    """The same of many, in their order.

    One rule is asked about dozens of them before the next one is: most of a decision's time goes to fetching what the
    rule needs from memory, and that is done once for all of them.
    """
    decisions: list[Decision] = []
    for start in range(0, len(matters), TOGETHER):
        decisions += _together(matters[start : start + TOGETHER], rulebook)
    return decisions


def _together(matters: Sequence[Matter], rulebook: Rulebook | None) -> list[Decision]:
    rulebooks = [rulebook or rulebook_for(each.client.choices, each.now.date()) for each in matters]
    asked = [its.about(each) for its, each in zip(rulebooks, matters, strict=True)]
    alike: dict[int, list[int]] = {}
    for place, each in enumerate(asked):
        alike.setdefault(id(each), []).append(place)
    words: dict[int, list[Word]] = {}
    for places in alike.values():
        said = _words(asked[places[0]], [matters[place] for place in places])
        words.update(zip(places, said, strict=True))
    return [_decided(matter, rulebooks[place], asked[place], words[place]) for place, matter in enumerate(matters)]


def _decided(matter: Matter, rulebook: Rulebook, asked: Asked, words: Iterable[Word]) -> Decision:
    """All rules have spoken: a forbid wins, and what none of them permits is refused where it needs a permit."""
    permits = tuple([word for word in words if isinstance(word, Permit)])
    findings = tuple([_lifted(word, matter, rulebook.terms) for word in words if isinstance(word, Finding)])
    if matter.needs_permit and not permits and not any(SEVERITY[f.verdict] >= SEVERITY["hold"] for f in findings):
        findings = (*findings, _nobody_allows(matter))
    return Decision(
        verdict=_gravest(findings),
        findings=findings,
        rules=asked.names,
        rulebook_version=rulebook.version,
        at=matter.now,
        facts=matter.facts(),
        permits=permits,
        lists=versions(),
    )


@cache
def warm_up() -> None:
    """Read the word lists and models, some seconds' work, before the first message needs them.

    The rules' own examples need nearly all of them. What was read stays, so the garbage collector is told to leave it
    alone: to look through it took 0.2 seconds, in which no message was decided.
    """
    read_late()
    for each in WISHES:
        wish(each)
    for rule in RULES:
        for matter in (*rule.breaches(), *rule.look_alikes()):
            decide(matter)
    decide(
        an_outbound(
            "This is Amazon support. Twokittens, a lotof ivory, p*st*ls, amoxicillin 5 mg, idiots, number 12345678."
        )
    )
    gc.freeze()


def _gravest(findings: Iterable[Finding]) -> Verdict:
    return max((f.verdict for f in findings), key=SEVERITY.__getitem__, default="allow")


def _words(asked: Asked, matters: Sequence[Matter]) -> list[list[Word]]:
    """What the rules say of each that they say something of; a rule that can not decide has not permitted it."""
    said: list[list[Word]] = [[] for _ in matters]
    for rule, word_on in asked.words:
        for matter, words in zip(matters, said, strict=True):
            try:
                word = word_on(matter)
            except Exception as error:
                word = _failed(rule, error)
            if word is not None:
                words.append(word)
    return said


def _failed(rule: Rule, error: Exception) -> Finding:
    return Finding(
        rule=rule.name,
        clause=rule.clause,
        verdict="block",
        sentence=f"The rule “{rule.title}” could not be checked, so nothing was sent.",
        next_step="ask_supervisor",
        next_sentence="Tell the person who runs parley; what you wrote is kept.",
        facts={"error": type(error).__name__},
    )


def _lifted(found: Finding, matter: Matter, terms: Terms) -> Finding:
    """A hold that a person has lifted for this very message is a warning from then on; a block can not be lifted.

    Where the version lifts a clause for countries, what is said there is a warning too; what is sold there is not.
    """
    served = set(matter.client.countries)
    if served and served <= set(terms.lifted_in(found.clause)) and not isinstance(matter, CatalogueItem):
        return replace(found, verdict="warn", facts=(found.facts or {}) | {"lifted_in": sorted(served)})
    if found.verdict != "hold" or found.rule not in getattr(matter, "released", ()):
        return found
    return replace(found, verdict="warn", facts=(found.facts or {}) | {"released": True})


def _nobody_allows(matter: Matter) -> Finding:
    return Finding(
        rule="deny_unless_permitted",
        clause="A1",
        verdict="block",
        sentence="No rule of the policy names this as allowed, so it can not be done.",
        next_step="ask_supervisor",
        next_sentence="Use a way that the policy names: an answer in the window, or an approved template.",
        facts={"moment": matter.moment},
    )
