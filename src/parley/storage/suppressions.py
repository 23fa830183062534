"""Who gets nothing, or no marketing, because the platform refused to deliver it to them."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from parley.core.policy.refusals import Rest, Suppression
from parley.storage.database import Connection

KEEP = """
INSERT INTO suppression (tenant_id, number_id, contact_id, reach, code, at, until)
VALUES (%s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (tenant_id, number_id, contact_id, reach) DO UPDATE
   SET code = excluded.code, at = excluded.at, until = greatest(suppression.until, excluded.until)
"""
DROP = "DELETE FROM suppression WHERE tenant_id = %s AND number_id = %s AND contact_id = %s AND code = %s"
OF_CONVERSATIONS = """
SELECT c.conversation_id, s.reach, s.code, s.at, s.until
  FROM suppression s
  JOIN conversation c ON c.tenant_id = s.tenant_id AND c.number_id = s.number_id AND c.contact_id = s.contact_id
 WHERE s.tenant_id = %s AND s.until > %s AND c.conversation_id = ANY(%s)
 ORDER BY s.reach
"""


async def keep(
    db: Connection, tenant_id: UUID, number_id: str, contact_id: UUID, code: int, rest: Rest, at: datetime
) -> None:
    """From now on; a longer rest that is kept already stays as long."""
    await db.execute(KEEP, [tenant_id, number_id, contact_id, rest.reach, code, at, at + rest.lasts])


async def drop(db: Connection, tenant_id: UUID, number_id: str, contact_id: UUID, code: int) -> None:
    """What was kept for that code holds no more."""
    await db.execute(DROP, [tenant_id, number_id, contact_id, code])


async def of_conversations(
    db: Connection, tenant_id: UUID, conversation_ids: Sequence[UUID], now: datetime
) -> dict[UUID, tuple[Suppression, ...]]:
    """What holds for their people, at that moment; nobody else has an entry."""
    rows = await (await db.execute(OF_CONVERSATIONS, [tenant_id, now, list(conversation_ids)])).fetchall()
    found: dict[UUID, tuple[Suppression, ...]] = {}
    for conversation_id, *rest in rows:
        found[conversation_id] = (*found.get(conversation_id, ()), Suppression(*rest))
    return found
