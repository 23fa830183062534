"""All that is kept about one person: read for them (access), and taken out (erasure) (D1)."""

import base64
from contextlib import suppress
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.rows import dict_row

from parley.core.contacts.mark import mark_of
from parley.storage.database import Connection
from parley.storage.file_store import FileStore

# What the person gets: everything about them, in the words that are kept. Files are read one by one.
ABOUT = {
    "contact": """
        SELECT contact_id, name, username, language, number_source, created_at FROM contact
         WHERE tenant_id = %(tenant_id)s AND contact_id = %(contact_id)s""",
    "identities": """
        SELECT kind, value, wa_id FROM contact_identity
         WHERE tenant_id = %(tenant_id)s AND contact_id = %(contact_id)s ORDER BY kind, value""",
    "consents": """
        SELECT purpose, action, method, wording, wording_version, language, evidence, recorded_by, at FROM consent
         WHERE tenant_id = %(tenant_id)s AND contact_id = %(contact_id)s ORDER BY consent_id""",
    "conversations": """
        SELECT conversation_id, number_id, state, language, skill, created_at, closed_at FROM conversation
         WHERE tenant_id = %(tenant_id)s AND contact_id = %(contact_id)s ORDER BY created_at""",
    "messages": """
        SELECT m.conversation_id, m.message_id, m.direction, m.author_kind, m.type, m.content, m.status, m.platform_id,
               m.reply_to, m.error, m.at, m.context
          FROM message m JOIN conversation c ON c.tenant_id = m.tenant_id AND c.conversation_id = m.conversation_id
         WHERE c.tenant_id = %(tenant_id)s AND c.contact_id = %(contact_id)s ORDER BY m.position""",
    "events": """
        SELECT e.conversation_id, e.kind, e.actor_kind, e.data, e.at
          FROM conversation_event e
          JOIN conversation c ON c.tenant_id = e.tenant_id AND c.conversation_id = e.conversation_id
         WHERE c.tenant_id = %(tenant_id)s AND c.contact_id = %(contact_id)s ORDER BY e.event_id""",
    "threads": """
        SELECT number_id, owner, seen_at FROM thread_owner
         WHERE tenant_id = %(tenant_id)s AND contact_id = %(contact_id)s ORDER BY number_id""",
    "suppressions": """
        SELECT number_id, reach, code, at, until FROM suppression
         WHERE tenant_id = %(tenant_id)s AND contact_id = %(contact_id)s ORDER BY at""",
    "blocks": """
        SELECT number_id, state, reason, note, blocked_at, until, confirmed_at, lifted_at FROM person_block
         WHERE tenant_id = %(tenant_id)s AND contact_id = %(contact_id)s ORDER BY blocked_at""",
    "waiting_replies": """
        SELECT w.conversation_id, w.content, w.reply_to, w.written_at, w.until, w.stopped
          FROM waiting_reply w
          JOIN conversation c ON c.tenant_id = w.tenant_id AND c.conversation_id = w.conversation_id
         WHERE c.tenant_id = %(tenant_id)s AND c.contact_id = %(contact_id)s ORDER BY w.written_at""",
    "arrivals": """
        SELECT message_id, number_id, market, category, window_open, at, reported, model FROM delivery
         WHERE tenant_id = %(tenant_id)s AND contact_id = %(contact_id)s ORDER BY at, message_id""",
    "prices": """
        SELECT d.message_id, b.kind, b.category, b.market, b.nth, b.amount, b.currency, f.kind AS foretold_kind,
               f.category AS foretold_category, f.amount AS foretold_amount, f.currency AS foretold_currency
          FROM delivery d
          LEFT JOIN price_booking b ON b.tenant_id = d.tenant_id AND b.message_id = d.message_id
          LEFT JOIN price_foretold f ON f.tenant_id = d.tenant_id AND f.message_id = d.message_id
         WHERE d.tenant_id = %(tenant_id)s AND d.contact_id = %(contact_id)s
           AND (b.message_id IS NOT NULL OR f.message_id IS NOT NULL)
         ORDER BY d.at, d.message_id""",
    "reports": """
        SELECT r.kind, r.reason, r.opened_at, r.outcome
          FROM policy_case r JOIN conversation c ON c.tenant_id = r.tenant_id AND c.conversation_id = r.conversation_id
         WHERE c.tenant_id = %(tenant_id)s AND c.contact_id = %(contact_id)s ORDER BY r.opened_at""",
}
COLUMNS_READ = (
    "contact.name", "contact.username",
    "contact.language", "contact.number_source", "contact_identity.kind", "contact_identity.value",
    "contact_identity.wa_id", "consent.purpose", "consent.action", "consent.method", "consent.wording",
    "consent.wording_version", "consent.language", "consent.evidence", "consent.recorded_by", "conversation.number_id",
    "conversation.state", "conversation.language", "conversation.skill", "message.direction", "message.author_kind",
    "message.type", "message.content", "message.status", "message.platform_id", "message.reply_to", "message.error",
    "message.context", "thread_owner.number_id", "thread_owner.owner",
    "suppression.number_id", "suppression.reach",
    "person_block.number_id", "person_block.state", "person_block.reason", "person_block.note",
    "waiting_reply.content", "waiting_reply.reply_to", "waiting_reply.stopped",
    "conversation_event.kind", "conversation_event.actor_kind", "conversation_event.data", "policy_case.kind",
    "delivery.number_id", "delivery.market", "delivery.category", "delivery.reported", "delivery.model",
    "price_booking.kind", "price_booking.category", "price_booking.market", "price_booking.currency",
    "price_foretold.kind", "price_foretold.category", "price_foretold.currency",
    "policy_case.reason", "policy_case.outcome", "media.filename", "media.mime_type", "media.content",
)  # fmt: skip
# Files that were named in their messages or in a reply that waits, and since 0005 also those that name the person.
FILES = """
SELECT f.media_id, f.mime_type, f.filename, f.size, f.content, f.place
  FROM media f
 WHERE f.tenant_id = %(tenant_id)s
   AND (f.contact_id = %(contact_id)s
        OR f.media_id::text IN (
           SELECT coalesce(m.content ->> 'media_id', m.content #>> '{header_media,media_id}')
             FROM message m JOIN conversation c ON c.tenant_id = m.tenant_id AND c.conversation_id = m.conversation_id
            WHERE c.tenant_id = %(tenant_id)s AND c.contact_id = %(contact_id)s
              AND m.content ?| '{media_id,header_media}')
        OR f.media_id::text IN (
           SELECT w.content ->> 'media_id'
             FROM waiting_reply w
             JOIN conversation c ON c.tenant_id = w.tenant_id AND c.conversation_id = w.conversation_id
            WHERE c.tenant_id = %(tenant_id)s AND c.contact_id = %(contact_id)s AND w.content ? 'media_id'))
 ORDER BY f.created_at, f.media_id
"""
IDENTITIES = "SELECT kind, value, wa_id FROM contact_identity WHERE tenant_id = %s AND contact_id = %s"
OPTED_OUT = """
SELECT bool_or(newest.action = 'opt_out')
  FROM (SELECT DISTINCT ON (purpose) action FROM consent
         WHERE tenant_id = %s AND contact_id = %s ORDER BY purpose, consent_id DESC) AS newest
"""
SUPPRESS = "INSERT INTO suppressed_identity (tenant_id, mark, at) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING"
SUPPRESSED = "SELECT at FROM suppressed_identity WHERE tenant_id = %s AND mark = ANY(%s) ORDER BY at LIMIT 1"
# In this order; each says what becomes of it. Proof of consent and the decision log stay: they name nobody any more.
ERASURES = {
    "files": f"""
        UPDATE media SET content = NULL, filename = '', platform_id = NULL, contact_id = NULL, state = 'failed',
               reason = 'erased on request', due_at = CASE WHEN state = 'pending' THEN due_at END
         WHERE tenant_id = %(tenant_id)s AND media_id IN (SELECT media_id FROM ({FILES}) AS theirs)""",
    "unsent": """
        UPDATE outbox SET state = 'refused' WHERE tenant_id = %(tenant_id)s AND contact_id = %(contact_id)s
           AND state IN ('pending', 'held')""",
    "waiting_replies": """
        DELETE FROM waiting_reply w USING conversation c
         WHERE c.tenant_id = w.tenant_id AND c.conversation_id = w.conversation_id
           AND c.tenant_id = %(tenant_id)s AND c.contact_id = %(contact_id)s""",
    "messages": """
        UPDATE message m SET content = '{"type": "unknown", "kind": "erased", "raw": {}}', type = 'unknown',
               platform_id = NULL, reply_to = NULL, idempotency_key = NULL, error = NULL, context = '{}',
               status = CASE WHEN status IN ('queued', 'held') THEN 'refused' ELSE status END
          FROM conversation c
         WHERE c.tenant_id = m.tenant_id AND c.conversation_id = m.conversation_id
           AND c.tenant_id = %(tenant_id)s AND c.contact_id = %(contact_id)s""",
    "reports": """
        UPDATE policy_case r SET reason = ''
          FROM conversation c
         WHERE c.tenant_id = r.tenant_id AND c.conversation_id = r.conversation_id
           AND c.tenant_id = %(tenant_id)s AND c.contact_id = %(contact_id)s AND r.reason <> ''""",
    "votes": """
        UPDATE policy_case_vote v SET note = ''
          FROM policy_case r JOIN conversation c ON c.tenant_id = r.tenant_id AND c.conversation_id = r.conversation_id
         WHERE r.tenant_id = v.tenant_id AND r.case_id = v.case_id
           AND c.tenant_id = %(tenant_id)s AND c.contact_id = %(contact_id)s AND v.note <> ''""",
    "offers": """
        UPDATE offer o SET outcome = 'withdrawn', decided_at = %(now)s
          FROM conversation c
         WHERE c.tenant_id = o.tenant_id AND c.conversation_id = o.conversation_id AND o.outcome = 'open'
           AND c.tenant_id = %(tenant_id)s AND c.contact_id = %(contact_id)s""",
    "conversations": """
        UPDATE conversation SET last_message_text = '', language = '', state = 'closed', owner_kind = 'nobody',
               owner_id = NULL, owner_version = owner_version + 1, window_expires_at = NULL, queued_at = NULL,
               due_at = NULL, unread = 0, closed_at = coalesce(closed_at, %(now)s)
         WHERE tenant_id = %(tenant_id)s AND contact_id = %(contact_id)s""",
    "webhooks": """
        DELETE FROM inbox_event
         WHERE tenant_id = %(tenant_id)s
           AND (split_part(lane, ':', 2) = ANY(%(written)s)
                OR (lane LIKE '%%:other' AND payload::text LIKE ANY(%(quoted)s)))""",
    "blocks": "UPDATE person_block SET note = '' WHERE tenant_id = %(tenant_id)s AND contact_id = %(contact_id)s",
    "suppressions": "DELETE FROM suppression WHERE tenant_id = %(tenant_id)s AND contact_id = %(contact_id)s",
    "threads": "DELETE FROM thread_owner WHERE tenant_id = %(tenant_id)s AND contact_id = %(contact_id)s",
    "marks": "DELETE FROM fingerprint WHERE tenant_id = %(tenant_id)s AND contact_id = %(contact_id)s",
    "identities": "DELETE FROM contact_identity WHERE tenant_id = %(tenant_id)s AND contact_id = %(contact_id)s",
    "contact": """
        UPDATE contact SET name = '', username = '', language = '', number_source = 'erased'
         WHERE tenant_id = %(tenant_id)s AND contact_id = %(contact_id)s""",
}


