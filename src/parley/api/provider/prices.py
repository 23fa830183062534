"""What a Client's messages cost in a month, by both models, and where WhatsApp's word differs (C1, C5, C6)."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from parley.actions.sum_month import sum_month
from parley.api.identity import ProviderCaller, TheDatabase
from parley.api.models.price import CardOut, MonthOut
from parley.api.provider.client import client_of
from parley.core.pricing.months import MONTH
from parley.storage import price_cards

router = APIRouter(prefix="/prices")


@router.get("")
async def show(
    caller: ProviderCaller,
    database: TheDatabase,
    tenant_id: UUID,
    month: Annotated[str, Query(pattern=f"^{MONTH}$", description="Such as 2026-11.")],
) -> MonthOut:
    """A month in the Client's time zone: counts and amounts, the differences, and the cards that were imported."""
    tenant = await client_of(database, caller, tenant_id)
    async with database.transaction(tenant) as db:
        summed = await sum_month(db, tenant, month)
        cards = await price_cards.list_all(db, tenant)
    return MonthOut.model_validate({**vars(summed), "cards": [CardOut.model_validate(card) for _, card in cards]})
