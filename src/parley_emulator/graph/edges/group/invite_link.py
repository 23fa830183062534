"""The link that lets people in."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.shape import Shape
from parley_emulator.groups.groups import new_link
from parley_emulator.groups.news import note
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

NODE = "group"
EDGE = "invite_link"
SHAPE = Shape("WhatsAppBusinessGroup", ("messaging_product", "invite_link"))


async def get(platform: Platform, call: Call, group: Thing) -> dict[str, Any]:
    """The one that opens now."""
    return {"messaging_product": "whatsapp", "invite_link": group.fields["invite_link"]}


async def post(platform: Platform, call: Call, group: Thing) -> dict[str, Any]:
    """A new one; the older one is closed."""
    group.fields["invite_link"] = new_link()
    note(platform, group, "link")
    await platform.store.committed()
    return {"messaging_product": "whatsapp", "invite_link": group.fields["invite_link"]}


async def delete(platform: Platform, call: Call, group: Thing) -> dict[str, Any]:
    """None opens; the answer has the word as text, as the description has it."""
    group.fields["invite_link"] = ""
    platform.world.save_thing(group)
    await platform.store.committed()
    return {"messaging_product": "whatsapp", "success": "true"}
