"""A Client's month by WhatsApp's own totals: where it counts or charges otherwise than was booked (C5)."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from parley.actions.compare_totals import compare_totals
from parley.api.identity import ProviderCaller, TheDatabase
from parley.api.models.price_total import ComparedOut, TotalsOut, TroubleOut
from parley.api.provider.client import client_of
from parley.core.pricing.months import MONTH
from parley.core.pricing.total_words import sentence_of, summary_of

router = APIRouter(prefix="/price-totals")


@router.get("")
async def show(
    caller: ProviderCaller,
    database: TheDatabase,
    tenant_id: UUID,
    month: Annotated[str, Query(pattern=f"^{MONTH}$", description="Such as 2026-11, in UTC.")],
) -> TotalsOut:
    """Each country, category and kind that either side counts, over the days that WhatsApp was asked about."""
    tenant = await client_of(database, caller, tenant_id)
    async with database.transaction(tenant) as db:
        totals = await compare_totals(db, tenant, month)
    return TotalsOut(
        month=totals.month,
        days=totals.days,
        last=totals.last,
        sentence=summary_of(totals),
        differing=len(totals.differing),
        lines=[ComparedOut.model_validate({**vars(line), "sentence": sentence_of(line)}) for line in totals.lines],
        troubles=[TroubleOut.model_validate(each) for each in totals.troubles],
    )
