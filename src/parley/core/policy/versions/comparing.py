"""What is different between two versions of the policy: terms, the clauses they touch, and the rules that read them."""

from dataclasses import dataclass, fields
from typing import Any

from parley.core.policy.rulebook import Rulebook
from parley.core.policy.terms import Terms
from parley.core.policy.versions import Direction, Version, versions

OPPOSITE: dict[Direction, Direction] = {"tightens": "loosens", "loosens": "tightens", "neither": "neither"}


@dataclass(frozen=True)
class Difference:
    """One term. ``version``: the text that changed it; ``direction`` as seen from the first rulebook."""

    field: str
    before: Any
    after: Any
    direction: Direction
    version: str
    clauses: tuple[str, ...]
    rules: tuple[str, ...]
    why: str


def differences(first: Rulebook, second: Rulebook) -> tuple[Difference, ...]:
    """In the order of ``Terms``."""
    changed = [
        field.name for field in fields(Terms) if getattr(first.terms, field.name) != getattr(second.terms, field.name)
    ]
    return tuple(_difference(name, first, second) for name in changed)


def _difference(name: str, first: Rulebook, second: Rulebook) -> Difference:
    before, after = getattr(first.terms, name), getattr(second.terms, name)
    version, backwards = _responsible(name, before, after)
    change = next(each for each in version.changes if each.field == name)
    return Difference(
        field=name,
        before=before,
        after=after,
        direction=OPPOSITE[change.direction] if backwards else change.direction,
        version=version.name,
        clauses=change.clauses,
        rules=tuple(rule.name for rule in second.rules if name in {read.removeprefix("terms.") for read in rule.reads}),
        why=f"The other way round: {change.why}" if backwards else change.why,
    )


def _responsible(name: str, before: Any, after: Any) -> tuple[Version, bool]:
    """The version that made the difference, and whether it is the first rulebook that has it."""
    for value, backwards in ((after, False), (before, True)):
        for version in versions().values():
            if any(change.field == name and change.value == value for change in version.changes):
                return version, backwards
    raise KeyError(name)
