"""Who asks to come in."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import page
from parley_emulator.groups.events import tell_group
from parley_emulator.groups.groups import requests_in, take_requests
from parley_emulator.groups.membership import let_in
from parley_emulator.groups.naming import named
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

NODE = "group"
EDGE = "join_requests"


async def get(platform: Platform, call: Call, group: Thing) -> dict[str, Any]:
    """In pages."""
    items = [
        {"join_request_id": name, **named(platform, group, each["wa_id"]), "creation_timestamp": each["at"]}
        for name, each in group.fields["join_requests"].items()
    ]
    return page(call, f"{group.id}/join_requests", items)


async def post(platform: Platform, call: Call, group: Thing) -> dict[str, Any]:
    """They are in."""
    taken, failed = take_requests(group, requests_in(call))
    let_in(platform, group, taken.values())
    if taken:
        added = [named(platform, group, each) for each in taken.values()]
        told: dict[str, Any] = {"reason": "invite_link", "added_participants": added}
        tell_group(platform, group, "group_participants_update", "group_participants_add", **told)
    await platform.store.committed()
    return {"messaging_product": "whatsapp", "approved_join_requests": list(taken), "failed_join_requests": failed}


async def delete(platform: Platform, call: Call, group: Thing) -> dict[str, Any]:
    """They stay outside."""
    taken, failed = take_requests(group, requests_in(call))
    platform.world.save_thing(group)
    await platform.store.committed()
    return {"messaging_product": "whatsapp", "rejected_join_requests": list(taken), "failed_join_requests": failed}
