"""A number may come in pieces, or bare after it was asked for: its thread tells what a message holds (D3)."""

from dataclasses import replace

from parley.core.conversation import Conversation
from parley.core.messages import Text, content_from, plain_text
from parley.core.messages.inbound import InboundMessage
from parley.core.policy.identifiers import Turn
from parley.core.policy.identifiers.split import TOGETHER
from parley.core.policy.redaction import redact_in_thread
from parley.storage import inbox, messages
from parley.storage.database import Connection

LOOKED_AT = 16


async def read_together(db: Connection, conversation: Conversation, message: InboundMessage) -> InboundMessage:
    """The message without what only its thread shows to be a full number; what is kept of its report loses it too."""
    if not isinstance(message.content, Text):
        return message
    newest = await messages.newest(db, conversation.tenant_id, conversation.conversation_id, LOOKED_AT)
    lately = [each for each in newest if message.at - each.at <= TOGETHER]
    turns = [Turn(each.direction == "in", plain_text(content_from(each.content))) for each in reversed(lately)]
    # By itself it was read when it was reported; what was asked, and what came before, tell more.
    body, found = redact_in_thread(turns, message.content.body)
    if not found:
        return message
    await inbox.reword(db, conversation.tenant_id, message.number_id, message.platform_id, body)
    kinds = {str(each.facts["kind"]) for each in found if each.facts}
    return replace(message, content=Text(body), taken_out=tuple(sorted({*message.taken_out, *kinds})))
