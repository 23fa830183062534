"""A customer writes: the message is kept, and the business is told."""

from typing import Any

import msgspec

from parley_emulator import ids
from parley_emulator.calls.permissions import note_answer
from parley_emulator.customers.questions import note_question
from parley_emulator.customers.sight import shows_number
from parley_emulator.customers.taps import as_tapped
from parley_emulator.customers.unsupported import TYPE as UNSUPPORTED
from parley_emulator.customers.unsupported import completed
from parley_emulator.customers.window import note_incoming
from parley_emulator.graph.refusal import Refusal
from parley_emulator.media import in_webhook
from parley_emulator.platform import Platform
from parley_emulator.state.first_bytes import NEEDED, is_animated
from parley_emulator.state.media_kinds import KINDS
from parley_emulator.state.records import Chat, Customer, Media, Message, Number
from parley_emulator.webhooks.events import tell_message

# Whatever kind a customer sends (reference 4.1).
LARGEST_RECEIVED = 100 << 20


class NotPossible(ValueError):
    """The customer can not do that; the sentence says why."""


def write(platform: Platform, number: Number, customer: Customer, body: dict[str, Any]) -> Message:
    """``body`` as a webhook would have it: a type, and the object of that name. Raises NotPossible."""
    chat = platform.world.chat(number, customer.wa_id)
    if chat.blocked:
        raise NotPossible(f"{customer.name} has blocked this business. Unblock it first.")
    told = as_told(platform, number, chat, as_tapped(chat, body))
    message = message_of(platform, chat, told)
    if customer.wa_id in number.blocked_users:
        return _unheard(platform, chat, message)
    if chat.owner and not chat.is_open(message.at):
        chat.owner = ""  # a thread that was idle for a day belongs to nobody
    platform.world.add_message(chat, message)
    note_incoming(chat, message)
    note_answer(platform, number, customer.wa_id, told)
    note_question(platform, chat, told)
    platform.rates.note_throughput(number, message.at)
    tell_message(platform, number, chat, told)
    platform.live.tell(chat.wa_id, number.id, "message")
    return message


def _unheard(platform: Platform, chat: Chat, message: Message) -> Message:
    """The business blocked them: it stays with one tick, nobody is told, and no window opens (reference 4.7)."""
    message.status, message.times = "sent", {"sent": message.at}
    platform.world.add_message(chat, message)
    platform.live.tell(chat.wa_id, chat.number_id, "message")
    return message


def as_told(platform: Platform, number: Number, chat: Chat, body: dict[str, Any]) -> dict[str, Any]:
    """The message as the webhook shows it."""
    kind = str(body.get("type") or "text")
    body = completed(body) if kind == UNSUPPORTED else body
    told: dict[str, Any] = {
        "from": chat.wa_id,
        "from_user_id": chat.user_id,
        "id": body.get("id") or ids.message_id(chat.wa_id, incoming=True),
        "timestamp": str(body.get("timestamp") or int(platform.clock.now())),
        "type": kind,
    }
    customer = platform.world.customers.get(chat.wa_id)
    if not shows_number(platform, customer, chat):
        del told["from"]
    extra = {
        key: value
        for key, value in body.items()
        if key not in {*told, "from", "phone_number_id", "context", "context_id"}
    }
    if kind in KINDS and isinstance(extra.get(kind), dict):
        file = _with_file(platform, number, kind, extra[kind])
        if platform.world.media[file["id"]].file_size > LARGEST_RECEIVED:
            return {**told, "type": "unsupported", "errors": [_too_large()]}
        extra[kind] = file
    told |= extra
    if context := _context(platform, number, chat, body):
        told["context"] = context
    return told


def _context(platform: Platform, number: Number, chat: Chat, body: dict[str, Any]) -> dict[str, Any] | None:
    """What the message answers. A tap answers the last message with something to tap, unless it says another."""
    given = body.get("context")
    if isinstance(given, dict) and "forwarded" in str(given):
        return given
    quoted = body.get("context_id") or (given or {}).get("id") or (given or {}).get("message_id")
    kind = {"interactive": "interactive", "button": "template"}.get(str(body.get("type")))
    if not quoted and kind:
        sent = (each for each in reversed(chat.messages) if not each.incoming and each.type == kind)
        quoted = next((each.id for each in sent), None)
    if not quoted:
        return {"from": number.digits, **given} if isinstance(given, dict) and given.get("referred_product") else None
    return {**(given or {}), **_quoted_from(platform, number, str(quoted)), "id": quoted}


def _quoted_from(platform: Platform, number: Number, quoted: str) -> dict[str, str]:
    """Who wrote what is answered: the business, or in a group another member."""
    author = getattr(platform.world.messages.get(quoted), "author", "")
    if not author:
        return {"from": number.digits}
    shown = shows_number(platform, platform.world.customers.get(author), platform.world.chat(number, author))
    return {"from": author} if shown else {}


def _with_file(platform: Platform, number: Number, kind: str, content: dict[str, Any]) -> dict[str, Any]:
    media = platform.world.media.get(str(content.get("id")))
    if media is None:
        raise NotPossible(f"There is no file {content.get('id')}. Upload it to /control/media first.")
    if number.id not in media.numbers:
        media.numbers.append(number.id)
        platform.world.save_media(media)
    own: dict[str, dict[str, Any]] = {
        "audio": {"voice": False},
        "sticker": {"animated": kind == "sticker" and is_animated(_head(platform, media))},
        "document": {"filename": media.filename},
    }
    return {**own.get(kind, {}), **content, **in_webhook(platform, media)}


def _too_large() -> dict[str, Any]:
    error = Refusal(131052, "The media file is larger than 100 MB.").in_webhook()
    return {name: value for name, value in error.items() if name != "href"}


def _head(platform: Platform, media: Media) -> bytes:
    with platform.world.file_of(media).open("rb") as opened:
        return opened.read(NEEDED)


def message_of(platform: Platform, chat: Chat, told: dict[str, Any]) -> Message:
    """The message as it is kept."""
    now = platform.clock.now()
    times = {"sent": now, "delivered": now}
    stamp = float(told["timestamp"])
    if abs(stamp - now) > 1:
        times["stamp"] = stamp
    return Message(
        seq=platform.world.take_seq(),
        id=str(told["id"]),
        number_id=chat.number_id,
        wa_id=chat.wa_id,
        incoming=True,
        type=str(told["type"]),
        content=msgspec.json.encode(told.get(told["type"], {})).decode(),
        at=now,
        context_id=str((told.get("context") or {}).get("id", "")),
        category="referral" if told.get("referral") else "",
        status="delivered",
        times=times,
    )