async def about(db: Connection, tenant_id: UUID, contact_id: UUID, store: FileStore) -> dict[str, list[dict[str, Any]]]:
    """Everything about the person, by kind; files as base64. Raises ``StoreError`` where the store does not answer."""
    values = {"tenant_id": tenant_id, "contact_id": contact_id}
    found = {}
    async with db.cursor(row_factory=dict_row) as cursor:
        for name, query in ABOUT.items():
            await cursor.execute(query, values)
            found[name] = await cursor.fetchall()
        await cursor.execute(FILES, values)
        files = await cursor.fetchall()
    found["files"] = [await _file(store, file) for file in files]
    return found


async def erase(db: Connection, tenant_id: UUID, contact_id: UUID, now: datetime) -> dict[str, int]:
    """Take the person out; how many rows of each kind were changed. A stop stays, as a mark without the number."""
    identities = await (await db.execute(IDENTITIES, [tenant_id, contact_id])).fetchall()
    if await _opted_out(db, tenant_id, contact_id):
        for kind, value, _ in identities:
            await db.execute(SUPPRESS, [tenant_id, mark_of(tenant_id, kind, value), now])
    written = sorted({text for _, value, wa_id in identities for text in (value, wa_id) if text})
    values = {"tenant_id": tenant_id, "contact_id": contact_id, "now": now, "written": written}
    values["quoted"] = [f'%"{text}"%' for text in written]
    return {name: (await db.execute(query, values)).rowcount for name, query in ERASURES.items()}


async def suppressed_since(db: Connection, tenant_id: UUID, kind: str, values: list[str]) -> datetime | None:
    """When somebody with one of these identities was erased who had said stop."""
    marks = [mark_of(tenant_id, kind, value) for value in values]
    row = await (await db.execute(SUPPRESSED, [tenant_id, marks])).fetchone()
    return row[0] if row else None


async def _opted_out(db: Connection, tenant_id: UUID, contact_id: UUID) -> bool:
    row = await (await db.execute(OPTED_OUT, [tenant_id, contact_id])).fetchone()
    return bool(row and row[0])


async def _file(store: FileStore, row: dict[str, Any]) -> dict[str, Any]:
    """None of it where it was never fetched, or is gone."""
    place, content = row.pop("place"), row["content"]
    if content is None and place:
        with suppress(FileNotFoundError):
            content = await store.read(place)
    return row | {"content": base64.b64encode(bytes(content)).decode() if content is not None else None}
