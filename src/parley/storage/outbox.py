"""What is to be sent: written in the transaction of the change that caused it, claimed by the sender."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.rows import class_row

from parley.storage.database import Connection, notify

PUT = """
INSERT INTO outbox (tenant_id, message_id, number_id, contact_id, owner_version, kind, due_at, confirms_opt_out,
                    state, written_at)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (tenant_id, message_id) DO NOTHING
"""
COLUMNS = """o.tenant_id, o.message_id, o.number_id, o.contact_id, o.owner_version, o.kind, o.attempts,
       o.confirms_opt_out, o.released, o.written_at, o.claimed_at, m.conversation_id, m.content, m.author_kind,
       m.author_id, m.reply_to, m.platform_id"""
# One row for a message of the customer: blue ticks first, then that somebody writes, as often as asked.
SHOW_TYPING = """
INSERT INTO outbox (tenant_id, message_id, number_id, contact_id, kind, due_at)
VALUES (%s, %s, %s, %s, 'typing', %s)
ON CONFLICT (tenant_id, message_id) DO UPDATE
   SET kind = 'typing', due_at = excluded.due_at,
       state = CASE outbox.state WHEN 'sending' THEN 'sending' ELSE 'pending' END
"""
# Somebody began to write while the blue ticks were on the wire: that leaves after them.
TYPE_AFTER = """
UPDATE outbox SET state = 'pending'
 WHERE tenant_id = %s AND message_id = ANY(%s) AND kind = 'typing' AND state = 'sent'
"""
# Rows of one conversation leave in order: a later one waits while an earlier one is pending or on the wire.
# A subquery with a limit, and the messages joined afterwards: the planner then walks the index from the oldest row and
# stops at the limit, however many wait. A join with all that wait grew with their number.
CLAIM = f"""
WITH o AS MATERIALIZED (
    SELECT *
      FROM outbox waiting
     WHERE tenant_id = %(tenant_id)s AND number_id = %(number_id)s AND state = 'pending' AND due_at <= %(now)s
       AND (SELECT true
              FROM outbox earlier
             WHERE earlier.tenant_id = waiting.tenant_id AND earlier.number_id = waiting.number_id
               AND earlier.contact_id = waiting.contact_id AND earlier.state IN ('pending', 'sending')
               AND earlier.position < waiting.position AND earlier.kind = 'message'
             LIMIT 1) IS NULL
     ORDER BY position
     LIMIT %(limit)s
       FOR UPDATE SKIP LOCKED
)
SELECT {COLUMNS}
  FROM o
  JOIN message m ON m.tenant_id = o.tenant_id AND m.message_id = o.message_id
 ORDER BY o.position
"""
# A look at each number's oldest rows, instead of at all that wait.
WAITING_NUMBERS = """
SELECT n.number_id, n.held_times > 0
  FROM number n
 WHERE n.tenant_id = %(tenant_id)s AND (n.held_until IS NULL OR n.held_until <= %(now)s)
   AND (SELECT true
          FROM outbox o
         WHERE o.tenant_id = n.tenant_id AND o.number_id = n.number_id AND o.state = 'pending' AND o.due_at <= %(now)s
         LIMIT 1)
"""
LOCK = """
SELECT 1 FROM outbox WHERE tenant_id = %s AND message_id = ANY(%s) ORDER BY message_id FOR UPDATE
"""
MARK_SENDING = """
UPDATE outbox SET state = 'sending', attempts = attempts + 1, claimed_at = %s
 WHERE tenant_id = %s AND message_id = ANY(%s)
"""
FINISH = (
    "UPDATE outbox SET state = %s WHERE tenant_id = %s AND message_id = ANY(%s) AND state IN ('pending', 'sending')"
)
# Blue ticks are no message, so no rule is asked about them; a Client that may say nothing shows none either.
SILENCE = """
UPDATE outbox o SET state = 'refused'
  FROM tenant t
 WHERE o.tenant_id = %s AND o.message_id = ANY(%s) AND o.kind <> 'message'
   AND t.tenant_id = o.tenant_id AND t.status <> 'active'
RETURNING o.message_id
"""
# Of a message that waits for a person: it is let go, under the names of the rules whose hold is lifted, or it ends.
RELEASE = """
UPDATE outbox SET state = 'pending', due_at = %s, released = ARRAY(SELECT DISTINCT unnest(released || %s::text[]))
 WHERE tenant_id = %s AND message_id = %s AND state = 'held'
"""
END_HELD = "UPDATE outbox SET state = 'refused' WHERE tenant_id = %s AND message_id = %s AND state = 'held'"
POSTPONE = """
UPDATE outbox SET state = 'pending', due_at = %s
 WHERE tenant_id = %s AND message_id = %s AND state = 'sending'
"""
# Their sender died, or its answer never came. Nobody knows whether the platform has them.
UNCERTAIN = f"""
SELECT {COLUMNS}
  FROM outbox o
  JOIN message m ON m.tenant_id = o.tenant_id AND m.message_id = o.message_id
 WHERE o.tenant_id = %s AND o.state = 'sending' AND o.claimed_at < %s
 LIMIT 500
   FOR UPDATE OF o SKIP LOCKED
"""
# A message of the same number that went to the wire later and of which a status has come: the platform's reports
# reach us, so one that is missing was never sent.
REPORTED_SINCE = """
SELECT EXISTS (
    SELECT 1
      FROM outbox o
      JOIN message m ON m.tenant_id = o.tenant_id AND m.message_id = o.message_id
     WHERE o.tenant_id = %s AND o.number_id = %s AND o.claimed_at > %s AND o.state = 'sent'
       AND m.status IN ('sent', 'delivered', 'read'))
