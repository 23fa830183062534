"""Which control holds which clause, how it is tested, and how far that goes: the honest account of the rulebook.

Controls are the rules of the gate, and the files of ``controls``: parts of the product that hold a clause by what
they are, as the redaction of what comes in. Both are found by listing their folders.
"""

import importlib
import pkgutil
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from inspect import cleandoc
from typing import Any, Literal

from parley.core.policy import controls
from parley.core.policy.clauses import Clause, clauses
from parley.core.policy.matters.matter import Moment
from parley.core.policy.rulebook import RULES, Rule

# How far it goes, the farthest first. 'open': nothing in the product holds it yet.
Status = Literal["prevented", "detected", "attested", "beyond", "open"]
STATUSES: tuple[Status, ...] = ("prevented", "detected", "attested", "beyond", "open")
MEANS: dict[Status, str] = {
    "prevented": "it does not happen, or not without a person's decision",
    "detected": "it is noticed, and told to somebody who can act",
    "attested": "a person vouches for it, and what they vouched for is kept",
    "beyond": "no software can hold it, and the reason is given",
    "open": "nothing in the product holds it yet",
}
RULE_TESTS = "tests/shape/test_rules.py"


@dataclass(frozen=True)
class Control:
    """A rule of the gate, or another part of the product that holds a clause.

    ``verdict``: the hardest that a rule speaks, '' for others. ``where``: its dotted name in the code. ``breaches``
    and ``look_alikes``: how many examples there are of each; ``tests`` what runs them.
    """

    name: str
    kind: Literal["rule", "part"]
    title: str
    says: str
    clauses: tuple[str, ...]
    moments: tuple[Moment, ...]
    status: Status
    verdict: str
    where: str
    breaches: int
    look_alikes: int
    tests: tuple[str, ...]


@dataclass(frozen=True)
class Covered:
    """A clause with all that holds it. ``unheld``: moments of the clause at which no control stands."""

    clause: Clause
    controls: tuple[Control, ...]

    @property
    def status(self) -> Status:
        """As far as its farthest control goes."""
        return min((control.status for control in self.controls), key=STATUSES.index, default="open")

    @property
    def in_part(self) -> bool:
        """Whether something of the clause is left to people, or a moment of it has no control."""
        return bool(self.clause.remains or self.unheld)

    @property
    def unheld(self) -> tuple[Moment, ...]:
        """Where it should be held and is not."""
        held = {moment for control in self.controls for moment in control.moments}
        return tuple(moment for moment in self.clause.moments if moment not in held)


@cache
def coverage() -> tuple[Covered, ...]:
    """Every clause, in the order of the document."""
    return covered_by(all_controls())


def covered_by(found: Iterable[Control]) -> tuple[Covered, ...]:
    """The clauses with those of the controls that name them."""
    listed = tuple(found)
    return tuple(Covered(each, tuple(c for c in listed if each.id in c.clauses)) for each in clauses())


def counts(covered: Iterable[Covered]) -> dict[Status, int]:
    """How many clauses have each status."""
    statuses = [each.status for each in covered]
    return {status: statuses.count(status) for status in STATUSES}


@cache
def all_controls() -> tuple[Control, ...]:
    """The rules, then the other parts, each by name."""
    listed = sorted(pkgutil.iter_modules(controls.__path__), key=lambda each: each.name)
    parts = (_part(info.name, importlib.import_module(f"{controls.__name__}.{info.name}")) for info in listed)
    return (*(_of_rule(rule) for rule in RULES), *parts)


def _of_rule(rule: Rule) -> Control:
    return Control(
        name=rule.name,
        kind="rule",
        title=rule.title,
        says=_why(rule.reason),
        clauses=rule.clauses,
        moments=rule.moments,
        status="detected" if rule.gravest == "warn" else "prevented",
        verdict=rule.gravest,
        where=f"parley.core.policy.rules.{rule.name}",
        breaches=len(list(rule.breaches())),
        look_alikes=len(list(rule.look_alikes())),
        tests=(
            f"{RULE_TESTS}::test_a_rule_carries_a_breach_that_it_finds[{rule.name}]",
            f"{RULE_TESTS}::test_a_rule_carries_an_honest_look_alike_that_no_rule_minds[{rule.name}]",
        ),
    )


def _why(reason: str) -> str:
    """The paragraph of a rule's reason that says why it exists."""
    _, _, after = reason.partition("Why: ")
    said = " ".join(after.partition("\n\n")[0].split())
    return said[:1].upper() + said[1:]


def _part(name: str, module: Any) -> Control:
    said = cleandoc(module.__doc__ or "")
    title, _, says = said.partition("\n")
    return Control(
        name=name,
        kind="part",
        title=title,
        says=" ".join(says.split()),
        clauses=module.CLAUSES,
        moments=module.MOMENTS,
        status=module.STATUS,
        verdict="",
        where=module.WHERE,
        breaches=len(module.BREACHES),
        look_alikes=len(module.LOOK_ALIKES),
        tests=(*module.BREACHES, *module.LOOK_ALIKES),
    )
