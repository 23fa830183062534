"""Permissions to call that come and go by themselves: the business hears of them as of what a customer decides."""

from typing import Any

from parley_emulator import ids
from parley_emulator.calls.permissions import note_answer
from parley_emulator.customers.sight import shows_number
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number
from parley_emulator.webhooks.events import tell_message


def reply_by_itself(platform: Platform, number: Number, wa_id: str, response: str, call_id: str = "") -> None:
    """``accept`` after the customer called, ``reject`` after too many calls that nobody took. Opens no window."""
    chat = platform.world.chat(number, wa_id)
    seen = {"from": wa_id} if shows_number(platform, platform.world.customers.get(wa_id), chat) else {}
    reply: dict[str, Any] = {"response": response, "response_source": "automatic"}
    told: dict[str, Any] = {
        **seen,
        "from_user_id": chat.user_id,
        "id": ids.message_id(wa_id, incoming=True),
        "timestamp": str(int(platform.clock.now())),
        "type": "interactive",
        "interactive": {"type": "call_permission_reply", "call_permission_reply": reply},
        **({"context": {**seen, "id": call_id}} if call_id else {}),
    }
    note_answer(platform, number, wa_id, told)
    tell_message(platform, number, chat, told)
