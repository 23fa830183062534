"""People have looked at an item of the catalogue."""

from dataclasses import replace
from datetime import datetime

import msgspec

from parley.actions import case_record
from parley.actions.import_items import matter_of
from parley.actions.open_case import About, hold
from parley.core.errors import NotFound
from parley.core.policy.cases import Case, Outcome
from parley.core.policy.gate import decide
from parley.storage import catalogue, client_facts, decisions, screenings
from parley.storage.database import Connection


async def carry_out(db: Connection, case: Case, outcome: Outcome, lapsed: bool, now: datetime) -> None:
    """Released: the gate is asked again without the rules that they lifted, and may hold it for another reason.

    That is a question of its own. Not released: it may not be shown.
    """
    try:
        item = await catalogue.lock(db, case.tenant_id, case.subject)
    except NotFound:
        return
    if item.verdict != "hold":
        return
    if outcome != "released":
        await catalogue.put(db, case.tenant_id, [replace(item, verdict="block", updated_at=now)])
        return
    released = sorted({*(item.released or []), *case.holding_rules})
    client = await client_facts.of_tenant(db, case.tenant_id)
    decision = decide(matter_of(item, client, frozenset(released), now))
    mended = replace(
        item,
        verdict=decision.verdict,
        findings=msgspec.to_builtins(decision.findings),
        rulebook_version=decision.rulebook_version,
        released=released,
        updated_at=now,
    )
    await catalogue.put(db, case.tenant_id, [mended])
    if decision.lets_pass:
        await screenings.lift(db, case.tenant_id, "item", [case.subject], now)
    if decision.verdict == "hold":
        about = About("item", case.subject, author_kind=case.author_kind, author_id=case.author_id)
        new, _ = await hold(db, case.tenant_id, about, decision, now=now)
        await decisions.record(db, case.tenant_id, [case_record.of_opening(new, now)])
