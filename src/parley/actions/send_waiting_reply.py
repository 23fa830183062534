"""The customer has written, so what waited for that leaves: in the transaction of their message, once, by the outbox.

The gate is asked here with the facts of this moment, and by the sender once more. A worker that is killed in between
has done neither: the message is handled again, and the reply still waits.
"""

from datetime import datetime

from parley.actions.holding import Held
from parley.actions.moving import SYSTEM
from parley.actions.refuse_queued import refusal_of
from parley.actions.speaking import say, told
from parley.actions.stop_waiting_reply import stop_waiting_reply
from parley.core.conversation import Conversation, WaitingReply, silences_the_bot, when_the_customer_writes
from parley.storage import conversations, thread_owners, waiting_replies
from parley.storage.database import Connection
from parley.storage.decisions import Decided
from parley.storage.facts import draft_of_reply


async def send_waiting_reply(db: Connection, conversation: Conversation, now: datetime) -> list[Decided]:
    """What the caller records. Whose turn it is stays: somebody reads what the customer wrote, which may be new."""
    if conversation.owner_kind == "bot":  # whoever gave it to the bot has stopped the reply; most messages come here
        return []
    tenant_id, conversation_id = conversation.tenant_id, conversation.conversation_id
    reply = await waiting_replies.get(db, tenant_id, conversation_id)
    if reply is None or reply.stopped:
        return []
    speaking = await thread_owners.get(db, tenant_id, conversation.number_id, conversation.contact_id)
    elsewhere = silences_the_bot(speaking, now)
    becomes = when_the_customer_writes(reply, conversation, elsewhere=elsewhere, now=now)
    if becomes == "waits":
        return []
    if becomes != "leaves":
        await stop_waiting_reply(db, conversation, becomes, now)
        return []
    return await _leave(db, conversation, reply, now)


async def _leave(db: Connection, conversation: Conversation, reply: WaitingReply, now: datetime) -> list[Decided]:
    draft = draft_of_reply(reply, waits=False)
    said = await say(db, conversation, draft, now)
    if isinstance(said, Decided) and not isinstance(said, Held):
        await stop_waiting_reply(db, conversation, "refused", now, refusal_of(said.decision))
        return [said]
    await waiting_replies.delete(db, conversation.tenant_id, conversation.conversation_id)
    data = {"message_id": str(reply.reply_id), "held": isinstance(said, Held)}
    await conversations.record_event(db, conversation, "reply_left", actor_kind="system", data=data, now=now)
    if isinstance(said, Held):
        return [said]
    await told(db, conversation, draft, SYSTEM, now)
    return []
