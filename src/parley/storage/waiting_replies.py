"""Replies that wait for the customer's next message, one for a conversation."""

from typing import Any
from uuid import UUID

from psycopg.rows import dict_row
from psycopg.types.json import Jsonb

from parley.core.conversation import Stopped, WaitingReply
from parley.core.messages import content_from, to_builtins
from parley.storage.database import Connection

COLUMNS = "conversation_id, reply_id, content, reply_to, written_by, written_at, until, stopped, refusal"
GET = f"SELECT {COLUMNS} FROM waiting_reply WHERE tenant_id = %s AND conversation_id = %s"
# New words have a new id: what left under the old one can not be meant.
KEEP = """
INSERT INTO waiting_reply (tenant_id, conversation_id, reply_id, content, reply_to, written_by, written_at, until)
VALUES (%(tenant_id)s, %(conversation_id)s, %(reply_id)s, %(content)s, %(reply_to)s, %(written_by)s, %(written_at)s,
        %(until)s)
ON CONFLICT (tenant_id, conversation_id) DO UPDATE
   SET reply_id = excluded.reply_id, content = excluded.content, reply_to = excluded.reply_to,
       written_by = excluded.written_by, written_at = excluded.written_at, until = excluded.until, stopped = '',
       refusal = NULL
"""
DELETE = "DELETE FROM waiting_reply WHERE tenant_id = %s AND conversation_id = %s"
STOP = """
UPDATE waiting_reply SET stopped = %s, refusal = %s WHERE tenant_id = %s AND conversation_id = %s AND stopped = ''
"""
WAITING = f"""
SELECT {COLUMNS}
  FROM waiting_reply
 WHERE tenant_id = %s AND stopped = ''
 ORDER BY written_at, conversation_id
 LIMIT 5000
"""
OF_PERSON = """
SELECT w.conversation_id
  FROM waiting_reply w
  JOIN conversation c ON c.tenant_id = w.tenant_id AND c.conversation_id = w.conversation_id
 WHERE w.tenant_id = %s AND c.contact_id = %s AND w.stopped = ''
 ORDER BY w.conversation_id
"""


async def get(db: Connection, tenant_id: UUID, conversation_id: UUID) -> WaitingReply | None:
    """The one of that conversation. Whoever changes it holds the conversation's lock."""
    async with db.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(GET, [tenant_id, conversation_id])
        row = await cursor.fetchone()
    return _read(row) if row else None


async def keep(db: Connection, tenant_id: UUID, reply: WaitingReply) -> None:
    """It waits from now on, in the place of whatever was there."""
    values = {
        "tenant_id": tenant_id,
        "conversation_id": reply.conversation_id,
        "reply_id": reply.reply_id,
        "content": Jsonb(to_builtins(reply.content)),
        "reply_to": reply.reply_to,
        "written_by": reply.written_by,
        "written_at": reply.written_at,
        "until": reply.until,
    }
    await db.execute(KEEP, values)


async def delete(db: Connection, tenant_id: UUID, conversation_id: UUID) -> None:
    """It left, or was taken back."""
    await db.execute(DELETE, [tenant_id, conversation_id])


async def stop(
    db: Connection, tenant_id: UUID, conversation_id: UUID, why: Stopped, refusal: dict[str, Any] | None = None
) -> bool:
    """It stays to be looked at, and does not leave by itself any more. False if none waited."""
    values = [why, Jsonb(refusal) if refusal else None, tenant_id, conversation_id]
    return (await db.execute(STOP, values)).rowcount == 1


async def all_waiting(db: Connection, tenant_id: UUID) -> list[WaitingReply]:
    """Those that may still leave, the oldest first; at most 5,000."""
    async with db.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(WAITING, [tenant_id])
        return [_read(row) for row in await cursor.fetchall()]


async def of_person(db: Connection, tenant_id: UUID, contact_id: UUID) -> list[UUID]:
    """The conversations in which one waits for that person."""
    return [row[0] for row in await (await db.execute(OF_PERSON, [tenant_id, contact_id])).fetchall()]


def _read(row: dict[str, Any]) -> WaitingReply:
    return WaitingReply(**(row | {"content": content_from(row["content"])}))
