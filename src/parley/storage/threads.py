"""One conversation's thread as the desk shows it: messages, reactions on them, files in them, events between them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.rows import class_row

from parley.storage.database import Connection

NEWEST = 1 << 62
MOST_EVENTS = 200

COLUMNS = """m.message_id, m.position, m.direction, m.author_kind, m.author_id, coalesce(a.name, '') AS author_name,
       m.type, m.content, m.status, m.error, m.reply_to, m.platform_id, m.at, m.context,
       m.idempotency_key,
       h.case_id AS held_case_id, h.due_at AS held_until, h.findings AS held_findings, h.needs AS held_needs"""
# What waits for a person shows until when.
HELD = """LEFT JOIN policy_case h ON h.tenant_id = m.tenant_id AND h.message_id = m.message_id AND h.kind = 'hold'
                          AND h.state = 'open' AND m.status = 'held'"""
PAGE = f"""
SELECT {COLUMNS}
  FROM (SELECT *
          FROM message
         WHERE tenant_id = %(tenant_id)s AND conversation_id = %(conversation_id)s AND position < %(before)s
           AND type <> 'reaction'
         ORDER BY position DESC
         LIMIT %(limit)s) AS m
  LEFT JOIN account a ON a.tenant_id = m.tenant_id AND a.account_id = m.author_id
  {HELD}
 ORDER BY m.position DESC
"""
ONE = f"""
SELECT {COLUMNS}
  FROM message m
  LEFT JOIN account a ON a.tenant_id = m.tenant_id AND a.account_id = m.author_id
  {HELD}
 WHERE m.tenant_id = %s AND m.message_id = %s
"""
# The newest word of each side on each message counts; an empty emoji takes the reaction back.
REACTIONS = """
SELECT DISTINCT ON (content ->> 'platform_id', direction)
       content ->> 'platform_id', direction, content ->> 'emoji'
  FROM message
 WHERE tenant_id = %s AND conversation_id = %s AND position > %s AND type = 'reaction'
   AND status NOT IN ('failed', 'refused', 'held') AND content ->> 'platform_id' = ANY(%s)
 ORDER BY content ->> 'platform_id', direction, position DESC
"""
FILES = """
SELECT media_id, state, mime_type, filename, size, reason, platform_id IS NOT NULL AS from_customer
  FROM media
 WHERE tenant_id = %s AND media_id = ANY(%s)
"""
EVENTS = """
SELECT e.event_id, e.kind, e.actor_kind, e.actor_id, coalesce(a.name, '') AS actor_name, e.data, e.at
  FROM conversation_event e
  LEFT JOIN account a ON a.tenant_id = e.tenant_id AND a.account_id = e.actor_id
 WHERE e.tenant_id = %(tenant_id)s AND e.conversation_id = %(conversation_id)s
   AND (%(since)s::timestamptz IS NULL OR e.at >= %(since)s) AND (%(until)s::timestamptz IS NULL OR e.at < %(until)s)
 ORDER BY e.event_id DESC
 LIMIT %(limit)s
"""
AT = "SELECT at FROM message WHERE tenant_id = %s AND conversation_id = %s AND position = %s"
CONSENTS = """
SELECT DISTINCT ON (purpose) purpose, action, at, method
  FROM consent
 WHERE tenant_id = %s AND contact_id = %s
 ORDER BY purpose, consent_id DESC
"""
ROUTING = """
SELECT o.offered_at AS at, a.name AS account_name, o.outcome, coalesce(o.decision ->> 'reason', '') AS reason
  FROM offer o
  JOIN account a ON a.tenant_id = o.tenant_id AND a.account_id = o.account_id
 WHERE o.tenant_id = %s AND o.conversation_id = %s
 ORDER BY o.offered_at DESC
 LIMIT 10
