"""Open a case: what only a person may decide waits for that person, and that it does is on record."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import msgspec

from parley.core.policy.cases import Case, CaseKind, handling_of
from parley.core.policy.verdicts import Decision
from parley.storage import cases
from parley.storage.database import Connection, tell_live


@dataclass(frozen=True)
class About:
    """What a case is about. ``matter``: 'message', 'template', 'item', 'application', …; ``subject``: which of them."""

    matter: str
    subject: str
    message_id: UUID | None = None
    conversation_id: UUID | None = None
    number_id: str = ""
    author_kind: str = ""
    author_id: UUID | None = None


async def hold(
    db: Connection,
    tenant_id: UUID,
    about: About,
    decision: Decision,
    *,
    now: datetime,
    kind: CaseKind = "hold",
    useless_after: datetime | None = None,
) -> tuple[Case, Decision]:
    """The case of what the gate holds, and the decision with the case in its facts, for the caller to record."""
    case = await open_case(
        db,
        tenant_id,
        kind,
        about,
        clauses=decision.clauses,
        findings=msgspec.to_builtins(decision.findings),
        facts=decision.facts,
        opened_by_kind="gate",
        now=now,
        useless_after=useless_after,
    )
    return case, replace(decision, facts=decision.facts | {"case": on_record(case)})


async def open_case(
    db: Connection,
    tenant_id: UUID,
    kind: CaseKind,
    about: About,
    *,
    clauses: tuple[str, ...],
    findings: list[dict[str, Any]],
    facts: dict[str, Any],
    opened_by_kind: str,
    now: datetime,
    opened_by: UUID | None = None,
    reason: str = "",
    useless_after: datetime | None = None,
) -> Case:
    """The new case, or the open one about the same thing. The caller puts it on record."""
    handling = handling_of(kind, about.matter, clauses, now, useless_after)
    case = Case(
        tenant_id=tenant_id,
        case_id=uuid4(),
        kind=kind,
        matter=about.matter,
        subject=about.subject,
        clauses=list(clauses),
        findings=findings,
        facts=facts,
        reason=reason,
        message_id=about.message_id,
        conversation_id=about.conversation_id,
        number_id=about.number_id,
        author_kind=about.author_kind,
        author_id=about.author_id,
        opened_by_kind=opened_by_kind,
        opened_by=opened_by,
        opened_at=now,
        due_at=handling.due_at,
        handled_by=list(handling.who),
        needs=handling.people,
        if_nobody_decides=handling.if_nobody_decides,
    )
    if not await cases.open_case(db, case):
        case = await cases.open_about(db, tenant_id, kind, about.subject) or case
    await tell_live(db, tenant_id, "case", about.conversation_id)
    return case


def on_record(case: Case) -> dict[str, Any]:
    """What the decision log keeps of a case."""
    return {
        "case_id": str(case.case_id),
        "kind": case.kind,
        "matter": case.matter,
        "due_at": case.due_at.isoformat(),
        "handled_by": case.handled_by,
        "needs": case.needs,
        "if_nobody_decides": case.if_nobody_decides,
    }
