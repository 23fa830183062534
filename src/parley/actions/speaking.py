"""Somebody wants to say something to a customer: the gate is asked, and what it lets pass goes to the outbox."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from parley.actions.foretell_price import foretell_price
from parley.actions.holding import Held, hold_message
from parley.actions.moving import Actor, ActorKind, make_move
from parley.core.conversation import WAITING_CLOSES_AFTER, Conversation
from parley.core.errors import AlreadyTaken, IllegalMove, StaleOwner
from parley.core.messages import Content, Context, Reaction, TemplateUse, plain_text
from parley.core.policy.facts import AuthorKind, Outbound
from parley.core.policy.gate import decide
from parley.core.policy.verdicts import Decision
from parley.storage import conversations, decisions, messages, outbox
from parley.storage.circumstances import with_circumstances
from parley.storage.database import Connection, tell_live
from parley.storage.decisions import Decided
from parley.storage.facts import Draft, outbounds
from parley.storage.messages import Message

AUTHORS: dict[ActorKind, AuthorKind] = {"agent": "agent", "bot": "bot", "system": "system", "customer": "system"}


async def speak(
    db: Connection,
    conversation: Conversation,
    content: Content,
    *,
    actor: Actor,
    now: datetime,
    idempotency_key: str | None = None,
    owner_version: int | None = None,
    reply_to: str | None = None,
) -> Message | Decision:
    """The queued or held message, or the decision that refused it, which is on record: commit in all cases.

    The caller holds the conversation's lock. ``owner_version`` is what the author saw. The same idempotency key again
    gives the first message. Raises StaleOwner, AlreadyTaken and IllegalMove, for agents.
    """
    said = await try_to_speak(
        db,
        conversation,
        content,
        actor=actor,
        now=now,
        idempotency_key=idempotency_key,
        owner_version=owner_version,
        reply_to=reply_to,
    )
    if isinstance(said, Message):
        return said
    await decisions.record(db, conversation.tenant_id, [said])
    return said.message if isinstance(said, Held) else said.decision


async def said_before(db: Connection, conversation: Conversation, idempotency_key: str) -> Message | None:
    """The message that was kept under the key: a retry is answered with it, whatever has changed since."""
    return await messages.by_key(db, conversation.tenant_id, conversation.conversation_id, idempotency_key)


async def try_to_speak(
    db: Connection,
    conversation: Conversation,
    content: Content,
    *,
    actor: Actor,
    now: datetime,
    idempotency_key: str | None = None,
    owner_version: int | None = None,
    reply_to: str | None = None,
    confirms_opt_out: bool = False,
) -> Message | Decided:
    """As ``speak``, but what is refused or ``Held`` is for the caller to record, at the end of its transaction."""
    if idempotency_key:
        before = await said_before(db, conversation, idempotency_key)
        if before is not None:
            return before
    if actor.kind == "agent":
        _has_the_word(conversation, actor, content)
    if owner_version is not None and owner_version != conversation.owner_version:
        raise StaleOwner(owner_version, conversation.owner_version)
    draft = _draft(conversation, content, actor, reply_to, confirms_opt_out)
    said = await say(db, conversation, draft, now, idempotency_key)
    if isinstance(said, Message):
        await told(db, conversation, draft, actor, now)
    return said


async def say(
    db: Connection, conversation: Conversation, draft: Draft, now: datetime, key: str | None = None
) -> Message | Decided:
    """What the gate lets pass is queued, what it holds is kept; nobody is told yet, and whose turn it is stays."""
    decision = decide(await asked(db, conversation.tenant_id, draft, now))
    if decision.verdict == "hold":
        return await _hold(db, conversation, draft, decision, now, key)
    if not decision.lets_pass:
        await tell_live(db, conversation.tenant_id, "decision", conversation.conversation_id)
        return refused(conversation, decision, draft)
    return await _keep(db, conversation, draft, now, key, held=False)


async def preview(
    db: Connection, conversation: Conversation, content: Content, *, actor: Actor, now: datetime, waits: bool = False
) -> Decision:
    """What the gate would say now, or of what ``waits`` for the customer's next message; nothing is kept."""
    draft = replace(_draft(conversation, content, actor, None, False), waits=waits)
    return decide(await asked(db, conversation.tenant_id, draft, now))


async def asked(db: Connection, tenant_id: UUID, draft: Draft, now: datetime) -> Outbound:
    """The message with all its facts."""
    return (await with_circumstances(db, await outbounds(db, tenant_id, [draft], now)))[0]


