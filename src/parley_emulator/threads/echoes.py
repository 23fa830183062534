"""What others write under our number: another application, Meta's agent, or a person in the Business App."""

from typing import Any

import msgspec

from parley_emulator import ids
from parley_emulator.customers.sight import shows_number
from parley_emulator.customers.write import NotPossible
from parley_emulator.platform import Platform
from parley_emulator.state.records import Chat, Message, Number
from parley_emulator.threads.owners import AGENT, OTHER_APP, set_owner
from parley_emulator.webhooks.events import contact_of, frame
from parley_emulator.webhooks.telling import tell

PHONE_APP = "phone_app"
WRITERS = frozenset({PHONE_APP, OTHER_APP, AGENT})


def write_as(platform: Platform, number: Number, chat: Chat, by: str, body: dict[str, Any]) -> Message:
    """The customer gets it, and our application an echo. Raises NotPossible."""
    if by not in WRITERS:
        raise NotPossible(f"by must be one of {', '.join(sorted(WRITERS))}.")
    if by == PHONE_APP and not number.fields.get("is_on_biz_app"):
        raise NotPossible("This number is not used in the Business App. Switch its coexistence on first.")
    message = _message_of(platform, chat, by, body)
    platform.world.add_message(chat, message)
    if by != PHONE_APP:
        set_owner(platform, chat, by)
    _tell_echo(platform, number, chat, message, body)
    platform.live.tell(chat.wa_id, number.id, "message")
    return message


def _message_of(platform: Platform, chat: Chat, by: str, body: dict[str, Any]) -> Message:
    kind, now = str(body.get("type") or "text"), platform.clock.now()
    return Message(
        seq=platform.world.take_seq(),
        id=ids.message_id(chat.wa_id, incoming=False),
        number_id=chat.number_id,
        wa_id=chat.wa_id,
        incoming=False,
        type=kind,
        content=msgspec.json.encode(body.get(kind) or {}).decode(),
        at=now,
        context_id=str((body.get("context") or {}).get("message_id", "")),
        by=by,
        status="delivered",
        times={"sent": now, "delivered": now},
    )


def _tell_echo(platform: Platform, number: Number, chat: Chat, message: Message, body: dict[str, Any]) -> None:
    around = {
        "from": number.digits,
        "to": chat.wa_id,
        "to_user_id": chat.user_id,
        "id": message.id,
        "timestamp": str(int(message.at)),
    }
    if not shows_number(platform, platform.world.customers.get(chat.wa_id), chat):
        del around["to"]
    said = {"type": message.type, message.type: message.object()}
    lane = f"{number.id}:{chat.wa_id}"
    if message.by == PHONE_APP:
        value = {**frame(number), "contacts": [contact_of(platform, chat)], "message_echoes": [{**around, **said}]}
        tell(platform, lane, number.waba_id, "smb_message_echoes", value)
        return
    request = {"messaging_product": "whatsapp", "to": chat.wa_id, **body, **said}
    value = {**frame(number), "standby": {"message_echoes": [{**around, "message": request}]}}
    tell(platform, lane, number.waba_id, "standby", value)
