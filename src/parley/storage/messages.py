"""The messages of a thread."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.rows import class_row
from psycopg.types.json import Jsonb

from parley.core.messages import Content, Context, content_from, to_builtins
from parley.storage.database import Connection

# A status only ever moves up this ladder; 'failed' may come at any step before 'delivered'.
LADDER = {"held": 0, "queued": 0, "accepted": 1, "sent": 2, "delivered": 3, "read": 4}

COLUMNS = """tenant_id, conversation_id, message_id, position, direction, author_kind, author_id, platform_id,
       idempotency_key, reply_to, type, content, status, error, at, context"""

INSERT = f"""
INSERT INTO message (tenant_id, conversation_id, message_id, direction, author_kind, author_id, platform_id,
                     idempotency_key, reply_to, type, content, status, at, context)
VALUES (%(tenant_id)s, %(conversation_id)s, %(message_id)s, %(direction)s, %(author_kind)s, %(author_id)s,
        %(platform_id)s, %(idempotency_key)s, %(reply_to)s, %(type)s, %(content)s, %(status)s, %(at)s, %(context)s)
ON CONFLICT DO NOTHING
RETURNING {COLUMNS}
"""
AMEND = """
UPDATE message SET type = %s, content = %s, context = context || %s WHERE tenant_id = %s AND message_id = %s
"""
GET = f"SELECT {COLUMNS} FROM message WHERE tenant_id = %s AND message_id = %s"
BY_KEY = f"SELECT {COLUMNS} FROM message WHERE tenant_id = %s AND conversation_id = %s AND idempotency_key = %s"
BY_PLATFORM_ID = f"SELECT {COLUMNS} FROM message WHERE tenant_id = %s AND platform_id = %s"
LAST_FROM_CUSTOMER = f"""
SELECT {COLUMNS}
  FROM message
 WHERE tenant_id = %s AND conversation_id = %s AND direction = 'in'
 ORDER BY position DESC
 LIMIT 1
"""
NEWEST = f"""
SELECT {COLUMNS}
  FROM message
 WHERE tenant_id = %s AND conversation_id = %s AND direction <> 'note'
 ORDER BY position DESC
 LIMIT %s
"""
SET_STATUS = """
UPDATE message
   SET status = %(status)s, platform_id = coalesce(platform_id, %(platform_id)s), error = coalesce(%(error)s, error)
 WHERE tenant_id = %(tenant_id)s AND message_id = %(message_id)s
"""
# Between the queue and a person who looks at it; neither is news of the platform's.
SET_HELD = "UPDATE message SET status = 'held' WHERE tenant_id = %s AND message_id = %s AND status = 'queued'"
SET_QUEUED = "UPDATE message SET status = 'queued' WHERE tenant_id = %s AND message_id = %s AND status = 'held'"
# Values in arrays beside the ids, not a join: whatever the planner knows of the table, it goes by the key.
ACCEPT = """
UPDATE message
   SET platform_id = coalesce(platform_id, (%(platform_ids)s::text[])[array_position(%(ids)s::uuid[], message_id)]),
       status = CASE WHEN status = 'queued' THEN 'accepted' ELSE status END
 WHERE tenant_id = %(tenant_id)s AND message_id = ANY(%(ids)s)
"""


FATES = (
    "SELECT message_id, conversation_id, platform_id, status FROM message WHERE tenant_id = %s AND message_id = ANY(%s)"
)
SET_FATES = """
UPDATE message
   SET status = (%(statuses)s::text[])[array_position(%(ids)s::uuid[], message_id)],
       platform_id = coalesce(platform_id, (%(platform_ids)s::text[])[array_position(%(ids)s::uuid[], message_id)])
 WHERE tenant_id = %(tenant_id)s AND message_id = ANY(%(ids)s)
