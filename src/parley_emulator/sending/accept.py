"""Take a send: check it, keep it, answer, and let its fate begin."""

from typing import Any

import msgspec

from parley_emulator import ids
from parley_emulator.customers.sight import note_use
from parley_emulator.graph.refusal import Refusal
from parley_emulator.groups.pins import pin
from parley_emulator.orders.kept import note_order
from parley_emulator.platform import Platform
from parley_emulator.pricing.categories import priced_as
from parley_emulator.pricing.conversations import conversation_for, model_of
from parley_emulator.sending.attached import links_of
from parley_emulator.sending.checks import CHECKS, TAKES
from parley_emulator.sending.direct import TTL, template_for
from parley_emulator.sending.fates import fate_of
from parley_emulator.sending.progress import begin
from parley_emulator.sending.send import Send
from parley_emulator.state.records import Message, Number
from parley_emulator.templates.pacing import hold
from parley_emulator.templates.ttl import ttl_of
from parley_emulator.webhooks.events import ELSEWHERE

FREE_ENTRY = 72 * 3600
ANSWER_WITHIN = 24 * 3600


async def accept(
    platform: Platform, number: Number, body: dict[str, Any], by_marketing_api: bool = False
) -> dict[str, Any]:
    """The platform's answer, once the message is on disk. Raises Refusal."""
    send = Send(platform, number, body, platform.clock.now(), by_marketing_api)
    for check in CHECKS:
        if refusal := check(send):
            raise refusal
    for take in TAKES:
        take(send)
    message = _message_of(send)
    message.conversation = _conversation_of(send, message)
    if send.chat.owner in ELSEWHERE and not send.template:
        send.chat.owner = "app"  # a service message takes the thread over
        platform.world.save_chat(send.chat)
    if send.body.get("to"):
        note_use(platform, send.customer, send.chat, send.now)
    is_held = send.template is not None and hold(platform, message, send.template)
    platform.world.add_message(send.chat, message)
    if send.group and send.type == "pin":
        pin(platform, send.group, send.content, send.now)
    note_order(send, message)
    if not is_held:
        begin(platform, message)
    await platform.store.committed()
    return _answer(send, message)


def _message_of(send: Send) -> Message:
    fate = fate_of(send)
    open_now = send.chat.is_open(send.now)
    content = {**send.content, "rendered": send.rendered} if send.template else send.content
    message = Message(
        seq=send.platform.world.take_seq(),
        id=ids.message_id(send.to, incoming=False),
        number_id=send.number.id,
        wa_id=send.to,
        incoming=False,
        type=send.type,
        content=msgspec.json.encode(content).decode(),
        at=send.now,
        context_id=str((send.body.get("context") or {}).get("message_id", "")),
        callback_data=send.body.get("biz_opaque_callback_data") or "",
        category=_price_category(send),
        free_entry=not isinstance(fate, Refusal) and _enters_free(send),
        in_window=open_now,
        status="accepted",
        times={"accepted": send.now},
    )
    if send.direct:
        message.template_id = template_for(send.platform.world, send.number.waba_id, send.body, send.now).id
        message.ttl_seconds = send.body.get("ttl_seconds") or TTL[send.direct][2]
    elif send.template and send.template.message_send_ttl_seconds is not None:
        message.ttl_seconds = ttl_of(send.template, send.by_marketing_api)
    if isinstance(fate, Refusal):
        message.fate, message.errors = "fail", [fate.in_webhook()]
    elif fate is not None:
        message.fate = fate
    elif links_of(send.type, send.content):
        message.fate = "fetch"
    return message


def _price_category(send: Send) -> str:
    if not send.category:
        return ""
    account = send.platform.world.accounts[send.number.waba_id]
    return priced_as(send.category, account, send.to, send.now, send.by_marketing_api)


def _conversation_of(send: Send, message: Message) -> tuple[str, float] | None:
    """In the older price model."""
    account = send.platform.world.accounts.get(send.number.waba_id)
    if model_of(account, send.now) != "CBP" or message.type == "reaction":
        return None
    made = conversation_for(send.chat, message.category or "service", send.now, message.free_entry)
    return made.id, made.until


def _enters_free(send: Send) -> bool:
    """The first answer within a day to someone who came through an ad makes 72 hours free."""
    chat = send.chat
    if chat.referral_at and not chat.free_entry_until and send.now < chat.referral_at + ANSWER_WITHIN:
        chat.free_entry_until = send.now + FREE_ENTRY
    return send.now < chat.free_entry_until


def _answer(send: Send, message: Message) -> dict[str, Any]:
    contact = {"input": str(send.body.get("to") or send.body.get("recipient"))}
    if send.body.get("to"):
        contact["wa_id"] = send.to
    if send.body.get("recipient"):
        contact["user_id"] = send.chat.user_id
    sent = {"id": message.id}
    if send.group:
        sent["group_id"] = send.group.id
    if send.type == "template":
        sent["message_status"] = "held_for_quality_assessment" if message.held else "accepted"
    return {"messaging_product": "whatsapp", "contacts": [contact], "messages": [sent]}
