"""What became of one message."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.history_view import events_of, history_id
from parley_emulator.graph.paging import page
from parley_emulator.graph.shape import Shape
from parley_emulator.platform import Platform
from parley_emulator.state.records import Message

NODE = "history"
EDGE = "events"
SHAPE = Shape("WhatsAppBusinessMessageHistoryEvent", ("cursor", "node"))


async def get(platform: Platform, call: Call, message: Message) -> dict[str, Any]:
    """In pages; ``status_filter`` leaves one kind."""
    wanted = call.param("status_filter").upper()
    events = events_of(message, platform.outgoing.target.url)
    items = [{"node": _occurrence(each)} for each in events if wanted in {"", each["delivery_status"]}]
    return page(call, f"{history_id(message)}/events", items)


def _occurrence(event: dict[str, Any]) -> dict[str, Any]:
    at = event["timestamp"]
    names = ("id", "delivery_status", "application")
    return {**{name: event[name] for name in names}, "occurrence_timestamp": at, "status_timestamp": at}
