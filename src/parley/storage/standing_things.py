"""What a Client has standing: all that was allowed once and is used since (F3)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.rows import class_row
from psycopg.types.json import Jsonb

from parley.storage.database import Connection

TEMPLATES = """
SELECT account_id, name, language, category, status, components
  FROM template
 WHERE tenant_id = %s AND status IN ('APPROVED', 'PENDING', 'PAUSED')
 ORDER BY account_id, name, language
"""
ANSWERS = "SELECT intent_id, title, answer FROM intent WHERE tenant_id = %s ORDER BY intent_id"
# One that a look has stopped is read again, so that it is found mended.
BOT = """
SELECT greeting, escalation_paths
  FROM bot b
 WHERE tenant_id = %s
   AND (published_at IS NOT NULL
        OR EXISTS (SELECT 1 FROM policy_stop s
                    WHERE s.tenant_id = b.tenant_id AND s.kind = 'bot' AND s.lifted_at IS NULL))
"""
PUBLISH = "UPDATE bot SET published_at = %s WHERE tenant_id = %s AND published_at IS NULL"
UNPUBLISH = "UPDATE bot SET published_at = NULL WHERE tenant_id = %s"
CANNED = "SELECT shortcut, text FROM canned_reply WHERE tenant_id = %s ORDER BY shortcut"
QUEUED = """
SELECT o.message_id, o.due_at, o.owner_version, o.confirms_opt_out, o.released, o.written_at, m.conversation_id,
       m.content, m.author_kind, m.author_id, m.reply_to
  FROM outbox o
  JOIN message m ON m.tenant_id = o.tenant_id AND m.message_id = o.message_id
 WHERE o.tenant_id = %s AND o.state = 'pending' AND o.kind = 'message'
 ORDER BY o.position
 LIMIT 5000
   FOR UPDATE OF o SKIP LOCKED
"""
ITEMS = """
SELECT catalogue_id, retailer_id, title, description, category, brand, url, verdict, released
  FROM catalogue_item
 WHERE tenant_id = %s AND (catalogue_id, retailer_id) > (%s, %s)
 ORDER BY catalogue_id, retailer_id
 LIMIT 1000
"""
SET_ITEM = """
UPDATE catalogue_item SET verdict = %s, findings = %s, rulebook_version = %s
 WHERE tenant_id = %s AND catalogue_id = %s AND retailer_id = %s
"""


@dataclass(frozen=True)
class StandingTemplate:
    """A template as the platform last reported it, and whose account it belongs to."""

    account_id: str
    name: str
    language: str
    category: str
    status: str
    components: list[dict[str, Any]]


@dataclass(frozen=True)
class QueuedMessage:
    """A message that has not left yet."""

    message_id: UUID
    due_at: datetime
    owner_version: int | None
    confirms_opt_out: bool
    released: list[str]
    written_at: datetime | None
    conversation_id: UUID
    content: dict[str, Any]
    author_kind: Any
    author_id: UUID | None
    reply_to: str | None


@dataclass(frozen=True)
class StandingItem:
    """An item of a catalogue with the last word on it."""

    catalogue_id: str
    retailer_id: str
    title: str
    description: str
    category: str
    brand: str
    url: str
    verdict: str
    released: list[str]


async def templates(db: Connection, tenant_id: UUID) -> list[StandingTemplate]:
    """Those that are, or may soon be, in use."""
    async with db.cursor(row_factory=class_row(StandingTemplate)) as cursor:
        await cursor.execute(TEMPLATES, [tenant_id])
        return await cursor.fetchall()


async def answers(db: Connection, tenant_id: UUID) -> list[tuple[str, str, str]]:
    """(intent, title, text) of everything that the bot may answer."""
    return await (await db.execute(ANSWERS, [tenant_id])).fetchall()


async def bot(db: Connection, tenant_id: UUID) -> tuple[str, list[dict[str, Any]]] | None:
    """Greeting and ways out of the bot, None if none is published, and none was stopped."""
    return await (await db.execute(BOT, [tenant_id])).fetchone()


async def unpublish(db: Connection, tenant_id: UUID) -> None:
    """The bot speaks no more: people answer."""
    await db.execute(UNPUBLISH, [tenant_id])


async def publish(db: Connection, tenant_id: UUID, now: datetime) -> None:
    """The bot answers again."""
    await db.execute(PUBLISH, [now, tenant_id])


async def canned_replies(db: Connection, tenant_id: UUID) -> list[tuple[str, str]]:
    """(shortcut, text)."""
    return await (await db.execute(CANNED, [tenant_id])).fetchall()


async def queued(db: Connection, tenant_id: UUID) -> list[QueuedMessage]:
    """What waits to be sent, locked; what a sender has just now is asked about by it."""
    async with db.cursor(row_factory=class_row(QueuedMessage)) as cursor:
        await cursor.execute(QUEUED, [tenant_id])
        return await cursor.fetchall()


async def items(db: Connection, tenant_id: UUID, after: tuple[str, str]) -> list[StandingItem]:
    """Some of the catalogue, in order, after that key."""
    async with db.cursor(row_factory=class_row(StandingItem)) as cursor:
        await cursor.execute(ITEMS, [tenant_id, *after])
        return await cursor.fetchall()


async def set_item(
    db: Connection, tenant_id: UUID, key: tuple[str, str], verdict: str, findings: Any, rulebook_version: str
) -> None:
    """The gate's word on an item as it is now."""
    await db.execute(SET_ITEM, [verdict, Jsonb(findings), rulebook_version, tenant_id, *key])
