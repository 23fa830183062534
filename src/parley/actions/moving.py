"""One move of a conversation, with everything that belongs to it: its event, its offer, and who must be told."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from parley.actions.stop_waiting_reply import stop_waiting_reply
from parley.core.conversation import Conversation, Move, Stopped, move
from parley.core.errors import IllegalMove
from parley.storage import conversations, offers
from parley.storage.database import Connection, tell_live

ActorKind = Literal["customer", "bot", "agent", "system"]
# Where these change nothing but the version, the message itself is the event.
BY_MESSAGE = frozenset({"customer_wrote", "agent_replied"})
# Nobody is left to answer for a reply that waits, or somebody else answers in its place.
STOPS_A_REPLY: dict[Move, Stopped] = {"close": "closed", "hand_to_bot": "bot_has_it"}
HOLDS_A_PERSON = frozenset({"offered", "active", "waiting", "wrap_up"})


@dataclass(frozen=True)
class Actor:
    """Who does it; ``account_id`` for agents."""

    kind: ActorKind
    account_id: UUID | None = None


SYSTEM = Actor("system")
BOT = Actor("bot")
CUSTOMER = Actor("customer")


async def make_move(
    db: Connection,
    conversation: Conversation,
    name: Move,
    *,
    actor: Actor,
    now: datetime,
    to: UUID | None = None,
    team_id: UUID | None = None,
    due_at: datetime | None = None,
    offer_outcome: str = "withdrawn",
    data: dict[str, Any] | None = None,
) -> Conversation:
    """Move, save, record the event, tell the desks and the router. The caller holds the conversation's lock.

    ``due_at``: when the new state must change by itself. ``offer_outcome``: what became of an offer that the move
    ends. Raises IllegalMove.
    """
    if name == "reopen":
        await _must_be_newest(db, conversation)
    moved = replace(move(conversation, name, to=to, now=now), due_at=due_at)
    if team_id is not None:
        moved = replace(moved, team_id=team_id)
    await conversations.save(db, moved)
    if conversation.state == "offered" and moved.state != "offered":
        outcome = "accepted" if name == "accept" else offer_outcome
        await offers.finish(db, moved.tenant_id, moved.conversation_id, outcome, now)
    if moved.state != conversation.state or moved.owner_id != conversation.owner_id or name not in BY_MESSAGE:
        await conversations.record_event(
            db, moved, name, actor_kind=actor.kind, actor_id=actor.account_id, data=data, now=now
        )
    if name in STOPS_A_REPLY:
        await stop_waiting_reply(db, moved, STOPS_A_REPLY[name], now)
    await tell_live(
        db, moved.tenant_id, "offer" if name in ("offer", "withdraw") else "conversation", moved.conversation_id
    )
    if _wakes_router(conversation, moved):
        await offers.wake_router(db, moved.tenant_id)
    return moved


async def _must_be_newest(db: Connection, conversation: Conversation) -> None:
    """A customer has one open conversation with a number: an old one stays closed once they began another."""
    if await conversations.lock_open(db, conversation.tenant_id, conversation.number_id, conversation.contact_id):
        raise IllegalMove("reopen", "followed by a newer one")


def _wakes_router(before: Conversation, after: Conversation) -> bool:
    """Somebody waits now who did not, or a person has less to do."""
    waits = after.state == "queued" and before.state != "queued"
    freed = before.state in HOLDS_A_PERSON and after.state not in HOLDS_A_PERSON
    return waits or freed or (before.owner_id is not None and before.owner_id != after.owner_id)