"""


@dataclass(frozen=True)
class Fate:
    """How far a message is."""

    message_id: UUID
    conversation_id: UUID
    platform_id: str | None
    status: str


@dataclass(frozen=True)
class Message:
    """One message of a thread; ``content`` is one of the message types as plain JSON values."""

    tenant_id: UUID
    conversation_id: UUID
    message_id: UUID
    position: int
    direction: str
    author_kind: str
    author_id: UUID | None
    platform_id: str | None
    idempotency_key: str | None
    reply_to: str | None
    type: str
    content: dict[str, Any]
    status: str
    error: dict[str, Any] | None
    at: datetime
    context: dict[str, Any] = field(default_factory=dict)

    @property
    def said(self) -> Content:
        """The content as its message type."""
        return content_from(self.content)


async def insert(
    db: Connection,
    *,
    tenant_id: UUID,
    conversation_id: UUID,
    message_id: UUID,
    direction: str,
    author_kind: str,
    content: Content,
    status: str,
    at: datetime,
    author_id: UUID | None = None,
    platform_id: str | None = None,
    idempotency_key: str | None = None,
    reply_to: str | None = None,
    context: Context | None = None,
) -> Message | None:
    """Keep a message. None if one with this platform id or idempotency key is there already."""
    plain = to_builtins(content)
    values = {
        "tenant_id": tenant_id,
        "conversation_id": conversation_id,
        "message_id": message_id,
        "direction": direction,
        "author_kind": author_kind,
        "author_id": author_id,
        "platform_id": platform_id,
        "idempotency_key": idempotency_key,
        "reply_to": reply_to,
        "type": plain["type"],
        "content": Jsonb(plain),
        "status": status,
        "at": at,
        "context": Jsonb(context.to_builtins() if context else {}),
    }
    return await _maybe(db, INSERT, values)


async def amend(db: Connection, message: Message, content: Content, mark: dict[str, str]) -> None:
    """Its writer changed it, or took it back; ``mark`` says since when."""
    plain = to_builtins(content)
    values = [plain["type"], Jsonb(plain), Jsonb(mark), message.tenant_id, message.message_id]
    await db.execute(AMEND, values)


async def get(db: Connection, tenant_id: UUID, message_id: UUID) -> Message | None:
    """A message by our id."""
    return await _maybe(db, GET, [tenant_id, message_id])


async def by_key(db: Connection, tenant_id: UUID, conversation_id: UUID, key: str) -> Message | None:
    """The message that was sent under this idempotency key before."""
    return await _maybe(db, BY_KEY, [tenant_id, conversation_id, key])


async def by_platform_id(db: Connection, tenant_id: UUID, platform_id: str) -> Message | None:
    """A message by the platform's id."""
    return await _maybe(db, BY_PLATFORM_ID, [tenant_id, platform_id])


async def last_from_customer(db: Connection, tenant_id: UUID, conversation_id: UUID) -> Message | None:
    """The newest message of the customer."""
    return await _maybe(db, LAST_FROM_CUSTOMER, [tenant_id, conversation_id])


async def newest(db: Connection, tenant_id: UUID, conversation_id: UUID, most: int) -> list[Message]:
    """The last messages of the thread, notes left out, the newest first."""
    async with db.cursor(row_factory=class_row(Message)) as cursor:
        await cursor.execute(NEWEST, [tenant_id, conversation_id, most])
        return await cursor.fetchall()


async def set_status(
    db: Connection,
    message: Message,
    status: str,
    *,
    platform_id: str | None = None,
    error: dict[str, Any] | None = None,
) -> bool:
    """Move the status up its ladder. False, and nothing is changed, for news that is older than what is known."""
    if not is_news(message.status, status):
        return False
    values = {
        "tenant_id": message.tenant_id,
        "message_id": message.message_id,
        "status": status,
        "platform_id": platform_id,
        "error": Jsonb(error) if error else None,
    }
    await db.execute(SET_STATUS, values)
    return True


async def hold(db: Connection, tenant_id: UUID, message_id: UUID) -> None:
    """It waits for a person."""
    await db.execute(SET_HELD, [tenant_id, message_id])


async def release(db: Connection, tenant_id: UUID, message_id: UUID) -> None:
    """It waits for the sender again."""
    await db.execute(SET_QUEUED, [tenant_id, message_id])


async def fates(db: Connection, tenant_id: UUID, message_ids: list[UUID]) -> list[Fate]:
    """How far these messages are; the caller holds the locks of their outbox rows."""
    async with db.cursor(row_factory=class_row(Fate)) as cursor:
        await cursor.execute(FATES, [tenant_id, message_ids])
        return await cursor.fetchall()


async def set_fates(db: Connection, tenant_id: UUID, told: list[Fate]) -> None:
    """What the platform reported; the caller has looked that each moves up the ladder."""
    if told:
        values = {
            "tenant_id": tenant_id,
            "ids": [fate.message_id for fate in told],
            "statuses": [fate.status for fate in told],
            "platform_ids": [fate.platform_id for fate in told],
        }
        await db.execute(SET_FATES, values)


async def accept(db: Connection, tenant_id: UUID, sent: dict[UUID, str]) -> None:
    """The platform has them, under these ids. A status that came sooner than the answer stays."""
    if sent:
        values = {"ids": list(sent), "platform_ids": list(sent.values()), "tenant_id": tenant_id}
        await db.execute(ACCEPT, values)


def is_news(known: str, reported: str) -> bool:
    """Whether the status moves a message up its ladder."""
    if reported in ("failed", "refused"):
        return LADDER.get(known, 9) < LADDER["delivered"]
    return known in LADDER and LADDER[reported] > LADDER[known]


async def _maybe(db: Connection, query: str, values: Any) -> Message | None:
    async with db.cursor(row_factory=class_row(Message)) as cursor:
        await cursor.execute(query, values)
        return await cursor.fetchone()
