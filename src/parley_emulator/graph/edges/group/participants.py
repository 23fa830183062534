"""Who is in the group."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.groups.events import request_id, tell_group
from parley_emulator.groups.groups import users_in
from parley_emulator.groups.membership import let_go, let_in
from parley_emulator.groups.naming import named, wa_ids_of
from parley_emulator.groups.news import REMOVED
from parley_emulator.groups.spells import is_in
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

NODE = "group"
EDGE = "participants"


async def post(platform: Platform, call: Call, group: Thing) -> dict[str, Any]:
    """Invited, and in; people otherwise come in by the link."""
    users = wa_ids_of(platform, group, users_in(call))
    let_in(platform, group, users, by="business")
    added = [named(platform, group, each) for each in users]
    return await _told(platform, group, "group_participants_add", added_participants=added)


async def delete(platform: Platform, call: Call, group: Thing) -> dict[str, Any]:
    """Put out; who is not in it is named with the reason."""
    asked = users_in(call)
    known = dict(zip(asked, wa_ids_of(platform, group, asked), strict=True))
    members = [each for each in asked if is_in(group, known[each])]
    let_go(platform, group, [known[each] for each in members], REMOVED)
    told: dict[str, Any] = {"initiated_by": "business"}
    if members:
        told["removed_participants"] = [{"input": each} for each in members]
    if failed := [each for each in asked if each not in members]:
        error = Refusal(131009, "This user is not in the group.").in_webhook()
        told["failed_participants"] = [{"input": each, "errors": [error]} for each in failed]
        told["errors"] = [error]
    return await _told(platform, group, "group_participants_remove", **told)


async def _told(platform: Platform, group: Thing, kind: str, **more: Any) -> dict[str, Any]:
    request = request_id()
    tell_group(platform, group, "group_participants_update", kind, request, **more)
    await platform.store.committed()
    return {"messaging_product": "whatsapp", "request_id": request}
