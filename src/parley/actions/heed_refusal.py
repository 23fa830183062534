"""WhatsApp refused a message for a reason that holds for the next one too: that person, or that template, rests."""

from datetime import datetime

from parley.core.messages import TemplateUse
from parley.core.policy.rules.opt_out_is_respected import SIGNAL
from parley.storage import consents, conversations, numbers, template_states
from parley.storage.database import Connection
from parley.storage.messages import Message

STOPPED_MARKETING = "131050"
TEMPLATE_IS = {"132015": "PAUSED", "132016": "DISABLED"}


async def heed_refusal(db: Connection, message: Message, code: str, now: datetime) -> None:
    """Other codes ask for nothing here."""
    if code == STOPPED_MARKETING:
        await _heard_stop(db, message, now)
    elif code in TEMPLATE_IS and isinstance(use := message.said, TemplateUse):
        await _stop_template(db, message, use, TEMPLATE_IS[code], now)


async def _heard_stop(db: Connection, message: Message, now: datetime) -> None:
    """This person has stopped marketing: that is their word (B7)."""
    conversation = await conversations.get(db, message.tenant_id, message.conversation_id)
    await consents.record(
        db,
        message.tenant_id,
        conversation.contact_id,
        purpose="marketing",
        action="opt_out",
        method=SIGNAL,
        recorded_by="platform",
        at=now,
        evidence={"code": STOPPED_MARKETING, "message_id": str(message.message_id)},
    )


async def _stop_template(db: Connection, message: Message, use: TemplateUse, status: str, now: datetime) -> None:
    """Known before the platform's own news of it comes: the gate lets it out no more."""
    conversation = await conversations.get(db, message.tenant_id, message.conversation_id)
    known = (await numbers.access(db, message.tenant_id)).get(conversation.number_id)
    if known is not None:
        await template_states.change(
            db, message.tenant_id, known[2], name=use.name, language=use.language, status=status, category="", now=now
        )
