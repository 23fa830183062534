"""What a message that arrived was charged, by WhatsApp's own word and the card in force then (C5). Booked once."""

from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

from parley.core.pricing.cards import Model
from parley.core.pricing.price import Charged, priced
from parley.core.pricing.totals import volume_key
from parley.storage import price_cards, prices
from parley.storage.database import Connection
from parley.storage.prices import Reported

WITHIN = "within_conversation"


async def book_prices(db: Connection, tenant_id: UUID, message_ids: Sequence[UUID]) -> None:
    """Of those whose price WhatsApp has named. What is free for a reason of WhatsApp's is booked with nothing."""
    if not message_ids:
        return
    for reported in await prices.to_book(db, tenant_id, message_ids):
        if reported.kind == "regular":
            await _book_charge(db, tenant_id, reported)
        else:
            await _book_free(db, tenant_id, reported, reported.kind)


async def _book_charge(db: Connection, tenant_id: UUID, reported: Reported) -> None:
    model: Model = "conversation" if reported.model == "CBP" else "message"
    if model == "conversation" and await prices.is_paid(db, tenant_id, reported):
        await _book_free(db, tenant_id, reported, WITHIN)
        return
    card = await price_cards.in_force(db, tenant_id, reported.number_id, model, reported.at)
    market, category = volume_key(reported.country, reported.category, card)
    nth = await prices.count_one(db, tenant_id, reported.at, market, category)
    price = priced(reported.country, reported.category, card, nth)
    charged = price if isinstance(price, Charged) else None
    await prices.book(
        db,
        tenant_id,
        reported,
        kind="regular",
        market=market,
        nth=nth,
        amount=charged.amount if charged else None,
        currency=charged.card.currency if charged else "",
    )


async def _book_free(db: Connection, tenant_id: UUID, reported: Reported, kind: str) -> None:
    await prices.book(
        db, tenant_id, reported, kind=kind, market=reported.country, nth=0, amount=Decimal(0), currency=""
    )
