"""Whom the provider may not serve again, by each thing that they are known by (F4)."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from parley.core.policy.identity import Identity
from parley.storage.database import Connection

BAR = """
INSERT INTO barred_identity (tenant_id, kind, value, client_id, reason, at)
SELECT %(tenant_id)s, i.kind, i.value, %(client_id)s, %(reason)s, %(at)s
  FROM unnest(%(kinds)s::text[], %(values)s::text[]) AS i (kind, value)
    ON CONFLICT (tenant_id, kind, value) DO NOTHING
"""
# Names are compared by likeness, everything else by being the same.
KNOWN = """
SELECT b.kind, b.value
  FROM barred_identity b
 WHERE b.tenant_id = %(tenant_id)s
   AND (b.kind = 'legal_name'
        OR (b.kind, b.value) IN (SELECT * FROM unnest(%(kinds)s::text[], %(values)s::text[])))
"""


async def bar(
    db: Connection, tenant_id: UUID, identities: Iterable[Identity], client_id: UUID, reason: str, now: datetime
) -> None:
    """In a transaction of the provider. What is barred stays so."""
    values = _columns(identities) | {"tenant_id": tenant_id, "client_id": client_id, "reason": reason, "at": now}
    await db.execute(BAR, values)


async def barred(db: Connection, tenant_id: UUID, identities: Iterable[Identity]) -> tuple[tuple[str, str], ...]:
    """Which of these are barred, and every barred name."""
    rows = await (await db.execute(KNOWN, _columns(identities) | {"tenant_id": tenant_id})).fetchall()
    return tuple((kind, value) for kind, value in rows)


def _columns(identities: Iterable[Identity]) -> dict[str, object]:
    listed = sorted(identities)
    return {"kinds": [each.kind for each in listed], "values": [each.value for each in listed]}
