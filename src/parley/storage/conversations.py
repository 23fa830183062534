"""Conversations and their events: locked, moved by the core, saved."""

from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.rows import class_row
from psycopg.types.json import Jsonb

from parley.core.conversation import Conversation
from parley.core.errors import NotFound
from parley.storage.database import Connection

COLUMNS = """tenant_id, conversation_id, number_id, contact_id, state, owner_kind, owner_id, owner_version, owner_since,
       team_id, skill, language, failed_turns, asked_back, window_expires_at, queued_at, due_at, unread,
       last_message_at, last_message_text, last_message_from, created_at, closed_at"""

GET = f"SELECT {COLUMNS} FROM conversation WHERE tenant_id = %s AND conversation_id = %s"
LOCK = f"{GET} FOR UPDATE"
LOCK_OPEN = f"""
SELECT {COLUMNS}
  FROM conversation
 WHERE tenant_id = %s AND number_id = %s AND contact_id = %s AND state <> 'closed'
   FOR UPDATE
"""
LATEST = f"""
SELECT {COLUMNS}
  FROM conversation
 WHERE tenant_id = %s AND number_id = %s AND contact_id = %s
 ORDER BY created_at DESC
 LIMIT 1
   FOR UPDATE
"""
INSERT = f"""
INSERT INTO conversation ({COLUMNS})
VALUES ({", ".join(f"%({name.strip()})s" for name in COLUMNS.split(","))})
"""
SAVE = """
UPDATE conversation
   SET state = %(state)s, owner_kind = %(owner_kind)s, owner_id = %(owner_id)s, owner_version = %(owner_version)s,
       owner_since = %(owner_since)s, team_id = %(team_id)s, skill = %(skill)s, language = %(language)s,
       failed_turns = %(failed_turns)s, asked_back = %(asked_back)s, window_expires_at = %(window_expires_at)s,
       queued_at = %(queued_at)s, due_at = %(due_at)s, unread = %(unread)s, last_message_at = %(last_message_at)s,
       last_message_text = %(last_message_text)s, last_message_from = %(last_message_from)s, closed_at = %(closed_at)s
 WHERE tenant_id = %(tenant_id)s AND conversation_id = %(conversation_id)s
"""
RECORD_EVENT = """
INSERT INTO conversation_event (tenant_id, conversation_id, kind, actor_kind, actor_id, data, at)
VALUES (%s, %s, %s, %s, %s, %s, %s)
"""
# Locked in the order of the wait; what another worker holds is skipped, so that no two route one.
LOCK_QUEUED = f"""
SELECT {COLUMNS}
  FROM conversation
 WHERE tenant_id = %s AND state = 'queued'
 ORDER BY queued_at, conversation_id
 LIMIT %s
   FOR UPDATE SKIP LOCKED
"""
LOCK_DUE = f"""
SELECT {COLUMNS}
  FROM conversation
 WHERE tenant_id = %s AND due_at <= %s
 ORDER BY due_at
 LIMIT %s
   FOR UPDATE SKIP LOCKED
"""


async def get(db: Connection, tenant_id: UUID, conversation_id: UUID) -> Conversation:
    """Raises NotFound."""
    return await _one(db, GET, [tenant_id, conversation_id])


async def lock(db: Connection, tenant_id: UUID, conversation_id: UUID) -> Conversation:
    """The conversation, to be changed by this transaction only. Raises NotFound."""
    return await _one(db, LOCK, [tenant_id, conversation_id])


async def lock_open(db: Connection, tenant_id: UUID, number_id: str, contact_id: UUID) -> Conversation | None:
    """The one conversation of this customer with this number that is not closed."""
    found = await _many(db, LOCK_OPEN, [tenant_id, number_id, contact_id])
    return found[0] if found else None


async def lock_latest(db: Connection, tenant_id: UUID, number_id: str, contact_id: UUID) -> Conversation | None:
    """The newest conversation of this customer with this number, closed or not."""
    found = await _many(db, LATEST, [tenant_id, number_id, contact_id])
    return found[0] if found else None


async def lock_queued(db: Connection, tenant_id: UUID, limit: int = 50) -> list[Conversation]:
    """Longest wait first."""
    return await _many(db, LOCK_QUEUED, [tenant_id, limit])


async def lock_due(db: Connection, tenant_id: UUID, now: datetime, limit: int = 100) -> list[Conversation]:
    """Those whose state must change by itself."""
    return await _many(db, LOCK_DUE, [tenant_id, now, limit])


async def insert(db: Connection, conversation: Conversation) -> None:
    """Keep a new conversation."""
    await db.execute(INSERT, asdict(conversation))


async def save(db: Connection, conversation: Conversation) -> None:
    """Write the conversation as the core left it; the caller holds its lock."""
    await db.execute(SAVE, asdict(conversation))


async def record_event(
    db: Connection,
    conversation: Conversation,
    kind: str,
    *,
    actor_kind: str,
    actor_id: UUID | None = None,
    data: dict[str, Any] | None = None,
    now: datetime,
) -> None:
    """Add to the conversation's history, which is never changed."""
    values = [conversation.tenant_id, conversation.conversation_id, kind, actor_kind, actor_id, Jsonb(data or {}), now]
    await db.execute(RECORD_EVENT, values)


async def _one(db: Connection, query: str, values: list[Any]) -> Conversation:
    found = await _many(db, query, values)
    if not found:
        raise NotFound("conversation")
    return found[0]


async def _many(db: Connection, query: str, values: list[Any]) -> list[Conversation]:
    async with db.cursor(row_factory=class_row(Conversation)) as cursor:
        await cursor.execute(query, values)
        return await cursor.fetchall()
