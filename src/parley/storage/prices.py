"""What a price depends on, what was foretold of a message, and what it was charged."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from psycopg.rows import class_row

from parley.storage.database import Connection

# Since the last message that came by an advertisement: when that was, and our first answer to it.
FREE_ENTRY = """
SELECT came.at, answered.at
  FROM (SELECT m.at
          FROM message m
          JOIN conversation c ON c.tenant_id = m.tenant_id AND c.conversation_id = m.conversation_id
         WHERE c.tenant_id = %(tenant_id)s AND c.number_id = %(number_id)s AND c.contact_id = %(contact_id)s
           AND m.direction = 'in' AND m.context ? 'ad' AND m.at > %(since)s
         ORDER BY m.at DESC
         LIMIT 1) AS came
  LEFT JOIN LATERAL (
        SELECT min(m.at) AS at
          FROM message m
          JOIN conversation c ON c.tenant_id = m.tenant_id AND c.conversation_id = m.conversation_id
         WHERE c.tenant_id = %(tenant_id)s AND c.number_id = %(number_id)s AND c.contact_id = %(contact_id)s
           AND m.direction = 'out' AND m.at >= came.at AND m.status NOT IN ('refused', 'failed', 'held')
       ) AS answered ON true
"""
VOLUME = """
SELECT v.charged
  FROM price_volume v
  JOIN tenant t ON t.tenant_id = v.tenant_id
 WHERE v.tenant_id = %s AND v.month = to_char(%s::timestamptz AT TIME ZONE t.timezone, 'YYYY-MM')
   AND v.market = %s AND v.category = %s
"""
# One row a kind: two processes that book at once wait for each other here, and neither loses count.
COUNT = """
INSERT INTO price_volume (tenant_id, month, market, category, charged)
SELECT t.tenant_id, to_char(%(at)s::timestamptz AT TIME ZONE t.timezone, 'YYYY-MM'), %(market)s, %(category)s, 1
  FROM tenant t WHERE t.tenant_id = %(tenant_id)s
    ON CONFLICT (tenant_id, month, market, category) DO UPDATE SET charged = price_volume.charged + 1
RETURNING charged
"""
FORETELL = """
INSERT INTO price_foretold (tenant_id, message_id, kind, category, amount, currency, at)
VALUES (%s, %s, %s, %s, %s, %s, %s)
    ON CONFLICT (tenant_id, message_id) DO NOTHING
"""
# What WhatsApp has named a price of and was not booked yet. Free answers are counted from the deliveries alone.
TO_BOOK = """
SELECT d.message_id, d.number_id, d.contact_id, d.market AS country, d.at, d.model,
       split_part(d.reported, '/', 1) AS kind, split_part(d.reported, '/', 2) AS category
  FROM delivery d
 WHERE d.tenant_id = %s AND d.message_id = ANY(%s) AND d.reported <> ''
   AND (d.category <> 'service' OR d.reported LIKE 'regular/%%')
   AND NOT EXISTS (SELECT 1 FROM price_booking b WHERE b.tenant_id = d.tenant_id AND b.message_id = d.message_id)
 ORDER BY d.at, d.message_id
   FOR UPDATE OF d
"""
# By conversation, the first message of a category pays for a day.
PAID = """
SELECT 1
  FROM price_booking b
  JOIN delivery d ON d.tenant_id = b.tenant_id AND d.message_id = b.message_id
 WHERE d.tenant_id = %(tenant_id)s AND d.number_id = %(number_id)s AND d.contact_id = %(contact_id)s
   AND d.model = 'CBP' AND b.kind = 'regular' AND b.category = %(category)s
   AND d.at <= %(at)s AND d.at > %(at)s::timestamptz - interval '24 hours'
 LIMIT 1
"""
BOOK = """
INSERT INTO price_booking (tenant_id, message_id, kind, category, market, nth, amount, currency, at)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)
    ON CONFLICT (tenant_id, message_id) DO NOTHING
"""


@dataclass(frozen=True)
class Reported:
    """An arrival with WhatsApp's word on its price. ``model``: PMP, CBP, or '' where it did not say."""

    message_id: UUID
    number_id: str
    contact_id: UUID
    country: str
    at: datetime
    model: str
    kind: str
    category: str


async def free_entry(
    db: Connection, tenant_id: UUID, number_id: str, contact_id: UUID, since: datetime
) -> tuple[datetime | None, datetime | None]:
    """When the person last came by an advertisement, after ``since``, and when we first answered that."""
    values = {"tenant_id": tenant_id, "number_id": number_id, "contact_id": contact_id, "since": since}
    row = await (await db.execute(FREE_ENTRY, values)).fetchone()
    return (row[0], row[1]) if row else (None, None)


async def volume(db: Connection, tenant_id: UUID, at: datetime, market: str, category: str) -> int:
    """How many charged ones of that kind the month of that time has had."""
    row = await (await db.execute(VOLUME, [tenant_id, at, market, category])).fetchone()
    return int(row[0]) if row else 0


async def count_one(db: Connection, tenant_id: UUID, at: datetime, market: str, category: str) -> int:
    """One more. Answers how many it makes."""
    values = {"tenant_id": tenant_id, "at": at, "market": market, "category": category}
    row = await (await db.execute(COUNT, values)).fetchone()
    return int(row[0]) if row else 1


async def keep_foretold(
    db: Connection,
    tenant_id: UUID,
    message_id: UUID,
    *,
    kind: str,
    category: str,
    amount: Decimal | None,
    currency: str,
    now: datetime,
) -> None:
    """Once a message."""
    await db.execute(FORETELL, [tenant_id, message_id, kind, category, amount, currency, now])


async def to_book(db: Connection, tenant_id: UUID, message_ids: Sequence[UUID]) -> list[Reported]:
    """Those of the messages whose price WhatsApp has named, and that are not booked yet, locked; the earliest first."""
    async with db.cursor(row_factory=class_row(Reported)) as cursor:
        await cursor.execute(TO_BOOK, [tenant_id, list(message_ids)])
        return await cursor.fetchall()


async def is_paid(db: Connection, tenant_id: UUID, reported: Reported) -> bool:
    """Whether the conversation that it belongs to was charged already, in the older model."""
    return await (await db.execute(PAID, {"tenant_id": tenant_id} | vars(reported))).fetchone() is not None


async def book(
    db: Connection,
    tenant_id: UUID,
    reported: Reported,
    *,
    kind: str,
    market: str,
    nth: int,
    amount: Decimal | None,
    currency: str,
) -> None:
    """Once a message."""
    values = [tenant_id, reported.message_id, kind, reported.category, market, nth, amount, currency, reported.at]
    await db.execute(BOOK, values)
