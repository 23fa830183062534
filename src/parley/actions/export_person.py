"""Give a person a copy of all that is kept about them (D1)."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from parley.actions.erase_person import digest_of
from parley.core.errors import Invalid, NotFound, RefusedByPolicy
from parley.core.policy.gate import decide
from parley.core.policy.matters import DataRelease
from parley.storage import client_facts, contacts, decisions, subjects
from parley.storage.database import Connection, tell_live
from parley.storage.decisions import Decided
from parley.storage.file_store import FileStore


async def export_person(
    db: Connection,
    tenant_id: UUID,
    contact_id: UUID,
    *,
    asked_how: str,
    account_id: UUID,
    now: datetime,
    store: FileStore,
) -> dict[str, list[dict[str, Any]]]:
    """Everything, by kind. Who made it goes on record, with a digest of how it was asked for.

    Raises NotFound and Invalid.
    """
    if not asked_how.strip():
        raise Invalid("asked_how", "asked_how: say how the person asked; a digest of it goes on record.")
    if await contacts.get(db, tenant_id, contact_id) is None:
        raise NotFound("contact")
    release = DataRelease(
        client=await client_facts.of_tenant(db, tenant_id),
        now=now,
        kind="subject_access",
        purpose="subject_access",
        columns=subjects.COLUMNS_READ,
        contacts=1,
        subject_request=True,
    )
    decision = decide(release)
    if not decision.lets_pass:
        raise RefusedByPolicy(decision)
    copy = await subjects.about(db, tenant_id, contact_id, store)
    facts = decision.facts | {"contact_id": str(contact_id), "asked_how_sha256": digest_of(asked_how)}
    facts |= {"rows": {name: len(rows) for name, rows in copy.items()}}
    kept = Decided(replace(decision, facts=facts), "data", "agent", account_id)
    await tell_live(db, tenant_id, "decision")
    await decisions.record(db, tenant_id, [kept])
    return copy
