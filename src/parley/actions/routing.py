"""Offer the conversations that wait to the people who can take them, and take back what nobody answered."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from parley.actions.moving import SYSTEM, make_move
from parley.core.conversation import Conversation
from parley.core.routing import Agent, Hold, Need, Offer, choose
from parley.storage import conversations, offers
from parley.storage.database import Connection

LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(%s::text, 13))"


async def route_waiting(db: Connection, tenant_id: UUID, now: datetime, wall: datetime, offer_for: timedelta) -> int:
    """Make every offer that can be made now, longest wait first. Returns how many.

    One router at a time for each tenant, so that two do not fill the same person.
    """
    await db.execute(LOCK, [tenant_id])
    people = await offers.people(db, tenant_id, now, wall)
    if not people:
        return 0
    queued = await conversations.lock_queued(db, tenant_id)
    made = 0
    for conversation, need in zip(queued, await offers.needs(db, tenant_id, queued, now), strict=True):
        chosen = choose(need, people, now)
        if isinstance(chosen, Hold):
            continue
        await _offer(db, conversation, need, chosen, now, offer_for)
        people = [_busier(agent, chosen, now) for agent in people]
        made += 1
    return made


async def _offer(
    db: Connection, conversation: Conversation, need: Need, chosen: Offer, now: datetime, offer_for: timedelta
) -> None:
    offer_id, expires_at = uuid4(), now + offer_for
    await offers.insert(db, conversation.tenant_id, offer_id, need, chosen, now, expires_at)
    data = {"offer_id": str(offer_id), "to": str(chosen.account_id), "reason": chosen.reason}
    await make_move(db, conversation, "offer", actor=SYSTEM, due_at=expires_at, data=data, now=now)


def _busier(agent: Agent, chosen: Offer, now: datetime) -> Agent:
    if agent.account_id != chosen.account_id:
        return agent
    return replace(agent, open_conversations=agent.open_conversations + 1, last_assigned_at=now)
