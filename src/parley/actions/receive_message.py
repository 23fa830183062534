"""A customer wrote: keep it in its thread, move the window, and let the bot answer where it is the bot's turn."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from parley.actions.consent_words import hear_consent
from parley.actions.hear_complaint import hear_complaint
from parley.actions.holding import Held
from parley.actions.keeping import LAST_TEXT, SHIELDED, about_health, keep, mark, person_of, thread_for_filing
from parley.actions.moving import BOT, CUSTOMER, SYSTEM, make_move
from parley.actions.read_together import read_together
from parley.actions.send_waiting_reply import send_waiting_reply
from parley.actions.speaking import try_to_speak
from parley.core.chatbot import BotState, Guess, HandOver, Knowledge, Turn, take_turn
from parley.core.chatbot.phrases import phrase
from parley.core.conversation import BOT_CLOSES_AFTER, Conversation, begun, silences_the_bot, window_after
from parley.core.messages import Reaction, SystemNote, Text, plain_text
from parley.core.messages.inbound import InboundMessage
from parley.core.policy.redaction import taken_out
from parley.core.policy.rulebook import RULEBOOK_VERSION
from parley.core.policy.verdicts import Decision
from parley.storage import accounts, contacts, conversations, messages, offers, outbox, thread_owners
from parley.storage.contacts import Contact
from parley.storage.database import Connection, tell_live
from parley.storage.decisions import Decided
from parley.storage.messages import Message

OPENED = "request_welcome"
SPEAKS = {
    "phone_app": "a colleague answers from the phone",
    "other_app": "another application has the thread",
    "meta_agent": "Meta's agent has the thread",
}


@dataclass(frozen=True)
class Bot:
    """The Client's bot at this moment: what it knows, and what it takes this text to mean."""

    knowledge: Knowledge
    guesses: Sequence[Guess] = ()


async def receive_message(
    db: Connection, tenant_id: UUID, message: InboundMessage, bot: Bot | None, now: datetime, wall: datetime
) -> list[Decided]:
    """Handle one message of a customer, once: a second time it changes nothing.

    ``wall`` is the real time, which presence goes by. ``bot`` is None where none is published; people are asked then.
    Returns the gate's decisions, which the caller records at the end of its transaction.
    """
    if await messages.by_platform_id(db, tenant_id, message.platform_id) is not None:
        return []
    contact = await person_of(db, tenant_id, message, now)
    if isinstance(message.content, Reaction):
        await _keep_reaction(db, tenant_id, contact, message, now)
        return []
    if isinstance(message.content, SystemNote) and message.content.kind != OPENED:
        await _keep_note(db, tenant_id, contact, message, now)
        return []
    await thread_owners.comes_to_us(db, tenant_id, message.number_id, contact.contact_id, message.at)
    conversation = await _conversation(db, tenant_id, contact, message.number_id, now)
    message = await read_together(db, conversation, message)
    kept = await keep(db, conversation, message, now)
    if kept is None:
        return []
    await mark(db, conversation, contact, message, now)
    shielded = about_health(conversation, message, now)
    conversation = await _written(db, conversation, message, now, shielded=shielded is not None)
    conversation = await _not_to_an_empty_desk(db, conversation, now, wall)
    decided = await _tell_of_redaction(db, conversation, message, kept, now)
    if shielded is not None:
        decided.append(_of_customer(conversation, kept, shielded))
    decided += await hear_complaint(db, conversation, kept, now)
    heard = await hear_consent(db, conversation, contact, message, now)
    decided += await send_waiting_reply(db, conversation, now)
    if heard is not None:
        return decided + heard
    if conversation.owner_kind != "bot":
        return decided
    if shielded is not None:
        await _hand_over(db, conversation, HandOver("", "the customer wrote about their health"), now)
        return decided
    speaking = await thread_owners.get(db, tenant_id, message.number_id, contact.contact_id)
    if speaking is not None and silences_the_bot(speaking, now):
        await _hand_over(db, conversation, HandOver("", SPEAKS[speaking.owner]), now)
        return decided
    if bot is None:
        # None was ever published, or it was withdrawn since: also a conversation that is the bot's already goes on.
        await _hand_over(db, conversation, HandOver("", "no bot is published"), now)
        return decided
    return decided + await _answer(db, conversation, contact, message, kept, bot, now)


async def _keep_reaction(
    db: Connection, tenant_id: UUID, contact: Contact, message: InboundMessage, now: datetime
) -> None:
    """A reaction belongs to the thread, but asks nothing, and opens neither a window nor a conversation."""
    conversation = await conversations.lock_latest(db, tenant_id, message.number_id, contact.contact_id)
    if conversation is None:
        conversation = await _conversation(db, tenant_id, contact, message.number_id, now)
    await keep(db, conversation, message, now)
    await tell_live(db, tenant_id, "message", conversation.conversation_id)


async def _keep_note(db: Connection, tenant_id: UUID, contact: Contact, message: InboundMessage, now: datetime) -> None:
    """WhatsApp's own word on the person: nobody wrote it, so nobody is answered."""
    conversation = await thread_for_filing(db, tenant_id, message.number_id, contact, now)
    await keep(db, conversation, message, now)
    await tell_live(db, tenant_id, "message", conversation.conversation_id)


async def _conversation(
    db: Connection, tenant_id: UUID, contact: Contact, number_id: str, now: datetime
) -> Conversation:
    found = await conversations.lock_open(db, tenant_id, number_id, contact.contact_id)
    if found is not None:
        return found
    latest = await conversations.lock_latest(db, tenant_id, number_id, contact.contact_id)
    new = begun(
        tenant_id,
        uuid4(),
        number_id,
        contact.contact_id,
        now=now,
        language=contact.language,
        window_expires_at=latest.window_expires_at if latest else None,
    )
    await conversations.insert(db, new)
    return new


