"""Who is in the group."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.groups.events import request_id, tell_group
from parley_emulator.groups.groups import users_in
from parley_emulator.groups.naming import named, wa_ids_of
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

NODE = "group"
EDGE = "participants"


async def post(platform: Platform, call: Call, group: Thing) -> dict[str, Any]:
    """Invited, and in; people otherwise come in by the link."""
    users = wa_ids_of(platform, group, users_in(call))
    group.fields["participants"] = list(dict.fromkeys([*group.fields["participants"], *users]))
    added = [named(platform, group, each) for each in users]
    return await _told(platform, group, "group_participants_add", added_participants=added)


async def delete(platform: Platform, call: Call, group: Thing) -> dict[str, Any]:
    """Put out."""
    asked = users_in(call)
    users = wa_ids_of(platform, group, asked)
    group.fields["participants"] = [each for each in group.fields["participants"] if each not in users]
    removed = {"removed_participants": [{"input": each} for each in asked], "initiated_by": "business"}
    return await _told(platform, group, "group_participants_remove", **removed)


async def _told(platform: Platform, group: Thing, kind: str, **more: Any) -> dict[str, Any]:
    platform.world.save_thing(group)
    request = request_id()
    tell_group(platform, group, "group_participants_update", kind, request, **more)
    await platform.store.committed()
    return {"messaging_product": "whatsapp", "request_id": request}
