"""Conversations that the router offers to the caller."""

from uuid import UUID

from fastapi import APIRouter

from parley.actions.accept_offer import accept_offer
from parley.actions.refuse_offer import refuse_offer
from parley.api import reading
from parley.api.identity import DeskCaller, TheClock, Transaction
from parley.api.models.conversation import ConversationRow, Detail, Nothing, Offer, Offers
from parley.api.models.message import line_of
from parley.storage import lists
from parley.storage.lists import Listed, Words

router = APIRouter(prefix="/offers", tags=["offers"])


@router.get("")
async def index(caller: DeskCaller, db: Transaction) -> Offers:
    """What is offered to the caller now."""
    found = await lists.offered_to(db, caller.tenant_id, caller.account_id)
    words = await lists.last_words(db, caller.tenant_id, [listed.conversation_id for listed in found]) if found else []
    return Offers(items=[_offer(listed, words) for listed in found])


@router.post("/{offer_id}/acceptance")
async def create_acceptance(
    offer_id: UUID, caller: DeskCaller, db: Transaction, clock: TheClock, body: Nothing | None = None
) -> Detail:
    """Take it."""
    accepted = await accept_offer(db, caller.tenant_id, offer_id, account_id=caller.account_id, now=clock.now())
    return await reading.detail(db, caller, accepted.conversation_id)


@router.post("/{offer_id}/refusal", status_code=204)
async def create_refusal(
    offer_id: UUID, caller: DeskCaller, db: Transaction, clock: TheClock, body: Nothing | None = None
) -> None:
    """Pass on it: it goes to somebody else."""
    await refuse_offer(db, caller.tenant_id, offer_id, account_id=caller.account_id, now=clock.now())


def _offer(listed: Listed, words: list[Words]) -> Offer:
    said = [each for each in words if each.conversation_id == listed.conversation_id]
    return Offer.model_validate(
        {
            "offer_id": listed.offer_id,
            "conversation": ConversationRow.of(listed),
            "customer_said": [{"text": line_of(each.content), "at": each.at} for each in said],
            "reason": listed.offer_reason,
            "offered_at": listed.offered_at,
            "expires_at": listed.offer_expires_at,
        }
    )
