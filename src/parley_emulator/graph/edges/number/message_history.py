"""What became of the number's messages."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.history_view import events_of, history_id
from parley_emulator.graph.paging import page
from parley_emulator.graph.shape import Shape
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number

NODE = "number"
EDGE = "message_history"
SHAPE = Shape("WhatsAppBusinessMessageHistory", ("message_id", "events"))
NEWEST = 1_000


async def get(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """The newest first, in pages; with ``message_id`` only that one."""
    world, wanted = platform.world, call.param("message_id")
    if wanted:
        found = [message] if (message := world.messages.get(wanted)) and not message.incoming else []
    else:
        found = list(reversed(world.sends[-NEWEST:]))
    url = platform.outgoing.target.url
    items = [
        {"id": history_id(each), "message_id": each.id, "events": {"data": events_of(each, url)}}
        for each in found
        if each.number_id == number.id
    ]
    return page(call, f"{number.id}/message_history", items)
