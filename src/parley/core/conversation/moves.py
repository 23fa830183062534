"""The moves a conversation may make. What is not in this table can not happen.

::

    bot ──hand_over──► queued ──offer──► offered ──accept──► active ◄──► waiting, snoozed
     ▲                   ▲  ◄─withdraw──                        │
     └─────hand_to_bot───┴──────────transfer_to_team────────────┤
                                                    close ──► (wrap_up ──►) closed ──reopen──► active
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, get_args
from uuid import UUID

from parley.core.conversation.conversation import Conversation, OwnerKind, State
from parley.core.errors import IllegalMove

Move = Literal[
    "hand_over",
    "offer",
    "withdraw",
    "accept",
    "take_over",
    "hand_to_bot",
    "transfer_to_team",
    "transfer_to_person",
    "customer_wrote",
    "agent_replied",
    "not_answered",
    "snooze",
    "wake",
    "wrap_up",
    "close",
    "reopen",
]
MOVES: tuple[Move, ...] = get_args(Move)


@dataclass(frozen=True)
class Step:
    """From which states, to which state ('' stays), to which owner ('' stays)."""

    sources: frozenset[State]
    to: State | Literal[""]
    owner: OwnerKind | Literal[""]


def _step(sources: str, to: State | Literal[""], owner: OwnerKind | Literal[""]) -> Step:
    return Step(frozenset(sources.split()), to, owner)  # type: ignore[arg-type]


OPEN = "bot queued offered active waiting snoozed wrap_up"
WITH_PERSON = "active waiting snoozed"
TABLE: dict[Move, Step] = {
    "hand_over": _step("bot", "queued", "queue"),
    "offer": _step("queued", "offered", ""),
    "withdraw": _step("offered", "queued", ""),
    "accept": _step("offered", "active", "person"),
    "take_over": _step("bot queued offered active waiting snoozed", "active", "person"),
    "hand_to_bot": _step("queued offered active waiting snoozed", "bot", "bot"),
    "transfer_to_team": _step(WITH_PERSON, "queued", "queue"),
    "transfer_to_person": _step(WITH_PERSON, "active", "person"),
    "customer_wrote": _step(OPEN, "", ""),
    "agent_replied": _step("active waiting snoozed", "waiting", ""),
    "not_answered": _step("waiting", "active", ""),
    "snooze": _step("active waiting", "snoozed", ""),
    "wake": _step("snoozed", "active", ""),
    "wrap_up": _step(WITH_PERSON, "wrap_up", ""),
    "close": _step(OPEN, "closed", "nobody"),
    "reopen": _step("closed", "active", "person"),
}
# A message of the customer brings these back to the person who has them.
COMES_BACK: frozenset[State] = frozenset({"waiting", "snoozed", "wrap_up"})


def move(conversation: Conversation, name: Move, *, to: UUID | None = None, now: datetime) -> Conversation:
    """The conversation after the move; ``to`` is the account when it goes to a person. Raises IllegalMove."""
    step = TABLE[name]
    if conversation.state not in step.sources:
        raise IllegalMove(name, conversation.state)
    state: State = step.to or conversation.state
    if name == "customer_wrote" and state in COMES_BACK:
        state = "active"
    moved = replace(conversation, state=state, due_at=None)
    if step.owner:
        moved = _owned(moved, step.owner, to)
    if name == "customer_wrote":
        moved = replace(moved, owner_version=moved.owner_version + 1)
    return _stamped(moved, now)


def _owned(conversation: Conversation, kind: OwnerKind, to: UUID | None) -> Conversation:
    if kind == "person" and to is None:
        raise ValueError("a conversation that goes to a person needs the person")
    version = conversation.owner_version + 1
    owner_id = to if kind == "person" else None
    return replace(conversation, owner_kind=kind, owner_id=owner_id, owner_version=version, owner_since=version)


def _stamped(conversation: Conversation, now: datetime) -> Conversation:
    """Times that follow from the state: since when it queues, when it was closed."""
    waits = conversation.state in ("queued", "offered")
    queued_at = (conversation.queued_at or now) if waits else None
    return replace(conversation, queued_at=queued_at, closed_at=now if conversation.state == "closed" else None)


def moves_now(conversation: Conversation, account_id: UUID) -> tuple[str, ...]:
    """What this person may do now, by the names of the API's verbs."""
    mine = conversation.owner_id == account_id
    state = conversation.state
    possible: list[str] = []
    if state == "closed":
        return ("reopen",)
    if not mine and state in TABLE["take_over"].sources:
        possible.append("take_over")
    if mine:
        possible += ["send", "transfer"] if state in TABLE["transfer_to_team"].sources else []
        possible += ["snooze"] if state in TABLE["snooze"].sources else []
        possible += ["close"]
        possible += ["hand_to_bot"] if state in TABLE["hand_to_bot"].sources else []
    return (*possible, "note")
