"""Nothing waits for ever: what becomes of a case whose time is over."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from parley.core.policy.cases.case import Case, Outcome, Silence

ESCALATED_FOR = timedelta(days=3)


@dataclass(frozen=True)
class Escalated:
    """The provider looks at it next, until then."""

    handled_by: tuple[str, ...]
    due_at: datetime
    if_nobody_decides: Silence


@dataclass(frozen=True)
class Lapsed:
    """It is over: what silence means."""

    outcome: Outcome


def when_nobody_decides(case: Case, now: datetime) -> Escalated | Lapsed:
    """A hold is refused. A report, or an action of the platform, goes to the provider once, and stands after that."""
    match case.if_nobody_decides:
        case "escalate":
            who = tuple(dict.fromkeys([*case.handled_by, "provider"]))
            return Escalated(who, now + ESCALATED_FOR, "uphold")
        case "uphold":
            return Lapsed("upheld")
        case _:
            return Lapsed("refused")
