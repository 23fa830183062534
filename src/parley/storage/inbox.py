"""The inbox log: every event durable before it is acknowledged, handled in order within its lane."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

import msgspec
from psycopg.rows import class_row

from parley.storage.database import Connection, Database, notify

MOST_ATTEMPTS = 5
_encode = msgspec.json.Encoder().encode

# A business account's own reports name no number; the ids of numbers and accounts never coincide in the platform.
NUMBERS = """
SELECT number_id, tenant_id FROM directory_numbers()
UNION
SELECT account_id, tenant_id FROM directory_numbers()
"""
PROVIDER = "SELECT tenant_id FROM directory_tenants() WHERE kind = 'provider' ORDER BY tenant_id LIMIT 1"
# One document for all rows, and the notice in the same statement: the hot path has one trip to the server for both.
INSERT = """
WITH kept AS (
    INSERT INTO inbox_event (tenant_id, number_id, kind, dedup_key, lane, payload, received_at, state, reason)
    SELECT %(tenant_id)s, number_id, kind, dedup_key, lane, payload, %(now)s, %(state)s, %(reason)s
      FROM json_to_recordset(%(rows)s::json)
        AS event (number_id text, kind text, dedup_key text, lane text, payload jsonb)
    ON CONFLICT (tenant_id, dedup_key) DO NOTHING
)
SELECT pg_notify('parley_inbox', %(tenant_id)s::text) WHERE %(state)s = 'pending'
"""
# What came to a number after that event: reports of our own messages, echoes of a colleague's phone and what is told of
# before are not received. Never further back than 5,000 events: whoever looks for the first time in a long while wants
# the last second only, and a planner without figures would read and sort all that came since.
ARRIVED = """
SELECT number_id,
       count(*) FILTER (WHERE kind = 'message' AND received_at > %(now)s - interval '1 second'
                          AND coalesce(payload ->> 'came_as', 'standby') = 'standby'),
       max(event_id)
  FROM inbox_event
 WHERE tenant_id = %(tenant_id)s
   AND event_id > greatest(%(after)s, (SELECT max(event_id) - 5000 FROM inbox_event WHERE tenant_id = %(tenant_id)s))
 GROUP BY number_id
"""
# The oldest events whose lane no other worker holds. The lock is on the lane, so that a later event of it can not
# overtake; it lasts as long as the transaction. The events of a lane travel in an array: a join of lanes with events
# made the claim grow with everything that waited.
CLAIM = """
WITH lanes AS MATERIALIZED (
    SELECT lane, min(event_id) AS first, (array_agg(kind ORDER BY event_id))[1] = 'status' AS quick,
           array_agg(event_id) AS event_ids
      FROM (SELECT lane, event_id, kind
              FROM inbox_event
             WHERE tenant_id = %(tenant_id)s AND state = 'pending'
             ORDER BY event_id
             LIMIT %(window)s) AS oldest
     GROUP BY lane
), held AS MATERIALIZED (
    SELECT unnest(event_ids) AS event_id
      FROM ((SELECT lane, event_ids FROM lanes WHERE NOT quick ORDER BY first LIMIT %(lanes)s)
            UNION ALL
            (SELECT lane, event_ids FROM lanes WHERE quick ORDER BY first LIMIT %(status_lanes)s)) AS tried
     WHERE pg_try_advisory_xact_lock(hashtextextended(%(tenant_id)s::text || lane, 7))
     ORDER BY event_id
     LIMIT %(limit)s
)
SELECT e.event_id, e.number_id, e.kind, e.lane, e.payload, e.attempts, e.received_at
  FROM held,
       LATERAL (SELECT *
                  FROM inbox_event one
                 WHERE one.tenant_id = %(tenant_id)s AND one.event_id = held.event_id AND one.state = 'pending'
                OFFSET 0) AS e
 ORDER BY e.event_id
"""
FINISH = "UPDATE inbox_event SET state = 'done', handled_at = %s WHERE tenant_id = %s AND event_id = ANY(%s)"
FAIL = """
UPDATE inbox_event
   SET attempts = attempts + 1, reason = %s,
       state = CASE WHEN attempts + 1 >= %s THEN 'quarantined' ELSE 'pending' END
 WHERE tenant_id = %s AND event_id = %s AND state = 'pending'
"""
REWORD = """
UPDATE inbox_event SET payload = jsonb_set(payload, '{message,text,body}', to_jsonb(%s::text))
 WHERE tenant_id = %s AND dedup_key = %s AND payload #> '{message,text,body}' IS NOT NULL
"""
SET_ASIDE = """
UPDATE inbox_event SET state = 'quarantined', reason = %s, handled_at = %s
 WHERE tenant_id = %s AND event_id = %s
"""
OLDEST = "SELECT min(received_at) FROM inbox_event WHERE tenant_id = %s AND state = 'pending'"
QUARANTINED = """
SELECT event_id, number_id, kind, lane, payload, attempts, received_at, reason
  FROM inbox_event
 WHERE tenant_id = %s AND state = 'quarantined' AND event_id < %s
 ORDER BY event_id DESC
 LIMIT %s
"""
REQUEUE = """
UPDATE inbox_event SET state = 'pending', attempts = 0, reason = NULL
 WHERE tenant_id = %s AND event_id = %s AND state = 'quarantined'
