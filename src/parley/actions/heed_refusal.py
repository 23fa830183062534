"""WhatsApp refused a message for a reason that holds for the next one too: a person, a template or a number rests."""

from datetime import datetime

from parley.actions.receive_enforcement import receive_enforcement
from parley.actions.receive_report import receive_notice
from parley.core.conversation import Conversation
from parley.core.messages import TemplateUse
from parley.core.messages.inbound import Notice
from parley.core.policy.cases.enforcement import REFUSALS, refusal_of
from parley.core.policy.refusals import RESTS, STOPPED_MARKETING, TEMPLATE_IS, Refusal
from parley.core.policy.rules.opt_out_is_respected import SIGNAL
from parley.storage import consents, conversations, numbers, suppressions, template_states
from parley.storage.database import Connection
from parley.storage.decisions import Decided
from parley.storage.messages import Message


async def heed_refusal(db: Connection, message: Message, refused: Refusal, now: datetime) -> list[Decided]:
    """What the caller records at the end of its transaction. Codes that end with their message ask for nothing here."""
    conversation = await conversations.get(db, message.tenant_id, message.conversation_id)
    code = refused.code
    if code == STOPPED_MARKETING:
        await _heard_stop(db, conversation, message, now)
    elif code in RESTS:
        people = (conversation.number_id, conversation.contact_id)
        await suppressions.keep(db, message.tenant_id, *people, code, RESTS[code], now)
    elif code in TEMPLATE_IS and isinstance(use := message.said, TemplateUse):
        await _stop_template(db, conversation, use, TEMPLATE_IS[code], now)
    if refused.stops_number:
        await _hold_number(db, conversation, refused, now)
    if code not in REFUSALS:
        return []
    return await receive_enforcement(db, message.tenant_id, refusal_of(code), now, conversation.number_id)


async def _heard_stop(db: Connection, conversation: Conversation, message: Message, now: datetime) -> None:
    """This person has stopped marketing: that is their word (B7)."""
    await consents.record(
        db,
        conversation.tenant_id,
        conversation.contact_id,
        purpose="marketing",
        action="opt_out",
        method=SIGNAL,
        recorded_by="platform",
        at=now,
        evidence={"code": str(STOPPED_MARKETING), "message_id": str(message.message_id)},
    )


async def _stop_template(
    db: Connection, conversation: Conversation, use: TemplateUse, status: str, now: datetime
) -> None:
    """Known before the platform's own news of it comes: the gate lets it out no more."""
    tenant_id = conversation.tenant_id
    known = (await numbers.access(db, tenant_id)).get(conversation.number_id)
    if known is not None:
        await template_states.change(
            db, tenant_id, known[2], name=use.name, language=use.language, status=status, category="", now=now
        )


async def _hold_number(db: Connection, conversation: Conversation, refused: Refusal, now: datetime) -> None:
    """The rest of its queue would fail like this one. People are told once, and one message is tried now and then."""
    times = await numbers.hold(db, conversation.tenant_id, conversation.number_id, refused.code, now)
    if times == 1:
        sentence = f"Nothing leaves this number for now. {refused.sentence}"
        notice = Notice("messages", str(refused.code), sentence, {}, grave=True)
        await receive_notice(db, conversation.tenant_id, conversation.number_id, notice, now)
