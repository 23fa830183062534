"""Applications of businesses that the gate has cleared and nobody has decided yet; of the provider, not of a Client."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

import msgspec

from parley.actions.ask_about_application import matter_of
from parley.actions.standing_kinds.standing import Standing
from parley.core.policy.matters import ClientFacts
from parley.core.policy.verdicts import Decision
from parley.storage import applications
from parley.storage.database import Connection

KIND = "application"
CASE = "application"
MOST = 1000


async def standing(db: Connection, tenant_id: UUID, client: ClientFacts, now: datetime) -> list[Standing]:
    """Each with who is barred today; the lists of names ask about everybody whenever they change."""
    return [
        Standing(str(each.application_id), each.name, await matter_of(db, tenant_id, each, now), each)
        for each in await applications.newest(db, tenant_id, "cleared", MOST)
    ]


async def stop(db: Connection, tenant_id: UUID, failed: Standing, decision: Decision) -> None:
    """A doubt waits for people. What is refused stays as it is: whoever would take it on asks the gate first."""
    kept = await applications.lock(db, tenant_id, UUID(failed.subject))
    if decision.verdict == "hold" and kept.state == "cleared":
        findings = msgspec.to_builtins(decision.findings)
        held = replace(kept, state="held", findings=findings, rulebook_version=decision.rulebook_version)
        await applications.save(db, tenant_id, held)
