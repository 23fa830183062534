"""The rate cards of a Client's business accounts."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from psycopg.rows import dict_row

from parley.core.pricing.cards import Card, Model, Rate
from parley.storage.database import Connection

TAKE_OUT = "DELETE FROM price_card WHERE tenant_id = %s AND account_id = %s AND model = %s AND valid_from = %s"
INSERT = """
INSERT INTO price_card (tenant_id, card_id, account_id, model, currency, valid_from, name, example, imported_at)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)
"""
INSERT_RATES = """
INSERT INTO price_rate (tenant_id, card_id, market, category, low, high, amount)
SELECT %s, %s, * FROM unnest(%s::text[], %s::text[], %s::int[], %s::int[], %s::numeric[])
"""
COLUMNS = """c.name, c.model, c.currency, c.valid_from, c.example, c.account_id,
       coalesce((SELECT jsonb_agg(jsonb_build_array(r.market, r.category, r.amount::text, r.low, r.high) ORDER BY r.low)
                   FROM price_rate r WHERE r.tenant_id = c.tenant_id AND r.card_id = c.card_id), '[]') AS rates"""
ALL = f"SELECT {COLUMNS} FROM price_card c WHERE c.tenant_id = %s ORDER BY c.account_id, c.model, c.valid_from"
# Days are those of the tenant's time zone. A whole card is replaced by the next one.
IN_FORCE = f"""
SELECT {COLUMNS}
  FROM price_card c
  JOIN tenant t ON t.tenant_id = c.tenant_id
  JOIN number n ON n.tenant_id = c.tenant_id AND n.account_id = c.account_id
 WHERE c.tenant_id = %s AND n.number_id = %s AND c.model = %s
   AND c.valid_from <= (%s::timestamptz AT TIME ZONE t.timezone)::date
 ORDER BY c.valid_from DESC
 LIMIT 1
"""
ACCOUNTS = "SELECT number_id, account_id FROM number WHERE tenant_id = %s ORDER BY number_id"


async def save(db: Connection, tenant_id: UUID, account_id: str, cards: Sequence[Card], now: datetime) -> None:
    """Keep them; one of the same account, model and first day is replaced."""
    for card in cards:
        card_id = uuid4()
        await db.execute(TAKE_OUT, [tenant_id, account_id, card.model, card.valid_from])
        about = [tenant_id, card_id, account_id, card.model, card.currency, card.valid_from, card.name, card.example]
        await db.execute(INSERT, [*about, now])
        columns = [
            [getattr(rate, name) for rate in card.rates] for name in ("market", "category", "low", "high", "amount")
        ]
        await db.execute(INSERT_RATES, [tenant_id, card_id, *columns])


async def in_force(db: Connection, tenant_id: UUID, number_id: str, model: Model, at: datetime) -> Card | None:
    """The card by which a message of that number is charged at that time."""
    async with db.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(IN_FORCE, [tenant_id, number_id, model, at])
        row = await cursor.fetchone()
    return _card(row)[1] if row else None


async def list_all(db: Connection, tenant_id: UUID) -> list[tuple[str, Card]]:
    """(business account, card), the earliest first."""
    async with db.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(ALL, [tenant_id])
        return [_card(row) for row in await cursor.fetchall()]


async def accounts(db: Connection, tenant_id: UUID) -> dict[str, str]:
    """The Client's numbers, each with its business account."""
    return {row[0]: row[1] for row in await (await db.execute(ACCOUNTS, [tenant_id])).fetchall()}


def _card(row: dict[str, Any]) -> tuple[str, Card]:
    rates = tuple(
        Rate(market, category, Decimal(amount), low, high) for market, category, amount, low, high in row["rates"]
    )
    card = Card(row["name"], row["model"], row["currency"], row["valid_from"], rates, row["example"])
    return row["account_id"], card
