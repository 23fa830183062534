"""The number's groups: list, create."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import page
from parley_emulator.groups.events import request_id, tell_group
from parley_emulator.groups.groups import mode_in, new_group
from parley_emulator.groups.news import note
from parley_emulator.platform import Platform
from parley_emulator.sending.demand import text_in
from parley_emulator.state.records import Number

NODE = "number"
EDGE = "groups"


async def get(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """In pages; unlike elsewhere, the list is inside an object."""
    items = [
        {"id": each.id, "subject": each.fields["subject"], "created_at": str(each.fields["created_at"])}
        for each in platform.world.things_of("group", number.id)
    ]
    answer = page(call, f"{number.id}/groups", items)
    return {**answer, "data": {"groups": answer["data"]}}


async def post(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """Answered at once; the group and its link come by webhook."""
    subject = text_in(call.body, "subject", "", 128)
    description = text_in(call.body, "description", "", 2048) if call.body.get("description") else ""
    group = new_group(platform, number, subject, description, mode_in(call))
    note(platform, group, "created")
    request = request_id()
    made = {name: group.fields[name] for name in ("subject", "invite_link", "join_approval_mode")}
    tell_group(platform, group, "group_lifecycle_update", "group_create", request, **made)
    await platform.store.committed()
    return {"messaging_product": "whatsapp", "request_id": request}
