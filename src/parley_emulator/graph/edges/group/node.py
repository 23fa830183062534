"""One group: its fields, its subject and description, its end."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import pick
from parley_emulator.graph.shape import Shape
from parley_emulator.groups.events import request_id, tell_group
from parley_emulator.groups.groups import view
from parley_emulator.groups.membership import dissolve
from parley_emulator.groups.news import note
from parley_emulator.groups.pictures import hang
from parley_emulator.platform import Platform
from parley_emulator.sending.demand import text_in
from parley_emulator.state.records import Thing

NODE = "group"
EDGE = ""
FIELDS = ("messaging_product", "id", "subject", "description", "join_approval_mode", "suspended")
SHAPE = Shape("WhatsAppBusinessGroup", FIELDS, ("creation_timestamp", "participants", "total_participant_count"))


async def get(platform: Platform, call: Call, group: Thing) -> dict[str, Any]:
    """The fields asked for."""
    return pick(call.param("fields"), view(platform, group), FIELDS)


async def post(platform: Platform, call: Call, group: Thing) -> dict[str, Any]:
    """Another subject, description or picture."""
    changed: dict[str, Any] = {}
    for name, most in (("subject", 128), ("description", 2048)):
        if call.body.get(name) is not None:
            group.fields[name] = text_in(call.body, name, "", most)
            changed[f"group_{name}"] = {"text": group.fields[name], "update_successful": True}
            note(platform, group, name, text=group.fields[name])
    if "file" in call.files:
        changed["profile_picture"] = hang(platform, group, call.files["file"])
    request = request_id()
    tell_group(platform, group, "group_settings_update", "group_settings_update", request, **changed)
    await platform.store.committed()
    return {"messaging_product": "whatsapp", "request_id": request, "success": True}


async def delete(platform: Platform, call: Call, group: Thing) -> dict[str, Any]:
    """Nobody is in it any more."""
    dissolve(platform, group)
    request = request_id()
    tell_group(platform, group, "group_lifecycle_update", "group_delete", request)
    await platform.store.committed()
    return {"messaging_product": "whatsapp", "request_id": request, "success": True}
