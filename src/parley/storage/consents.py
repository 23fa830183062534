"""Opt-ins and opt-outs, written once and never changed (B4 to B7)."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from psycopg.types.json import Jsonb

from parley.core.policy.facts import ConsentFacts
from parley.storage.database import Connection, tell_live

# Held by each transaction that writes a consent: a seal over the consents must not miss a number that comes late.
GUARD = "hashtextextended(%s::text, 12)"
WRITING = f"SELECT pg_advisory_xact_lock_shared({GUARD})"
RECORD = """
INSERT INTO consent (tenant_id, contact_id, purpose, action, method, wording, wording_version, language, evidence,
                     recorded_by, at)
VALUES (%(tenant_id)s, %(contact_id)s, %(purpose)s, %(action)s, %(method)s, %(wording)s, %(wording_version)s,
        %(language)s, %(evidence)s, %(recorded_by)s, %(at)s)
"""
NEWEST = """
SELECT DISTINCT ON (contact_id, purpose) contact_id, purpose, action, at, wording, method
  FROM consent
 WHERE tenant_id = %s AND contact_id = ANY(%s)
 ORDER BY contact_id, purpose, consent_id DESC
"""
LAST_WORDING = """
SELECT wording
  FROM consent
 WHERE tenant_id = %s AND contact_id = %s AND purpose IN (%s, 'all') AND action = 'opt_in'
 ORDER BY consent_id DESC
 LIMIT 1
"""


async def record(
    db: Connection,
    tenant_id: UUID,
    contact_id: UUID,
    *,
    purpose: str,
    action: Literal["opt_in", "opt_out"],
    method: str,
    recorded_by: str,
    at: datetime,
    wording: str = "",
    wording_version: str = "",
    language: str = "",
    evidence: dict[str, Any] | None = None,
) -> None:
    """Keep what the person said, with its evidence."""
    values = {
        "tenant_id": tenant_id,
        "contact_id": contact_id,
        "purpose": purpose,
        "action": action,
        "method": method,
        "wording": wording,
        "wording_version": wording_version,
        "language": language,
        "evidence": Jsonb(evidence or {}),
        "recorded_by": recorded_by,
        "at": at,
    }
    await db.execute(WRITING, [tenant_id])
    await db.execute(RECORD, values)
    await tell_live(db, tenant_id, "conversation")


async def newest(db: Connection, tenant_id: UUID, contact_ids: list[UUID]) -> dict[UUID, tuple[ConsentFacts, ...]]:
    """The newest word of each contact on each purpose."""
    found: dict[UUID, list[ConsentFacts]] = {}
    for contact_id, *facts in await (await db.execute(NEWEST, [tenant_id, contact_ids])).fetchall():
        found.setdefault(contact_id, []).append(ConsentFacts(*facts))
    return {contact_id: tuple(facts) for contact_id, facts in found.items()}


async def last_wording(db: Connection, tenant_id: UUID, contact_id: UUID, purpose: str) -> str:
    """What the person last agreed to for the purpose, '' if they never did."""
    row = await (await db.execute(LAST_WORDING, [tenant_id, contact_id, purpose])).fetchone()
    return str(row[0]) if row else ""
