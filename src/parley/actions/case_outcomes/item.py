"""People have looked at an item of the catalogue."""

from dataclasses import replace
from datetime import datetime

import msgspec

from parley.actions.import_items import screened
from parley.core.errors import NotFound
from parley.core.policy.cases import Case, Outcome
from parley.storage import catalogue, client_facts
from parley.storage.database import Connection


async def carry_out(db: Connection, case: Case, outcome: Outcome, lapsed: bool, now: datetime) -> None:
    """Released: the gate is asked again without the rules that they lifted. Else it may not be shown."""
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
    decision = screened(item, await client_facts.of_tenant(db, case.tenant_id), frozenset(released), now)
    mended = replace(
        item,
        verdict=decision.verdict,
        findings=msgspec.to_builtins(decision.findings),
        rulebook_version=decision.rulebook_version,
        released=released,
        updated_at=now,
    )
    await catalogue.put(db, case.tenant_id, [mended])
