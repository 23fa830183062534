"""What a person may do with a conversation now; the names are those of the API's verbs."""

from uuid import UUID

from parley.core.conversation import Conversation, moves_now
from parley.core.errors import AlreadyTaken, IllegalMove
from parley.storage import accounts, conversations
from parley.storage.database import Connection


async def lock_for(db: Connection, tenant_id: UUID, conversation_id: UUID, account_id: UUID, verb: str) -> Conversation:
    """The conversation, locked, if this person may do that. Raises NotFound, AlreadyTaken and IllegalMove."""
    conversation = await conversations.lock(db, tenant_id, conversation_id)
    if verb not in moves_now(conversation, account_id):
        await _refuse(db, conversation, account_id, verb)
    return conversation


async def _refuse(db: Connection, conversation: Conversation, account_id: UUID, verb: str) -> None:
    owner = conversation.owner_id
    if owner is not None and owner != account_id:
        known = await accounts.names(db, conversation.tenant_id, [owner])
        raise AlreadyTaken(known.get(owner, ""))
    if owner is None and conversation.state != "closed":
        error = IllegalMove(verb, conversation.state)
        error.message, error.next_step = "The conversation is not yours.", "Take it over first."
        raise error
    raise IllegalMove(verb, conversation.state)
