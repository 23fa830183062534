"""Offers of a conversation to a person, and the people they can be made to."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from psycopg.rows import class_row
from psycopg.types.json import Jsonb

from parley.core.conversation import Conversation
from parley.core.errors import NotFound
from parley.core.routing import Agent, Need, Offer
from parley.storage.database import Connection, notify

# A desk that has not been heard of for this long is closed, whatever its person's presence says.
SILENT_AFTER = timedelta(seconds=90)
# A customer who has been answered this long ago and is silent does not occupy the person any more.
BUSY_FOR = timedelta(minutes=10)
# Who passed on a conversation is asked again after this, if nobody else took it.
PASSED_FOR = timedelta(seconds=60)

PEOPLE = """
SELECT a.account_id, a.name, a.team_id, a.skills, a.languages, a.capacity, a.presence, a.last_assigned_at,
       (SELECT count(*) FROM conversation c
         WHERE c.tenant_id = a.tenant_id AND c.owner_id = a.account_id AND c.state <> 'closed'
           AND (c.state IN ('active', 'wrap_up') OR (c.state = 'waiting' AND c.last_message_at > %(busy_since)s)))
     + (SELECT count(*) FROM offer o
         WHERE o.tenant_id = a.tenant_id AND o.account_id = a.account_id AND o.outcome = 'open')
  FROM account a
 WHERE a.tenant_id = %(tenant_id)s AND a.role IN ('agent', 'supervisor') AND a.presence = 'online'
   AND a.presence_at > %(heard_since)s
"""
PASSED = """
SELECT conversation_id, account_id
  FROM offer
 WHERE tenant_id = %s AND conversation_id = ANY(%s) AND outcome IN ('declined', 'timed_out') AND decided_at > %s
 ORDER BY decided_at
"""
INSERT = """
INSERT INTO offer (tenant_id, offer_id, conversation_id, account_id, offered_at, expires_at, decision)
VALUES (%s, %s, %s, %s, %s, %s, %s)
"""
ASSIGNED = "UPDATE account SET last_assigned_at = %s WHERE tenant_id = %s AND account_id = %s"
GET = """
SELECT offer_id, conversation_id, account_id, offered_at, expires_at, outcome
  FROM offer
 WHERE tenant_id = %s AND offer_id = %s
"""
FINISH = """
UPDATE offer SET outcome = %s, decided_at = %s
 WHERE tenant_id = %s AND conversation_id = %s AND outcome = 'open'
"""


@dataclass(frozen=True)
class KeptOffer:
    """An offer as it stands."""

    offer_id: UUID
    conversation_id: UUID
    account_id: UUID
    offered_at: datetime
    expires_at: datetime
    outcome: str


async def people(db: Connection, tenant_id: UUID, now: datetime, wall: datetime) -> list[Agent]:
    """Who is at a desk, with what they have open. ``wall``: the real time, which presence goes by."""
    values = {"tenant_id": tenant_id, "busy_since": now - BUSY_FOR, "heard_since": wall - SILENT_AFTER}
    rows = await (await db.execute(PEOPLE, values)).fetchall()
    return [
        Agent(
            account_id=account_id,
            name=name,
            team_id=team_id,
            skills=frozenset(skills),
            languages=frozenset(languages),
            capacity=capacity,
            presence=presence,
            open_conversations=load,
            last_assigned_at=assigned_at,
        )
        for account_id, name, team_id, skills, languages, capacity, presence, assigned_at, load in rows
    ]


async def needs(db: Connection, tenant_id: UUID, queued: list[Conversation], now: datetime) -> list[Need]:
    """What the queued conversations need, with who has passed on each of them lately."""
    passed: dict[UUID, list[UUID]] = {}
    ids = [conversation.conversation_id for conversation in queued]
    rows = await (await db.execute(PASSED, [tenant_id, ids, now - PASSED_FOR])).fetchall()
    for conversation_id, account_id in rows:
        passed.setdefault(conversation_id, []).append(account_id)
    return [
        Need(
            c.conversation_id,
            c.skill,
            c.language,
            c.team_id,
            c.queued_at or now,
            tuple(passed.get(c.conversation_id, ())),
        )
        for c in queued
    ]


async def insert(
    db: Connection, tenant_id: UUID, offer_id: UUID, need: Need, offer: Offer, now: datetime, expires_at: datetime
) -> None:
    """Keep an offer with the reason for it, and that its person got one now."""
    decision: dict[str, Any] = {**offer.record, "reason": offer.reason}
    values = [tenant_id, offer_id, need.conversation_id, offer.account_id, now, expires_at, Jsonb(decision)]
    await db.execute(INSERT, values)
    await db.execute(ASSIGNED, [now, tenant_id, offer.account_id])


async def get(db: Connection, tenant_id: UUID, offer_id: UUID) -> KeptOffer:
    """Raises NotFound."""
    async with db.cursor(row_factory=class_row(KeptOffer)) as cursor:
        await cursor.execute(GET, [tenant_id, offer_id])
        found = await cursor.fetchone()
    if found is None:
        raise NotFound("offer")
    return found


async def finish(db: Connection, tenant_id: UUID, conversation_id: UUID, outcome: str, now: datetime) -> None:
    """End the open offer of a conversation: accepted, declined, timed_out or withdrawn."""
    await db.execute(FINISH, [outcome, now, tenant_id, conversation_id])


async def wake_router(db: Connection, tenant_id: UUID) -> None:
    """Somebody is free, or somebody waits: the router looks when this transaction commits."""
    await notify(db, "parley_route", str(tenant_id))
