"""Take a conversation that was offered."""

from datetime import datetime
from uuid import UUID

from parley.actions.moving import Actor, make_move
from parley.core.conversation import Conversation
from parley.core.errors import AlreadyTaken, NotFound
from parley.storage import accounts, conversations, offers
from parley.storage.database import Connection
from parley.storage.offers import KeptOffer


async def accept_offer(
    db: Connection, tenant_id: UUID, offer_id: UUID, *, account_id: UUID, now: datetime
) -> Conversation:
    """Accepting twice gives the same conversation. Raises NotFound for other people's offers, and AlreadyTaken."""
    offer, conversation = await lock_offer(db, tenant_id, offer_id, account_id)
    if offer.outcome == "open":
        actor, data = Actor("agent", account_id), {"offer_id": str(offer_id)}
        return await make_move(db, conversation, "accept", actor=actor, to=account_id, data=data, now=now)
    if conversation.owner_id == account_id:
        return conversation
    owner = conversation.owner_id
    if owner is None:
        error = AlreadyTaken("")
        error.message, error.next_step = "The offer has ended.", "Take the conversation from the queue if it is there."
        raise error
    raise AlreadyTaken((await accounts.names(db, tenant_id, [owner])).get(owner, ""))


async def lock_offer(
    db: Connection, tenant_id: UUID, offer_id: UUID, account_id: UUID
) -> tuple[KeptOffer, Conversation]:
    """The offer as it is once its conversation is locked. Raises NotFound if it is not this person's."""
    offer = await offers.get(db, tenant_id, offer_id)
    if offer.account_id != account_id:
        raise NotFound("offer")
    conversation = await conversations.lock(db, tenant_id, offer.conversation_id)
    return await offers.get(db, tenant_id, offer_id), conversation
