"""The phone's calls: to a business, and from one that was allowed to call."""

from typing import Any

from starlette.requests import Request

from parley_emulator.calls.customer import act, call_business, calls_of, line_of, shown
from parley_emulator.control.asked import NotFound, the_customer, the_number
from parley_emulator.phone.body import body_of
from parley_emulator.platform import Platform
from parley_emulator.state.records import Chat
from parley_emulator.state.world import World


async def going_on(platform: Platform, request: Request) -> dict[str, Any]:
    """Those that ring or are spoken in now, the newest first."""
    wa_id = the_customer(platform, request.path_params["wa_id"]).wa_id
    now = [each for each in calls_of(platform.world, wa_id) if not each.fields["ended"]]
    return {"items": [shown(platform.world, each) for each in reversed(now)]}


async def begin_call(platform: Platform, request: Request) -> dict[str, Any]:
    """The customer calls."""
    number = the_number(platform, request.path_params["number_id"])
    call = call_business(platform, number, the_customer(platform, request.path_params["wa_id"]))
    await platform.store.committed()
    return shown(platform.world, call)


async def go_on(platform: Platform, request: Request) -> dict[str, Any]:
    """``{action: accept | reject | hang_up}``."""
    call = platform.world.things.get(request.path_params["call_id"])
    wa_id = request.path_params["wa_id"]
    if call is None or call.kind != "call" or call.fields["wa_id"] != wa_id or call.fields["ended"]:
        raise NotFound("This call is over.")
    act(platform, call, str((await body_of(request)).get("action")))
    await platform.store.committed()
    return {"ok": True}


def call_lines(world: World, chat: Chat) -> list[dict[str, Any]]:
    """Calls of the chat that are over, as lines between its messages."""
    over = [each for each in calls_of(world, chat.wa_id) if each.owner == chat.number_id and each.fields["ended"]]
    return [
        {
            "id": each.id,
            "from_me": False,
            "type": "news",
            "text": line_of(each),
            "status": "read",
            "at": each.fields["ended_at"],
        }
        for each in over
    ]