"""


class NewEvent(Protocol):
    """What an event must have to be kept, see ``parley.whatsapp.webhook.Event``."""

    @property
    def number_id(self) -> str: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def dedup_key(self) -> str: ...  # noqa: D102
    @property
    def lane(self) -> str: ...  # noqa: D102
    @property
    def payload(self) -> dict[str, Any]: ...  # noqa: D102


@dataclass(frozen=True)
class InboxEvent:
    """A pending event, claimed with its lane."""

    event_id: int
    number_id: str
    kind: str
    lane: str
    payload: dict[str, Any]
    attempts: int
    received_at: datetime


@dataclass(frozen=True)
class Quarantined(InboxEvent):
    """An event that could not be handled, and why."""

    reason: str


async def directory_numbers(database: Database) -> dict[str, UUID]:
    """Which tenant each number and each business account belongs to, by the platform's ids."""
    async with database.directory() as db:
        return dict(await (await db.execute(NUMBERS)).fetchall())


async def provider_tenant(database: Database) -> UUID | None:
    """Whose quarantine keeps what belongs to no number we know."""
    async with database.directory() as db:
        row = await (await db.execute(PROVIDER)).fetchone()
        return row[0] if row else None


async def insert_events(
    db: Connection, tenant_id: UUID, events: Sequence[NewEvent], encoded: Sequence[str], now: datetime
) -> None:
    """Keep the events; those that are there already are left as they are. ``encoded``: each payload as JSON."""
    await _insert(db, tenant_id, events, encoded, now, "pending", None)


async def quarantine(
    db: Connection, tenant_id: UUID, events: Sequence[NewEvent], encoded: Sequence[str], reason: str, now: datetime
) -> None:
    """Keep events that can not be handled, with the reason."""
    await _insert(db, tenant_id, events, encoded, now, "quarantined", reason)


async def claim_lanes(
    db: Connection, tenant_id: UUID, *, lanes: int = 20, status_lanes: int = 200, limit: int = 400, window: int = 1000
) -> list[InboxEvent]:
    """Pending events of lanes that nobody else holds, oldest first.

    Of up to ``lanes`` whose next event is a message, and ``status_lanes`` whose next is a status, which is quickly
    done.
    """
    async with db.cursor(row_factory=class_row(InboxEvent)) as cursor:
        values = {
            "tenant_id": tenant_id, "lanes": lanes, "status_lanes": status_lanes, "limit": limit, "window": window
        }  # fmt: skip
        await cursor.execute(CLAIM, values)
        return await cursor.fetchall()


async def arrived(db: Connection, tenant_id: UUID, after: int, now: datetime) -> dict[str, tuple[int, int]]:
    """(messages received within the last second, last event) of each number that something came to after ``after``.

    One that commits after a later one is missed: this is for a rate, not for books.
    """
    rows = await (await db.execute(ARRIVED, {"tenant_id": tenant_id, "after": after, "now": now})).fetchall()
    return {number_id: (count, last) for number_id, count, last in rows}


async def reword(db: Connection, tenant_id: UUID, number_id: str, platform_id: str, text: str) -> None:
    """What is kept of a text message's report says this instead."""
    await db.execute(REWORD, [text, tenant_id, f"m:{number_id}:{platform_id}"])


async def finish(db: Connection, tenant_id: UUID, event_ids: list[int], now: datetime) -> None:
    """They are handled."""
    await db.execute(FINISH, [now, tenant_id, event_ids])


async def fail(db: Connection, tenant_id: UUID, event_id: int, reason: str) -> None:
    """Handling failed: it is tried again, and set aside after the fifth time."""
    await db.execute(FAIL, [reason, MOST_ATTEMPTS, tenant_id, event_id])


async def set_aside(db: Connection, tenant_id: UUID, event_id: int, reason: str, now: datetime) -> None:
    """It can not be handled: kept with its reason and shown."""
    await db.execute(SET_ASIDE, [reason, now, tenant_id, event_id])


async def oldest_pending(db: Connection, tenant_id: UUID) -> datetime | None:
    """Since when the oldest event waits."""
    row = await (await db.execute(OLDEST, [tenant_id])).fetchone()
    return row[0] if row else None


async def list_quarantined(
    db: Connection, tenant_id: UUID, before: int | None = None, limit: int = 50
) -> list[Quarantined]:
    """Newest first."""
    async with db.cursor(row_factory=class_row(Quarantined)) as cursor:
        await cursor.execute(QUARANTINED, [tenant_id, before or 1 << 62, limit])
        return await cursor.fetchall()


async def requeue(db: Connection, tenant_id: UUID, event_id: int) -> bool:
    """Try a quarantined event again. False if there is no such event."""
    cursor = await db.execute(REQUEUE, [tenant_id, event_id])
    await notify(db, "parley_inbox", str(tenant_id))
    return cursor.rowcount == 1


async def _insert(
    db: Connection,
    tenant_id: UUID,
    events: Sequence[NewEvent],
    encoded: Sequence[str],
    now: datetime,
    state: str,
    reason: str | None,
) -> None:
    values = {
        "tenant_id": tenant_id,
        "now": now,
        "state": state,
        "reason": reason,
        "rows": _encode([_row(event, payload) for event, payload in zip(events, encoded, strict=True)]).decode(),
    }
    await db.execute(INSERT, values)


def _row(event: NewEvent, payload: str) -> dict[str, Any]:
    return {
        "number_id": event.number_id,
        "kind": event.kind,
        "dedup_key": event.dedup_key,
        "lane": event.lane,
        "payload": msgspec.Raw(payload),
    }