"""


@dataclass(frozen=True)
class Waiting:
    """A row of the outbox with its message. A row of kind 'read' names a message of the customer."""

    tenant_id: UUID
    message_id: UUID
    number_id: str
    contact_id: UUID | None
    owner_version: int | None
    kind: str
    attempts: int
    confirms_opt_out: bool
    released: list[str]
    written_at: datetime | None
    claimed_at: datetime | None
    conversation_id: UUID
    content: dict[str, Any]
    author_kind: str
    author_id: UUID | None
    reply_to: str | None
    platform_id: str | None


async def put(
    db: Connection,
    tenant_id: UUID,
    message_id: UUID,
    *,
    number_id: str,
    contact_id: UUID,
    now: datetime,
    owner_version: int | None = None,
    kind: str = "message",
    confirms_opt_out: bool = False,
    held: bool = False,
    written_at: datetime | None = None,
) -> None:
    """Queue a message to be sent; the sender is told when this transaction commits. ``held``: it waits for a person.

    ``written_at``: when its author wrote it, where that was before it could be queued.
    """
    state = "held" if held else "pending"
    values = [
        tenant_id,
        message_id,
        number_id,
        contact_id,
        owner_version,
        kind,
        now,
        confirms_opt_out,
        state,
        written_at,
    ]
    await db.execute(PUT, values)
    await notify(db, "parley_outbox", str(tenant_id))


async def show_typing(
    db: Connection, tenant_id: UUID, message_id: UUID, *, number_id: str, contact_id: UUID, now: datetime
) -> None:
    """Have the platform show that somebody writes, below that message of the customer."""
    await db.execute(SHOW_TYPING, [tenant_id, message_id, number_id, contact_id, now])
    await notify(db, "parley_outbox", str(tenant_id))


async def waiting_numbers(db: Connection, tenant_id: UUID, now: datetime) -> dict[str, bool]:
    """Numbers that have something to send and are not held; true for those that may try one message only."""
    rows = await (await db.execute(WAITING_NUMBERS, {"tenant_id": tenant_id, "now": now})).fetchall()
    return dict(rows)


async def claim(db: Connection, tenant_id: UUID, number_id: str, now: datetime, limit: int) -> list[Waiting]:
    """Rows to send now, one for each conversation, locked; rows another sender holds are skipped."""
    async with db.cursor(row_factory=class_row(Waiting)) as cursor:
        values = {"tenant_id": tenant_id, "number_id": number_id, "now": now, "limit": limit}
        await cursor.execute(CLAIM, values)
        return await cursor.fetchall()


async def lock(db: Connection, tenant_id: UUID, message_ids: list[UUID]) -> None:
    """Before the fate of several messages is written: always in this order, so that two who write never block."""
    if message_ids:
        await db.execute(LOCK, [tenant_id, message_ids])


async def mark_sending(db: Connection, tenant_id: UUID, message_ids: list[UUID], now: datetime) -> None:
    """From here on a crash leaves it uncertain whether the platform has them."""
    await db.execute(MARK_SENDING, [now, tenant_id, message_ids])


async def finish(db: Connection, tenant_id: UUID, message_ids: list[UUID], state: str) -> None:
    """``state``: sent, refused, failed or held."""
    await db.execute(FINISH, [state, tenant_id, message_ids])


async def show_typing_after(db: Connection, tenant_id: UUID, message_ids: list[UUID]) -> None:
    """Of blue ticks that have left: those during which somebody began to write are not done yet."""
    await db.execute(TYPE_AFTER, [tenant_id, message_ids])


async def silence(db: Connection, tenant_id: UUID, message_ids: list[UUID]) -> frozenset[UUID]:
    """Of those the blue ticks that a Client without good standing may not show; they end here."""
    cursor = await db.execute(SILENCE, [tenant_id, message_ids])
    return frozenset([row[0] async for row in cursor])


async def release(db: Connection, tenant_id: UUID, message_id: UUID, rules: list[str], now: datetime) -> bool:
    """A person has lifted the hold of those rules: the sender has it next. False if it waits no more."""
    cursor = await db.execute(RELEASE, [now, rules, tenant_id, message_id])
    await notify(db, "parley_outbox", str(tenant_id))
    return cursor.rowcount == 1


async def end_held(db: Connection, tenant_id: UUID, message_id: UUID) -> bool:
    """A person, or the deadline, has ended it. False if it waits no more."""
    return (await db.execute(END_HELD, [tenant_id, message_id])).rowcount == 1


async def postpone(db: Connection, tenant_id: UUID, message_id: UUID, until: datetime) -> None:
    """The platform certainly does not have it: try again then."""
    await db.execute(POSTPONE, [until, tenant_id, message_id])


async def uncertain(db: Connection, tenant_id: UUID, claimed_before: datetime) -> list[Waiting]:
    """Rows on the wire since before that time, without a result."""
    async with db.cursor(row_factory=class_row(Waiting)) as cursor:
        await cursor.execute(UNCERTAIN, [tenant_id, claimed_before])
        return await cursor.fetchall()


async def reported_since(db: Connection, tenant_id: UUID, number_id: str, since: datetime) -> bool:
    """Whether a status has come of a message that went to the wire after that time."""
    row = await (await db.execute(REPORTED_SINCE, [tenant_id, number_id, since])).fetchone()
    return bool(row and row[0])
