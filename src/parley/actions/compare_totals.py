"""A month's bookings beside what WhatsApp itself counts and charges (C5)."""

from datetime import date
from uuid import UUID

from parley.core.pricing.whatsapp_totals import Totals, compared
from parley.storage import price_totals
from parley.storage.database import Connection


async def compare_totals(db: Connection, tenant_id: UUID, month: str) -> Totals:
    """``month``: such as 2026-11, of WhatsApp's days, which are those of UTC."""
    year, number = (int(part) for part in month.split("-"))
    first, after = date(year, number, 1), date(year + number // 12, number % 12 + 1, 1)
    asked, last = await price_totals.days(db, tenant_id, first, after)
    ours = await price_totals.ours(db, tenant_id, first, after)
    theirs = await price_totals.theirs(db, tenant_id, first, after)
    troubles = await price_totals.troubles(db, tenant_id)
    return Totals(month, asked, last, compared(ours, theirs), tuple(troubles))
