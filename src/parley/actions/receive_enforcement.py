"""WhatsApp limits, warns or removes: a case with what led to it, for people to answer in time (F1)."""

from datetime import datetime, timedelta
from uuid import UUID

from parley.actions import case_record
from parley.actions.open_case import About, open_case
from parley.core.policy.cases.enforcement import PlatformAction
from parley.storage import cases, enforcements
from parley.storage.database import Connection, tell_live
from parley.storage.decisions import Decided

BEFORE, LONG_BEFORE = timedelta(days=7), timedelta(days=90)


async def receive_enforcement(
    db: Connection, tenant_id: UUID, action: PlatformAction, now: datetime, number_id: str = ""
) -> list[Decided]:
    """What the caller records at the end of its transaction. The same action told again opens nothing."""
    if action.phone and not number_id:
        number_id = await enforcements.number_with(db, tenant_id, action.phone)
    if action.ends:
        return await _end(db, tenant_id, action, number_id, now)
    subject = f"{action.subject}:{number_id}"
    if await cases.open_about(db, tenant_id, "enforcement", subject) is not None:
        return []
    led = await enforcements.led_to(db, tenant_id, number_id, since=now - BEFORE, long_since=now - LONG_BEFORE)
    told = {"what": action.what, "name": action.name, "until": action.until.isoformat() if action.until else None}
    case = await open_case(
        db,
        tenant_id,
        "enforcement",
        About(matter="number" if number_id else "account", subject=subject, number_id=number_id),
        clauses=("F1",),
        findings=[action.finding],
        facts=told | {"details": action.details} | led,
        opened_by_kind="platform",
        now=now,
    )
    return [case_record.of_opening(case, now)]


async def _end(db: Connection, tenant_id: UUID, action: PlatformAction, number_id: str, now: datetime) -> list[Decided]:
    """The platform takes its own action back: the cases of that kind have their answer."""
    evidence = []
    for case in await cases.lock_enforcements(db, tenant_id, number_id):
        if case.facts.get("what") != action.what:
            continue
        await cases.close(db, case, "decided", "dismissed", now)
        await tell_live(db, tenant_id, "case")
        evidence.append(case_record.of_platforms_end(case, now))
    return evidence
