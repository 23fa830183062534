"""What arrived, for the accounts (C5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from psycopg.rows import class_row

from parley.core.accounting import Delivery
from parley.storage.database import Connection

BOOK = """
INSERT INTO delivery (tenant_id, message_id, number_id, contact_id, market, category, window_open, at, reported, model)
SELECT m.tenant_id, m.message_id, c.number_id, c.contact_id, told.market,
       CASE WHEN m.type = 'template' THEN coalesce(m.content ->> 'category', 'utility') ELSE 'service' END,
       coalesce(c.window_expires_at > told.at, false), told.at, told.reported, told.model
  FROM unnest(%(ids)s::uuid[], %(markets)s::text[], %(times)s::timestamptz[], %(reported)s::text[],
              %(models)s::text[]) AS told (message_id, market, at, reported, model)
  JOIN message m ON m.tenant_id = %(tenant_id)s AND m.message_id = told.message_id
  JOIN conversation c ON c.tenant_id = m.tenant_id AND c.conversation_id = m.conversation_id
 WHERE m.direction = 'out'
 ORDER BY m.message_id
    ON CONFLICT (tenant_id, message_id) DO UPDATE
   SET at = least(delivery.at, excluded.at),
       reported = coalesce(nullif(delivery.reported, ''), excluded.reported),
       model = coalesce(nullif(delivery.model, ''), excluded.model)
"""
BETWEEN = """
SELECT message_id::text, number_id, contact_id::text, market, category, at, window_open, reported
  FROM delivery
 WHERE tenant_id = %s AND at >= %s AND at < %s
 ORDER BY at
 LIMIT %s
"""


@dataclass(frozen=True)
class Arrival:
    """One report of an arrival."""

    message_id: UUID
    market: str
    at: datetime
    reported: str = ""
    model: str = ""


async def book(db: Connection, tenant_id: UUID, arrivals: Sequence[Arrival]) -> None:
    """Once a message, with the earliest time; what the platform said of its price may come with any of its reports."""
    earliest: dict[UUID, Arrival] = {}
    for each in arrivals:
        known = earliest.get(each.message_id)
        if known is None or each.at < known.at or (each.reported and not known.reported):
            at = min(each.at, known.at) if known else each.at
            said = known if known and known.reported else each
            earliest[each.message_id] = Arrival(each.message_id, each.market, at, said.reported, said.model)
    if earliest:
        values = {
            "tenant_id": tenant_id,
            "ids": list(earliest),
            "markets": [each.market for each in earliest.values()],
            "times": [each.at for each in earliest.values()],
            "reported": [each.reported for each in earliest.values()],
            "models": [each.model for each in earliest.values()],
        }
        await db.execute(BOOK, values)


async def between(db: Connection, tenant_id: UUID, since: datetime, until: datetime, most: int) -> list[Delivery]:
    """What arrived in that time, the earliest first."""
    async with db.cursor(row_factory=class_row(Delivery)) as cursor:
        await cursor.execute(BETWEEN, [tenant_id, since, until, most])
        return await cursor.fetchall()
