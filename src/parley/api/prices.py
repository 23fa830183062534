"""What a message would cost if it were sent now (C1, C6)."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from parley.actions.foretell_price import price_now
from parley.api.identity import DeskCaller, TheClock, Transaction
from parley.api.models.price import CardOut, Outcome, PriceOut
from parley.core.pricing.price import Charged, Free, NotSendable, Price, Sending, Unpriced
from parley.core.pricing.words import sentence_of
from parley.storage import conversations

router = APIRouter(prefix="/conversations/{conversation_id}/price", tags=["messages"])


@router.get("")
async def show(
    conversation_id: UUID,
    caller: DeskCaller,
    db: Transaction,
    clock: TheClock,
    template: Annotated[str, Query(max_length=512, description="Its name; without one, of free text.")] = "",
    language: Annotated[str, Query(max_length=20)] = "",
) -> PriceOut:
    """Of a template to this customer, or of free text; nothing is kept."""
    conversation = await conversations.get(db, caller.tenant_id, conversation_id)
    sending, price = await price_now(db, conversation, template, language, clock.now())
    return _shown(sending, price)


def _shown(sending: Sending, price: Price) -> PriceOut:
    outcome, reason = _outcome(price)
    charged = price if isinstance(price, Charged) else None
    return PriceOut(
        outcome=outcome,
        reason=reason,
        sentence=sentence_of(price, sending.category),
        category=sending.category,
        country=sending.country,
        market=charged.rate.market if charged else "",
        amount=charged.amount if charged else None,
        currency=charged.card.currency if charged else "",
        nth=charged.nth if charged else 0,
        card=CardOut.model_validate(charged.card) if charged else None,
    )


def _outcome(price: Price) -> tuple[Outcome, str]:
    match price:
        case Free(because=because):
            return "free", because
        case Unpriced(because=because):
            return "unpriced", because
        case NotSendable():
            return "not_sendable", "window_closed"
        case Charged():
            return "charged", "template"