async def _written(
    db: Connection, conversation: Conversation, message: InboundMessage, now: datetime, *, shielded: bool
) -> Conversation:
    """The window, the list and the version follow the customer's message. Lists and searches show nothing shielded."""
    told = replace(
        conversation,
        window_expires_at=window_after(conversation.window_expires_at, message.at),
        unread=conversation.unread + 1,
        last_message_at=max(conversation.last_message_at, now),
        last_message_text=SHIELDED if shielded else plain_text(message.content)[:LAST_TEXT],
        last_message_from="customer",
    )
    due_at = _due(conversation, now)
    moved = await make_move(db, told, "customer_wrote", actor=CUSTOMER, due_at=due_at, now=now)
    await tell_live(db, conversation.tenant_id, "message", conversation.conversation_id)
    return moved


async def _not_to_an_empty_desk(
    db: Connection, conversation: Conversation, now: datetime, wall: datetime
) -> Conversation:
    """Whoever writes to a person who has gone home is not left waiting: the conversation queues again."""
    owner = conversation.owner_id
    if owner is None or await accounts.is_here(db, conversation.tenant_id, owner, wall - offers.SILENT_AFTER):
        return conversation
    data = {"reason": "their desk is closed"}
    return await make_move(db, conversation, "transfer_to_team", actor=SYSTEM, data=data, now=now)


def _due(conversation: Conversation, now: datetime) -> datetime | None:
    if conversation.state == "bot":
        return now + BOT_CLOSES_AFTER
    return conversation.due_at if conversation.state == "offered" else None


def _of_customer(conversation: Conversation, kept: Message, decision: Decision) -> Decided:
    return Decided(
        decision=decision,
        moment="inbound",
        author_kind="customer",
        number_id=conversation.number_id,
        conversation_id=conversation.conversation_id,
        message_id=kept.message_id,
    )


async def _tell_of_redaction(
    db: Connection, conversation: Conversation, message: InboundMessage, kept: Message, now: datetime
) -> list[Decided]:
    """D3: what was taken out is on record, and the customer is told."""
    if not message.taken_out:
        return []
    findings = taken_out(message.taken_out)
    decision = Decision("redact", findings, ("redact_identifiers",), RULEBOOK_VERSION, now, {"type": kept.type})
    decided = _of_customer(conversation, kept, decision)
    notice = Text(phrase("redacted", conversation.language or "en"))
    said = await try_to_speak(db, conversation, notice, actor=CUSTOMER, now=now)
    return [decided, *([said] if isinstance(said, Decided) else [])]


async def _answer(
    db: Connection,
    conversation: Conversation,
    contact: Contact,
    message: InboundMessage,
    kept: Message,
    bot: Bot,
    now: datetime,
) -> list[Decided]:
    state = BotState(conversation.failed_turns, conversation.asked_back, conversation.language)
    turn = take_turn(message.content, state, bot.knowledge, bot.guesses)
    conversation = replace(
        conversation,
        failed_turns=turn.state.failed_turns,
        asked_back=turn.state.asked_back,
        language=turn.state.language,
        skill=_skill(turn, bot, conversation),
        unread=0,
    )
    await conversations.save(db, conversation)
    if turn.state.language and turn.state.language != contact.language:
        await contacts.set_language(db, conversation.tenant_id, contact.contact_id, turn.state.language)
    data = {"reason": turn.reason, "intent": turn.intent_id, "message_id": str(kept.message_id)}
    await conversations.record_event(db, conversation, "bot_turn", actor_kind="bot", data=data, now=now)
    await _blue_ticks(db, conversation, kept, now)
    if turn.hand_over is not None:
        conversation = await _hand_over(db, conversation, turn.hand_over, now)
    refused: list[Decided] = []
    for reply in turn.replies:
        said = await try_to_speak(db, conversation, reply, actor=BOT, reply_to=None, now=now)
        if isinstance(said, Decided):
            refused.append(said)
        conversation = await conversations.get(db, conversation.tenant_id, conversation.conversation_id)
    if refused and conversation.owner_kind == "bot":
        # Nobody is left without an answer or an owner: what the bot may not say, a person can.
        held = all(isinstance(each, Held) for each in refused)
        why = "the bot's answer waits for a second look" if held else "the gate refused the bot's answer"
        await _hand_over(db, conversation, HandOver("", why), now)
    elif turn.solved and conversation.owner_kind == "bot":
        await make_move(db, conversation, "close", actor=BOT, data={"reason": turn.reason}, now=now)
    return refused


def _skill(turn: Turn, bot: Bot, conversation: Conversation) -> str:
    """What the question was last about: whoever asks for a person afterwards needs one who knows that."""
    answer = bot.knowledge.answers.get(turn.intent_id)
    return answer.skill if answer and answer.skill else conversation.skill


async def _blue_ticks(db: Connection, conversation: Conversation, kept: Message, now: datetime) -> None:
    """The bot has read it: the customer sees that."""
    await outbox.put(
        db,
        conversation.tenant_id,
        kept.message_id,
        number_id=conversation.number_id,
        contact_id=conversation.contact_id,
        kind="read",
        now=now,
    )


async def _hand_over(db: Connection, conversation: Conversation, why: HandOver, now: datetime) -> Conversation:
    needy = replace(conversation, skill=why.skill or conversation.skill, unread=max(conversation.unread, 1))
    data = {"reason": why.reason, "skill": needy.skill}
    return await make_move(db, needy, "hand_over", actor=BOT, data=data, now=now)
