"""Screen everything that stands by the rulebook of today, and stop what no longer holds (F3)."""

import asyncio
import importlib
import pkgutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID, uuid4

import msgspec

from parley.actions import standing_kinds
from parley.actions.end_question import end_question
from parley.actions.open_case import About, hold
from parley.actions.standing_kinds.standing import Kind, Standing
from parley.core.policy.gate import decide_all
from parley.core.policy.matters import Matter
from parley.core.policy.verdicts import Decision
from parley.core.policy.versions import rulebook_for
from parley.storage import client_facts, decisions, screenings
from parley.storage.database import Connection, Database, tell_live
from parley.storage.decisions import Decided
from parley.storage.screenings import Known, Screening, Stop


@dataclass(frozen=True)
class Failed:
    """Something that does not hold, and what was known of it before."""

    of: Kind
    standing: Standing
    decision: Decision
    before: Known | None

    @property
    def kind(self) -> str:
        """What it is."""
        return self.of.name

    @property
    def is_new(self) -> bool:
        """Whether it was in use until now."""
        return self.before is None or not self.before.stopped

    @property
    def to_ask(self) -> tuple[str, ...]:
        """The rules that people are asked about now: not again about the same words what they were asked before."""
        if self.decision.verdict != "hold" or not self.of.case:
            return ()
        holding = tuple(found.rule for found in self.decision.findings if found.verdict == "hold")
        before = self.before
        asked = before.asked if before and not self.is_new and before.words == self.standing.words else frozenset()
        return holding if set(holding) - asked else ()


@cache
def kinds() -> tuple[Kind, ...]:
    """Every file of the folder that has ``standing``."""
    listed = sorted(info.name for info in pkgutil.iter_modules(standing_kinds.__path__) if info.name != "standing")
    return tuple(Kind.of(importlib.import_module(f"{standing_kinds.__name__}.{name}")) for name in listed)


def kind_named(name: str) -> Kind:
    """Raises StopIteration where there is none."""
    return next(kind for kind in kinds() if kind.name == name)


async def screen_standing(
    database: Database, tenant_id: UUID, now: datetime, *, cause: str, only_look: bool = False
) -> tuple[Screening, list[Failed]]:
    """Each kind in a transaction of its own; the result is kept unless it is ``only_look``."""
    async with database.transaction(tenant_id) as db:
        client = await client_facts.of_tenant(db, tenant_id)
    screened, failed = 0, list[Failed]()
    for kind in kinds():
        async with database.transaction(tenant_id) as db:
            standing = await kind.standing(db, tenant_id, client, now)
            found = await _screen(db, tenant_id, kind, standing, now, only_look=only_look)
        screened += len(standing)
        failed += found
    version = rulebook_for(client.choices, now.date()).version
    made = Screening(uuid4(), version, cause, now, screened, len(failed))
    if not only_look:
        async with database.transaction(tenant_id) as db:
            await screenings.keep(db, tenant_id, made)
    return made, failed


async def screen_one(db: Connection, tenant_id: UUID, kind_name: str, subject: str, now: datetime) -> None:
    """The same of one thing, in the caller's transaction."""
    kind = kind_named(kind_name)
    client = await client_facts.of_tenant(db, tenant_id)
    standing = [each for each in await kind.standing(db, tenant_id, client, now) if each.subject == subject]
    await _screen(db, tenant_id, kind, standing, now)


async def _screen(
    db: Connection, tenant_id: UUID, kind: Kind, standing: Sequence[Standing], now: datetime, *, only_look: bool = False
) -> list[Failed]:
    known = await screenings.known(db, tenant_id, kind.name)
    matters = [_as_people_left_it(each, known.get(each.subject)) for each in standing]
    # Texts are read in a thread: a catalogue may be long, and others want to be served meanwhile.
    verdicts = await asyncio.to_thread(decide_all, matters)
    asked = list(zip(standing, verdicts, strict=True))
    failed = [
        Failed(kind, each, decision, known.get(each.subject)) for each, decision in asked if not decision.lets_pass
    ]
    if only_look:
        return failed
    stopped = {subject for subject, each in known.items() if each.stopped}
    mended = [(each, decision) for each, decision in asked if decision.lets_pass and each.subject in stopped]
    evidence = await _lift(db, tenant_id, kind, mended, now) + await _stop(db, tenant_id, kind, failed, now)
    if evidence:
        await tell_live(db, tenant_id, "decision")
        await decisions.record(db, tenant_id, evidence)
    return failed


def _as_people_left_it(standing: Standing, known: Known | None) -> Matter:
    """Without the holds that people have lifted for these very words."""
    matter: Any = standing.matter
    if known is None or not known.released or known.words != standing.words:
        return standing.matter
    lifted: Matter = replace(matter, released=matter.released | known.released)
    return lifted


async def _lift(
    db: Connection, tenant_id: UUID, kind: Kind, mended: Sequence[tuple[Standing, Decision]], now: datetime
) -> list[Decided]:
    """What was found in order may be used again, and nobody need be asked about it any more."""
    evidence: list[Decided] = []
    for each, decision in mended:
        if kind.lift is not None:
            await kind.lift(db, tenant_id, each, decision)
        if kind.case:
            evidence += await end_question(db, tenant_id, kind.asked_about(each.subject), now)
    await screenings.lift(db, tenant_id, kind.name, [each.subject for each, _ in mended], now)
    return evidence


async def _stop(db: Connection, tenant_id: UUID, kind: Kind, failed: Sequence[Failed], now: datetime) -> list[Decided]:
    """What is new, and what people are asked about, goes on record; everything stays stopped."""
    await screenings.stop(db, tenant_id, [(_as_stop(each, now), each.standing.words, each.to_ask) for each in failed])
    evidence: list[Decided] = []
    for each in failed:
        if kind.stop is not None:
            await kind.stop(db, tenant_id, each.standing, each.decision)
        evidence += await _on_record(db, tenant_id, each, now)
    return evidence


async def _on_record(db: Connection, tenant_id: UUID, failed: Failed, now: datetime) -> list[Decided]:
    about = failed.of.asked_about(failed.standing.subject)
    facts = {"standing": failed.kind, "subject": failed.standing.subject, "title": failed.standing.title}
    decision = replace(failed.decision, facts=failed.decision.facts | facts)
    evidence: list[Decided] = []
    if failed.of.case and (failed.to_ask or decision.verdict == "block"):
        evidence = await end_question(db, tenant_id, about, now)
    if failed.to_ask:
        _, decision = await hold(db, tenant_id, About(failed.of.case, about, author_kind="system"), decision, now=now)
    if failed.is_new or failed.to_ask:
        evidence.append(Decided(decision, "update", "system"))
    return evidence


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
