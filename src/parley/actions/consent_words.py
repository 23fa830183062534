"""A customer's own words about being written to: a stop counts at once, and is confirmed once (B7)."""

from datetime import datetime

from parley.actions.moving import CUSTOMER
from parley.actions.speaking import try_to_speak
from parley.actions.stop_replies_to import stop_replies_to
from parley.core.chatbot.phrases import phrase
from parley.core.conversation import Conversation
from parley.core.messages import Reply, Text, plain_text
from parley.core.messages.inbound import InboundMessage
from parley.core.policy.consent import newest_for, wants_to_resume, wants_to_stop
from parley.core.policy.facts import ConsentFacts
from parley.storage import consents, conversations, numbers
from parley.storage.contacts import Contact
from parley.storage.database import Connection
from parley.storage.decisions import Decided

WORDING_VERSION = "chat-1"


async def hear_consent(
    db: Connection, conversation: Conversation, contact: Contact, message: InboundMessage, now: datetime
) -> list[Decided] | None:
    """None if the message is about something else; else it is recorded and confirmed, and needs no other answer."""
    if not isinstance(message.content, Text | Reply):
        return None
    text = plain_text(message.content)
    stops = wants_to_stop(text)
    if not stops and not wants_to_resume(text):
        return None
    newest = newest_for(
        "all", (await consents.newest(db, conversation.tenant_id, [contact.contact_id])).get(contact.contact_id, ())
    )
    opted_out = newest is not None and newest.action == "opt_out"
    if not stops and not opted_out:
        return None  # "start" of somebody who never stopped is an ordinary message
    language = conversation.language or contact.language or "en"
    business = await numbers.display_name(db, conversation.tenant_id, conversation.number_id)
    wording = ""
    if newest is not None and not stops:
        wording = await _agreed_to(db, conversation, contact, newest, phrase("stopped", language, business=business))
    await consents.record(
        db,
        conversation.tenant_id,
        contact.contact_id,
        purpose="all",
        action="opt_out" if stops else "opt_in",
        method="chat",
        wording=wording,
        wording_version=WORDING_VERSION if wording else "",
        language=language,
        evidence={"platform_id": message.platform_id},
        recorded_by="customer",
        at=message.at,
    )
    kind = "opt_out" if stops else "opt_in"
    await conversations.record_event(db, conversation, kind, actor_kind="customer", now=now)
    if stops:
        await stop_replies_to(db, conversation.tenant_id, contact.contact_id, "opted_out", now)
    if stops and opted_out:
        return []  # one confirmation at most
    notice = Text(phrase("stopped" if stops else "resumed", language, business=business))
    said = await try_to_speak(db, conversation, notice, actor=CUSTOMER, confirms_opt_out=stops, now=now)
    return [said] if isinstance(said, Decided) else []


async def _agreed_to(
    db: Connection, conversation: Conversation, contact: Contact, stopped: ConsentFacts, notice: str
) -> str:
    """What "start" agrees to: our notice where it was shown, else only what they had agreed to before they stopped."""
    if stopped.method == "chat":
        return notice
    return await consents.last_wording(db, conversation.tenant_id, contact.contact_id, "all")