"""


@dataclass(frozen=True)
class Shown:
    """A message with the name of the colleague who wrote it."""

    message_id: UUID
    position: int
    direction: str
    author_kind: str
    author_id: UUID | None
    author_name: str
    type: str
    content: dict[str, Any]
    status: str
    error: dict[str, Any] | None
    reply_to: str | None
    platform_id: str | None
    at: datetime
    context: dict[str, Any]
    idempotency_key: str | None
    held_case_id: UUID | None
    held_until: datetime | None
    held_findings: list[dict[str, Any]] | None
    held_needs: int | None


@dataclass(frozen=True)
class File:
    """What is known of a file; not its bytes."""

    media_id: UUID
    state: str
    mime_type: str
    filename: str
    size: int | None
    reason: str | None
    from_customer: bool


@dataclass(frozen=True)
class Happened:
    """A move or another event of the conversation."""

    event_id: int
    kind: str
    actor_kind: str
    actor_id: UUID | None
    actor_name: str
    data: dict[str, Any]
    at: datetime


@dataclass(frozen=True)
class Consented:
    """The newest word on one purpose."""

    purpose: str
    action: str
    at: datetime
    method: str


@dataclass(frozen=True)
class Routed:
    """One offer, and what came of it."""

    at: datetime
    account_name: str
    outcome: str
    reason: str


async def page(db: Connection, tenant_id: UUID, conversation_id: UUID, before: int | None, limit: int) -> list[Shown]:
    """The messages before that position, newest first."""
    values = {
        "tenant_id": tenant_id,
        "conversation_id": conversation_id,
        "before": NEWEST if before is None else before,
        "limit": limit,
    }
    async with db.cursor(row_factory=class_row(Shown)) as cursor:
        await cursor.execute(PAGE, values)
        return await cursor.fetchall()


async def one(db: Connection, tenant_id: UUID, message_id: UUID) -> Shown | None:
    """A message as the thread shows it."""
    async with db.cursor(row_factory=class_row(Shown)) as cursor:
        await cursor.execute(ONE, [tenant_id, message_id])
        return await cursor.fetchone()


async def reactions(
    db: Connection, tenant_id: UUID, conversation_id: UUID, shown: list[Shown]
) -> dict[str, list[tuple[str, str]]]:
    """By platform id of a message: (direction, emoji) of each reaction on it."""
    targets = {message.platform_id: message.position for message in shown if message.platform_id}
    if not targets:
        return {}
    values = [tenant_id, conversation_id, min(targets.values()), list(targets)]
    found: dict[str, list[tuple[str, str]]] = {}
    for target, direction, emoji in await (await db.execute(REACTIONS, values)).fetchall():
        if emoji:
            found.setdefault(target, []).append((direction, emoji))
    return found


async def files(db: Connection, tenant_id: UUID, media_ids: list[UUID]) -> dict[UUID, File]:
    """The files by id."""
    if not media_ids:
        return {}
    async with db.cursor(row_factory=class_row(File)) as cursor:
        await cursor.execute(FILES, [tenant_id, media_ids])
        return {file.media_id: file for file in await cursor.fetchall()}


async def events(
    db: Connection, tenant_id: UUID, conversation_id: UUID, since: datetime | None, until: datetime | None
) -> list[Happened]:
    """What happened in that span, oldest first; ``since`` belongs to it, ``until`` does not."""
    values = {
        "tenant_id": tenant_id,
        "conversation_id": conversation_id,
        "since": since,
        "until": until,
        "limit": MOST_EVENTS,
    }
    async with db.cursor(row_factory=class_row(Happened)) as cursor:
        await cursor.execute(EVENTS, values)
        return list(reversed(await cursor.fetchall()))


async def time_at(db: Connection, tenant_id: UUID, conversation_id: UUID, position: int) -> datetime | None:
    """The time of the message at that position."""
    row = await (await db.execute(AT, [tenant_id, conversation_id, position])).fetchone()
    return row[0] if row else None


async def consents(db: Connection, tenant_id: UUID, contact_id: UUID) -> list[Consented]:
    """The newest word on each purpose."""
    async with db.cursor(row_factory=class_row(Consented)) as cursor:
        await cursor.execute(CONSENTS, [tenant_id, contact_id])
        return await cursor.fetchall()


async def routing(db: Connection, tenant_id: UUID, conversation_id: UUID) -> list[Routed]:
    """To whom it was offered, newest first, at most ten."""
    async with db.cursor(row_factory=class_row(Routed)) as cursor:
        await cursor.execute(ROUTING, [tenant_id, conversation_id])
        return await cursor.fetchall()
