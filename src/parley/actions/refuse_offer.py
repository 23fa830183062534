"""Pass on a conversation that was offered: it goes to somebody else."""

from datetime import datetime
from uuid import UUID

from parley.actions.accept_offer import lock_offer
from parley.actions.moving import Actor, make_move
from parley.storage.database import Connection


async def refuse_offer(db: Connection, tenant_id: UUID, offer_id: UUID, *, account_id: UUID, now: datetime) -> None:
    """An offer that has ended already stays as it ended."""
    offer, conversation = await lock_offer(db, tenant_id, offer_id, account_id)
    if offer.outcome != "open":
        return
    actor, data = Actor("agent", account_id), {"offer_id": str(offer_id), "reason": "declined"}
    await make_move(db, conversation, "withdraw", actor=actor, offer_outcome="declined", data=data, now=now)
