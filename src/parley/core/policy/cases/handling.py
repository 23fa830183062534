"""How a case is handled: the data file ``handling.toml``, read for one case."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from parley.core.policy.cases.case import CaseKind, Silence

# R0: what nobody has looked at is not sent, and what was reported is looked at by somebody in the end.
SILENCE: dict[CaseKind, Silence] = {
    "hold": "refuse",
    "watch": "refuse",
    "report": "escalate",
    "enforcement": "escalate",
}


@dataclass(frozen=True)
class Handling:
    """Roles that may decide, until when, how many must agree, and what silence means."""

    who: tuple[str, ...]
    due_at: datetime
    people: int
    if_nobody_decides: Silence


def handling_of(
    kind: CaseKind, matter: str, clauses: Iterable[str], now: datetime, useless_after: datetime | None = None
) -> Handling:
    """For a case that is opened now.

    Of several clauses the one that asks for the most people counts. ``useless_after``: when the window closes, for
    instance; it is decided by then or not at all.
    """
    entry = dict(_book()["default"]) | _of_kind(kind, matter)
    asked: list[dict[str, Any]] = [_book().get("clause", {}).get(clause, {}) for clause in clauses]
    strictest: dict[str, Any] = max(asked, key=lambda each: int(each.get("people", 0)), default={})
    if int(strictest.get("people", 0)) > int(entry["people"]):
        entry |= strictest
    due_at = now + timedelta(minutes=int(entry["minutes"]))
    if useless_after is not None and now < useless_after < due_at:
        due_at = useless_after
    return Handling(tuple(entry["who"]), due_at, int(entry["people"]), SILENCE[kind])


def _of_kind(kind: CaseKind, matter: str) -> dict[str, Any]:
    table: dict[str, Any] = _book().get(kind, {})
    common = {name: value for name, value in table.items() if not isinstance(value, dict)}
    own = table.get(matter)
    return common | own if isinstance(own, dict) else common


@cache
def _book() -> dict[str, Any]:
    source = files("parley.core.policy.cases") / "handling.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))
