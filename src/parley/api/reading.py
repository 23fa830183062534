"""Conversations and messages as the API shows them: read, and put together."""

from uuid import UUID

from parley.api.identity import Caller
from parley.api.models.conversation import Detail
from parley.api.models.message import Event, Message, Thread
from parley.api.models.waiting_reply import WaitingReplyOut
from parley.core.conversation import moves_now
from parley.core.errors import NotFound
from parley.core.messages import Media
from parley.storage import accounts, conversations, lists, thread_owners, threads, waiting_replies
from parley.storage.database import Connection
from parley.storage.lists import Listed
from parley.storage.threads import Happened, Shown


async def detail(db: Connection, caller: Caller, conversation_id: UUID) -> Detail:
    """Raises NotFound."""
    listed = await _listed(db, caller.tenant_id, conversation_id)
    conversation = await conversations.get(db, caller.tenant_id, conversation_id)
    moves = moves_now(conversation, caller.account_id)
    if conversation.owner_kind == "person" and conversation.owner_id != caller.account_id and not caller.supervises:
        moves = tuple(each for each in moves if each != "take_over")
    consents = await threads.consents(db, caller.tenant_id, listed.contact_id)
    has_it = await thread_owners.get(db, caller.tenant_id, conversation.number_id, conversation.contact_id)
    routing = await threads.routing(db, caller.tenant_id, conversation_id)
    reply = await _waiting_reply(db, caller.tenant_id, conversation_id)
    return Detail.build(listed, moves, consents, routing, has_it, reply)


async def _waiting_reply(db: Connection, tenant_id: UUID, conversation_id: UUID) -> WaitingReplyOut | None:
    reply = await waiting_replies.get(db, tenant_id, conversation_id)
    if reply is None:
        return None
    named = await accounts.names(db, tenant_id, [reply.written_by])
    media_id = UUID(reply.content.media_id) if isinstance(reply.content, Media) else None
    files = await threads.files(db, tenant_id, [media_id] if media_id else [])
    return WaitingReplyOut.of(reply, named.get(reply.written_by, ""), files.get(media_id) if media_id else None)


async def thread(db: Connection, tenant_id: UUID, conversation_id: UUID, before: int | None, limit: int) -> Thread:
    """A page of the thread, oldest first. Raises NotFound."""
    listed = await _listed(db, tenant_id, conversation_id)
    found = await threads.page(db, tenant_id, conversation_id, before, limit + 1)
    more, shown = len(found) > limit, found[:limit]
    until = await threads.time_at(db, tenant_id, conversation_id, before) if before is not None else None
    since = shown[-1].at if more else None
    happened = await threads.events(db, tenant_id, conversation_id, since, until)
    return Thread(
        items=await _messages(db, tenant_id, conversation_id, shown[::-1], listed.contact_name),
        events=await _events(db, tenant_id, happened, listed.contact_name),
        next_before=shown[-1].position if more else None,
    )


async def message(db: Connection, tenant_id: UUID, conversation_id: UUID, message_id: UUID) -> Message:
    """One message. Raises NotFound."""
    listed = await _listed(db, tenant_id, conversation_id)
    shown = await threads.one(db, tenant_id, message_id)
    if shown is None:
        raise NotFound("message")
    return (await _messages(db, tenant_id, conversation_id, [shown], listed.contact_name))[0]


async def _listed(db: Connection, tenant_id: UUID, conversation_id: UUID) -> Listed:
    listed = await lists.one(db, tenant_id, conversation_id)
    if listed is None:
        raise NotFound("conversation")
    return listed


async def _messages(
    db: Connection, tenant_id: UUID, conversation_id: UUID, shown: list[Shown], customer: str
) -> list[Message]:
    reactions = await threads.reactions(db, tenant_id, conversation_id, shown)
    file_of = {each.message_id: _media_id(each) for each in shown}
    files = await threads.files(db, tenant_id, [media_id for media_id in file_of.values() if media_id])
    found = []
    for each in shown:
        media_id = file_of[each.message_id]
        file = files.get(media_id) if media_id else None
        found.append(Message.of(each, customer, reactions.get(each.platform_id or "", []), file))
    return found


def _media_id(shown: Shown) -> UUID | None:
    try:
        kept = shown.content.get("header_media") or shown.content
        return UUID(kept.get("media_id") or "")
    except ValueError:
        return None


async def _events(db: Connection, tenant_id: UUID, happened: list[Happened], customer: str) -> list[Event]:
    named = {str(each.data["to"]) for each in happened if each.data.get("to")}
    names = await accounts.names(db, tenant_id, [UUID(account_id) for account_id in named])
    known = {str(account_id): name for account_id, name in names.items()}
    return [Event.of(each, customer, known) for each in happened]
