"""Screen everything that stands by the rulebook of today, and stop what no longer holds (F3)."""

import asyncio
import importlib
import pkgutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from uuid import UUID, uuid4

import msgspec

from parley.actions import standing_kinds
from parley.actions.standing_kinds.standing import Kind, Standing
from parley.core.policy.gate import decide
from parley.core.policy.matters import ClientFacts
from parley.core.policy.verdicts import Decision
from parley.core.policy.versions import rulebook_for
from parley.storage import client_facts, decisions, screenings
from parley.storage.database import Connection, Database, tell_live
from parley.storage.decisions import Decided
from parley.storage.screenings import Screening, Stop


@dataclass(frozen=True)
class Failed:
    """Something that does not hold, and whether it was so before."""

    kind: str
    standing: Standing
    decision: Decision
    is_new: bool


@cache
def kinds() -> tuple[Kind, ...]:
    """Every file of the folder that has ``standing``."""
    listed = sorted(info.name for info in pkgutil.iter_modules(standing_kinds.__path__) if info.name != "standing")
    return tuple(Kind.of(importlib.import_module(f"{standing_kinds.__name__}.{name}")) for name in listed)


async def screen_standing(
    database: Database, tenant_id: UUID, now: datetime, *, cause: str, only_look: bool = False
) -> tuple[Screening, list[Failed]]:
    """Each kind in a transaction of its own; the result is kept unless it is ``only_look``."""
    async with database.transaction(tenant_id) as db:
        client = await client_facts.of_tenant(db, tenant_id)
    screened, failed = 0, list[Failed]()
    for kind in kinds():
        async with database.transaction(tenant_id) as db:
            many, found = await _of_kind(db, tenant_id, kind, client, now, only_look=only_look)
        screened += many
        failed += found
    version = rulebook_for(client.choices, now.date()).version
    made = Screening(uuid4(), version, cause, now, screened, len(failed))
    if not only_look:
        async with database.transaction(tenant_id) as db:
            await screenings.keep(db, tenant_id, made)
    return made, failed


async def _of_kind(
    db: Connection, tenant_id: UUID, kind: Kind, client: ClientFacts, now: datetime, *, only_look: bool
) -> tuple[int, list[Failed]]:
    standing = await kind.standing(db, tenant_id, client, now)
    stopped = await screenings.stopped_now(db, tenant_id, kind.name)
    # Texts are read in a thread: a catalogue may be long, and others want to be served meanwhile.
    verdicts = await asyncio.to_thread(lambda: [decide(each.matter) for each in standing])
    asked = list(zip(standing, verdicts, strict=True))
    failed = [
        Failed(kind.name, each, decision, each.subject not in stopped)
        for each, decision in asked
        if not decision.lets_pass
    ]
    if not only_look:
        mended = [(each, decision) for each, decision in asked if decision.lets_pass and each.subject in stopped]
        for each, decision in mended:
            if kind.lift is not None:
                await kind.lift(db, tenant_id, each, decision)
        await screenings.lift(db, tenant_id, kind.name, [each.subject for each, _ in mended], now)
        await _stop(db, tenant_id, kind, failed, now)
    return len(standing), failed


async def _stop(db: Connection, tenant_id: UUID, kind: Kind, failed: Sequence[Failed], now: datetime) -> None:
    """What is new goes on record; everything stays stopped."""
    await screenings.stop(db, tenant_id, [_as_stop(each, now) for each in failed])
    for each in failed:
        if kind.stop is not None:
            await kind.stop(db, tenant_id, each.standing, each.decision)
    new = [each for each in failed if each.is_new]
    if new:
        await tell_live(db, tenant_id, "decision")
    await decisions.record(db, tenant_id, [_decided(each) for each in new])


def _as_stop(failed: Failed, now: datetime) -> Stop:
    decision = failed.decision
    return Stop(
        kind=failed.kind,
        subject=failed.standing.subject,
        title=failed.standing.title,
        verdict=decision.verdict,
        clauses=list(decision.clauses),
        findings=msgspec.to_builtins(decision.findings),
        rulebook_version=decision.rulebook_version,
        stopped_at=now,
    )


def _decided(failed: Failed) -> Decided:
    facts = failed.decision.facts | {"standing": failed.kind, "subject": failed.standing.subject}
    return Decided(replace(failed.decision, facts=facts), "update", "system")
