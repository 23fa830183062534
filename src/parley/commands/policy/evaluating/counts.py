"""Recall and false alarms, at the product's threshold and at a given share of false alarms."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from parley.commands.policy.evaluating.cases import Case
from parley.commands.policy.evaluating.scores import PARTS, Score
from parley.core.policy.screening import HIT

Scored = tuple[Case, Score]


@dataclass(frozen=True)
class Figures:
    """One part on one slice; None where there is nothing to count. Shares from 0 to 1."""

    recall: float | None
    false_alarms: float | None
    accuracy: float | None
    recall_at_1: float | None
    recall_at_5: float | None


@dataclass(frozen=True)
class Row:
    """One slice of a set: how many breaches and honest messages, how many breaches named by their own clause."""

    by: str
    value: str
    breaches: int
    honest: int
    named: float | None
    parts: dict[str, Figures]

    def plain(self) -> dict[str, Any]:
        """As JSON values."""
        return asdict(self)


def table(scored: Sequence[Scored]) -> list[Row]:
    """All together first, then by every slice, then what is counted apart."""
    counted = [each for each in scored if not each[0].apart]
    found = [row("all", "", counted)]
    for by in dict.fromkeys(by for case, _ in counted for by in case.slices):
        values = sorted({case.slices[by] for case, _ in counted if by in case.slices}, key=_in_order)
        found += [row(by, value, [each for each in counted if each[0].slices.get(by) == value]) for value in values]
    for apart in sorted({case.apart for case, _ in scored if case.apart}):
        found.append(row("apart", apart, [each for each in scored if each[0].apart == apart]))
    return found


def _in_order(value: str) -> tuple[str, int, str]:
    clause, _, number = value.partition(".")
    return (clause, int(number), "") if number.isdigit() else (clause, -1, value)


def row(by: str, value: str, scored: Sequence[Scored]) -> Row:
    """The figures of one slice."""
    breaches = [each for each in scored if each[0].breach]
    named = [case.clause in score.named for case, score in breaches]
    parts = {part: figures(scored, lambda score, part=part: getattr(score, part)) for part in PARTS}  # type: ignore[misc]
    return Row(by, value, len(breaches), len(scored) - len(breaches), _share(named), parts)


def figures(scored: Sequence[Scored], strength: Callable[[Score], float]) -> Figures:
    """What one part finds, and what it takes for a breach that is none."""
    breaches = [strength(score) for case, score in scored if case.breach]
    honest = [strength(score) for case, score in scored if not case.breach]
    return Figures(
        recall=_share([each >= HIT for each in breaches]),
        false_alarms=_share([each >= HIT for each in honest]),
        accuracy=_share([each >= HIT for each in breaches] + [each < HIT for each in honest]),
        recall_at_1=recall_at(0.01, breaches, honest),
        recall_at_5=recall_at(0.05, breaches, honest),
    )


def recall_at(share: float, breaches: Sequence[float], honest: Sequence[float]) -> float | None:
    """The recall at the lowest threshold with at most that share of false alarms."""
    if not breaches or not honest:
        return None
    allowed = int(share * len(honest))
    highest = sorted(honest, reverse=True)
    beaten = highest[allowed] if allowed < len(honest) else -1.0
    return _share([each > beaten for each in breaches])


def _share(marks: Sequence[bool]) -> float | None:
    return sum(marks) / len(marks) if marks else None
