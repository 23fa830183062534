"""What a month's messages cost, by message and by conversation, beside WhatsApp's own word (C1, C5, C6)."""

from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from parley.core.pricing.cards import Card, in_force
from parley.core.pricing.months import CardAt, Month, conversation_lines, sums_of
from parley.storage import deliveries, price_cards, price_months
from parley.storage.database import Connection

MOST = 200_000
DIFFERENCES = 200
LONGEST_CONVERSATION = timedelta(hours=72)


async def sum_month(db: Connection, tenant_id: UUID, month: str) -> Month:
    """``month``: such as 2026-11, in the Client's time zone."""
    since, until = await price_months.bounds(db, tenant_id, month)
    by_message = await price_months.lines(db, tenant_id, since, until)
    arrived = await deliveries.between(db, tenant_id, since - LONGEST_CONVERSATION, until, MOST)
    by_conversation = conversation_lines(arrived, since, await _by_conversation(db, tenant_id))
    return Month(
        month=month,
        delivered=sum(line.count for line in by_message),
        complete=len(arrived) < MOST,
        by_message=tuple(by_message),
        by_conversation=tuple(by_conversation),
        sums=(*sums_of("message", by_message), *sums_of("conversation", by_conversation)),
        reconciled=await price_months.reconciled(db, tenant_id, since, until),
        differences=tuple(await price_months.differences(db, tenant_id, since, until, DIFFERENCES)),
    )


async def _by_conversation(db: Connection, tenant_id: UUID) -> CardAt:
    cards, accounts = await price_cards.list_all(db, tenant_id), await price_cards.accounts(db, tenant_id)
    zone = ZoneInfo(await price_months.timezone(db, tenant_id))

    def card_at(number_id: str, at: datetime) -> Card | None:
        of_account = [card for account, card in cards if account == accounts.get(number_id)]
        return in_force(of_account, "conversation", at.astimezone(zone).date())

    return card_at