def _has_the_word(conversation: Conversation, actor: Actor, content: Content) -> None:
    if conversation.owner_kind == "person" and conversation.owner_id != actor.account_id:
        raise AlreadyTaken("")
    reopens = conversation.state == "closed" and isinstance(content, TemplateUse)
    if conversation.owner_kind != "person" and not reopens:
        raise IllegalMove("agent_replied", conversation.state)


def _draft(
    conversation: Conversation, content: Content, actor: Actor, reply_to: str | None, confirms_opt_out: bool
) -> Draft:
    return Draft(
        conversation_id=conversation.conversation_id,
        content=content,
        author_kind=AUTHORS[actor.kind],
        author_id=actor.account_id,
        message_id=uuid4(),
        owner_version=conversation.owner_version if actor.kind == "bot" else None,
        confirms_opt_out=confirms_opt_out,
        reply_to=reply_to or "",
    )


def refused(conversation: Conversation, decision: Decision, draft: Draft) -> Decided:
    """The decision, as the caller records it."""
    return Decided(
        decision=decision,
        moment="agent" if draft.author_kind == "agent" else "outbound",
        author_kind=draft.author_kind,
        author_id=draft.author_id,
        number_id=conversation.number_id,
        conversation_id=conversation.conversation_id,
        message_id=draft.message_id,
    )


async def _hold(
    db: Connection, conversation: Conversation, draft: Draft, decision: Decision, now: datetime, key: str | None
) -> Held:
    """It stays the author's turn: the customer has not been answered yet."""
    kept = await _keep(db, conversation, draft, now, key, held=True)
    case, on_record = await hold_message(
        db,
        conversation.tenant_id,
        kept.message_id,
        decision,
        content=draft.content,
        conversation_id=conversation.conversation_id,
        number_id=conversation.number_id,
        author_kind=draft.author_kind,
        author_id=draft.author_id,
        window_expires_at=conversation.window_expires_at,
        now=now,
    )
    return Held(**vars(refused(conversation, on_record, draft)), message=kept, case=case)


async def _keep(
    db: Connection, conversation: Conversation, draft: Draft, now: datetime, key: str | None, *, held: bool
) -> Message:
    message_id = draft.message_id or uuid4()
    kept = await messages.insert(
        db,
        tenant_id=conversation.tenant_id,
        conversation_id=conversation.conversation_id,
        message_id=message_id,
        direction="out",
        author_kind=draft.author_kind,
        author_id=draft.author_id,
        idempotency_key=key,
        reply_to=draft.reply_to or None,
        content=draft.content,
        status="held" if held else "queued",
        at=now,
        context=Context(waited_since=draft.written_at.isoformat()) if draft.written_at else None,
    )
    if kept is None:
        raise RuntimeError("a new message id is there already")
    if isinstance(draft.content, TemplateUse):
        await foretell_price(db, conversation, message_id, draft.content, now)
    await outbox.put(
        db,
        conversation.tenant_id,
        message_id,
        number_id=conversation.number_id,
        contact_id=conversation.contact_id,
        now=now,
        owner_version=draft.owner_version,
        confirms_opt_out=draft.confirms_opt_out,
        held=held,
        written_at=draft.written_at,
    )
    return kept


async def told(db: Connection, conversation: Conversation, draft: Draft, actor: Actor, now: datetime) -> None:
    """What the list shows of it, and, where it is an agent who speaks now, that it is the customer's turn."""
    if isinstance(draft.content, Reaction):
        await tell_live(db, conversation.tenant_id, "message", conversation.conversation_id)
        return
    said = replace(
        conversation,
        last_message_at=now,
        last_message_text=plain_text(draft.content)[:200],
        last_message_from=draft.author_kind,
    )
    if actor.kind != "agent":
        await conversations.save(db, said)
        await tell_live(db, conversation.tenant_id, "message", conversation.conversation_id)
        return
    if said.state == "closed":
        said = await make_move(db, said, "reopen", actor=actor, to=_account(actor), now=now)
    said = replace(said, unread=0)
    await make_move(db, said, "agent_replied", actor=actor, due_at=now + WAITING_CLOSES_AFTER, now=now)
    await tell_live(db, conversation.tenant_id, "message", conversation.conversation_id)


def _account(actor: Actor) -> UUID:
    if actor.account_id is None:
        raise ValueError("an agent has an account")
    return actor.account_id
