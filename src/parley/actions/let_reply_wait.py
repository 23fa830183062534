"""The window is closed: keep an agent's reply until the customer next writes, or take it back before."""

from datetime import datetime
from uuid import UUID, uuid4

from parley.actions.moving import Actor, make_move
from parley.actions.permitted import lock_for
from parley.actions.prepare_content import prepare_content
from parley.actions.speaking import asked, refused
from parley.core.conversation import WAITS_FOR, Conversation, WaitingReply
from parley.core.errors import Invalid, NotFound, StaleOwner
from parley.core.messages import Content, Reaction, TemplateUse
from parley.core.policy.gate import decide
from parley.core.policy.verdicts import Decision
from parley.storage import conversations, decisions, waiting_replies
from parley.storage.database import Connection, tell_live
from parley.storage.facts import draft_of_reply


async def let_reply_wait(
    db: Connection,
    tenant_id: UUID,
    conversation_id: UUID,
    content: Content,
    *,
    account_id: UUID,
    owner_version: int,
    reply_to: str = "",
    now: datetime,
) -> WaitingReply | Decision:
    """The reply that waits now, or the decision that refused it, which is on record: commit in all cases.

    It takes the place of one that waits already; the same words of the same person again change nothing. What the
    gate would hold waits all the same, and is looked at when it leaves. Raises NotFound, AlreadyTaken, IllegalMove,
    StaleOwner and Invalid.
    """
    conversation = await lock_for(db, tenant_id, conversation_id, account_id, "send")
    if owner_version != conversation.owner_version:
        raise StaleOwner(owner_version, conversation.owner_version)
    content = await prepare_content(db, conversation, _may_wait(content))
    known = await waiting_replies.get(db, tenant_id, conversation_id)
    reply = WaitingReply(conversation_id, uuid4(), content, reply_to, account_id, now, now + WAITS_FOR)
    if known is not None and not known.stopped_by(now) and _same(known, reply):
        return known
    decision = await _screen(db, conversation, reply, now)
    if not decision.lets_pass and decision.verdict != "hold":
        return decision
    await waiting_replies.keep(db, tenant_id, reply)
    await _record(db, conversation, "reply_changed" if known else "reply_waits", account_id, now)
    actor, due_at = Actor("agent", account_id), reply.until
    await make_move(db, conversation, "agent_replied", actor=actor, due_at=due_at, now=now)
    return reply


async def withdraw_reply(
    db: Connection, tenant_id: UUID, conversation_id: UUID, *, account_id: UUID, now: datetime
) -> None:
    """It will not leave, and it is the agent's turn again.

    Raises NotFound, also where it has left in the meantime: nobody may believe that they took that back; AlreadyTaken
    and IllegalMove.
    """
    conversation = await lock_for(db, tenant_id, conversation_id, account_id, "send")
    if await waiting_replies.get(db, tenant_id, conversation_id) is None:
        raise _gone()
    await waiting_replies.delete(db, tenant_id, conversation_id)
    await _record(db, conversation, "reply_withdrawn", account_id, now)
    if conversation.state == "waiting":
        actor, data = Actor("agent", account_id), {"waiting_reply": "withdrawn"}
        await make_move(db, conversation, "not_answered", actor=actor, data=data, now=now)


def _gone() -> NotFound:
    error = NotFound("waiting reply")
    error.message = "The reply does not wait any more: it has left, or was taken back."
    error.next_step = "Read what is new in the conversation."
    return error


def _may_wait(content: Content) -> Content:
    if isinstance(content, TemplateUse):
        raise Invalid("content", "content: a template need not wait: send it now.")
    if isinstance(content, Reaction):
        raise Invalid("content", "content: a reaction can not wait for the customer's next message.")
    return content


def _same(known: WaitingReply, reply: WaitingReply) -> bool:
    return (known.content, known.reply_to, known.written_by) == (reply.content, reply.reply_to, reply.written_by)


async def _screen(db: Connection, conversation: Conversation, reply: WaitingReply, now: datetime) -> Decision:
    """What the gate says of it, as it would be once the customer has written."""
    draft = draft_of_reply(reply, waits=True)
    message = await asked(db, conversation.tenant_id, draft, now)
    if message.window_expires_at is not None and now < message.window_expires_at:
        raise Invalid("content", "content: the window is open, so nothing has to wait: send it now.")
    decision = decide(message)
    if not decision.lets_pass and decision.verdict != "hold":
        await tell_live(db, conversation.tenant_id, "decision", conversation.conversation_id)
        await decisions.record(db, conversation.tenant_id, [refused(conversation, decision, draft)])
    return decision


async def _record(db: Connection, conversation: Conversation, kind: str, account_id: UUID, now: datetime) -> None:
    await conversations.record_event(db, conversation, kind, actor_kind="agent", actor_id=account_id, now=now)
    await tell_live(db, conversation.tenant_id, "conversation", conversation.conversation_id)
