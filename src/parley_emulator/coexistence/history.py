"""What was said on the phone before the number was connected, as ``history`` tells it.

Newest first in three phases: the last day, up to 90 days, up to 180 days. What a file holds follows by itself.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from parley_emulator.media import in_webhook
from parley_emulator.platform import Platform
from parley_emulator.state.media_kinds import KINDS
from parley_emulator.state.records import Message, Number
from parley_emulator.threads.echoes import PHONE_APP
from parley_emulator.webhooks.events import frame
from parley_emulator.webhooks.telling import tell

PHASES = (1, 90, 180)  # days
DAY = 86_400.0
TOGETHER = 100  # messages in one update
STATUSES = {"delivered": "DELIVERED", "read": "READ", "sent": "SENT", "failed": "ERROR", "accepted": "PENDING"}
DECLINED = {
    "code": 2593109,
    "title": "History sharing is turned off by the business from the WhatsApp Business App",
    "message": "History sharing is turned off by the business from the WhatsApp Business App",
    "error_data": {"details": "History sharing is turned off by the business"},
}


def tell_history(platform: Platform, number: Number, joined_at: float, *, shares: bool) -> None:
    """In as many updates as it takes; one with an error where the business does not share it."""
    if not shares:
        _tell(platform, number, {"history": [{"errors": [DECLINED]}]})
        return
    before = [
        message
        for chat in platform.world.chats.values()
        if chat.number_id == number.id
        for message in chat.messages
        if message.at < joined_at
    ]
    files: list[Message] = []
    for phase, messages in enumerate(_phases(before, joined_at)):
        chunks = [messages[start : start + TOGETHER] for start in range(0, len(messages), TOGETHER)] or [[]]
        for order, chunk in enumerate(chunks, start=1):
            done = int(100 * (phase + order / len(chunks)) / len(PHASES))
            metadata = {"phase": phase, "chunk_order": order, "progress": done}
            _tell(platform, number, {"history": [{"metadata": metadata, "threads": list(_threads(number, chunk))}]})
            files += [message for message in chunk if message.type in KINDS]
    for message in files:
        _tell(platform, number, {"messages": [_with_file(platform, number, message)]})


def _phases(messages: list[Message], joined_at: float) -> list[list[Message]]:
    found: list[list[Message]] = [[] for _ in PHASES]
    for message in sorted(messages, key=lambda each: each.at, reverse=True):
        age = (joined_at - message.at) / DAY
        phase = next((place for place, days in enumerate(PHASES) if age <= days), None)
        if phase is not None:
            found[phase].append(message)
    return found


def _threads(number: Number, messages: list[Message]) -> Iterator[dict[str, Any]]:
    by_person: dict[str, list[Message]] = defaultdict(list)
    for message in messages:
        by_person[message.wa_id].append(message)
    for wa_id, said in by_person.items():
        yield {"id": wa_id, "messages": [_shown(number, message) for message in said]}


def _shown(number: Number, message: Message) -> dict[str, Any]:
    shown = _frame(number, message)
    if message.type in KINDS:
        return {**shown, "type": "media_placeholder"}
    return {**shown, "type": message.type, message.type: message.object()}


def _with_file(platform: Platform, number: Number, message: Message) -> dict[str, Any]:
    content = message.object()
    media = platform.world.media[str(content["id"])]
    if number.id not in media.numbers:
        media.numbers.append(number.id)
        platform.world.save_media(media)
    file = {**content, **in_webhook(platform, media)}
    return {**_frame(number, message), "type": message.type, message.type: file}


def _frame(number: Number, message: Message) -> dict[str, Any]:
    mine = message.by == PHONE_APP or not message.incoming
    return {
        "from": number.digits if mine else message.wa_id,
        **({"to": message.wa_id} if mine else {}),
        "id": message.id,
        "timestamp": str(int(message.at)),
        "history_context": {"status": STATUSES.get(message.status, "DELIVERED")},
    }


def _tell(platform: Platform, number: Number, value: dict[str, Any]) -> None:
    tell(platform, f"{number.id}:history", number.waba_id, "history", {**frame(number), **value}, number=number)
