"""Who has the thread of a person with a number, where it is not plainly us."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from parley.core.conversation import Owner, ThreadOwner
from parley.storage.database import Connection

# News may come late: what is older than what is known changes nothing.
SET = """
INSERT INTO thread_owner (tenant_id, number_id, contact_id, owner, seen_at)
VALUES (%(tenant_id)s, %(number_id)s, %(contact_id)s, %(owner)s, %(at)s)
ON CONFLICT (tenant_id, number_id, contact_id) DO UPDATE SET owner = excluded.owner, seen_at = excluded.seen_at
 WHERE thread_owner.seen_at <= excluded.seen_at
"""
OURS = """
UPDATE thread_owner SET owner = 'us', seen_at = %s
 WHERE tenant_id = %s AND number_id = %s AND contact_id = %s AND owner IN ('other_app', 'meta_agent') AND seen_at < %s
"""
# Echoes that are told later, of messages that were written before, change nothing.
PHONE_ENDS = """
UPDATE thread_owner SET owner = 'us', seen_at = greatest(seen_at, %s)
 WHERE tenant_id = %s AND number_id = %s AND contact_id = %s AND owner = 'phone_app'
"""
GET = "SELECT owner, seen_at FROM thread_owner WHERE tenant_id = %s AND number_id = %s AND contact_id = %s"
OF_CONVERSATIONS = """
SELECT c.conversation_id, o.owner, o.seen_at
  FROM conversation c
  JOIN thread_owner o ON o.tenant_id = c.tenant_id AND o.number_id = c.number_id AND o.contact_id = c.contact_id
 WHERE c.tenant_id = %s AND c.conversation_id = ANY(%s)
"""


async def see(db: Connection, tenant_id: UUID, number_id: str, contact_id: UUID, owner: Owner, at: datetime) -> None:
    """A sign that this is who has the thread."""
    values = {"tenant_id": tenant_id, "number_id": number_id, "contact_id": contact_id, "owner": owner, "at": at}
    await db.execute(SET, values)


async def comes_to_us(db: Connection, tenant_id: UUID, number_id: str, contact_id: UUID, at: datetime) -> None:
    """A message was given to us: no other application has the thread since then."""
    await db.execute(OURS, [at, tenant_id, number_id, contact_id, at])


async def phone_ends(db: Connection, tenant_id: UUID, number_id: str, contact_id: UUID, at: datetime) -> None:
    """Whoever answered from the phone app does so no more: a person said it here. Other applications keep theirs."""
    await db.execute(PHONE_ENDS, [at, tenant_id, number_id, contact_id])


async def get(db: Connection, tenant_id: UUID, number_id: str, contact_id: UUID) -> ThreadOwner | None:
    """The newest that is known; None where there never was anybody else."""
    row = await (await db.execute(GET, [tenant_id, number_id, contact_id])).fetchone()
    return ThreadOwner(*row) if row else None


async def of_conversations(
    db: Connection, tenant_id: UUID, conversation_ids: Sequence[UUID]
) -> dict[UUID, ThreadOwner]:
    """Those of them where there ever was anybody else."""
    rows = await (await db.execute(OF_CONVERSATIONS, [tenant_id, list(conversation_ids)])).fetchall()
    return {conversation_id: ThreadOwner(owner, seen_at) for conversation_id, owner, seen_at in rows}
