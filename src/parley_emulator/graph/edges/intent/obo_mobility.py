"""The wish to bring an account to a solution."""

from typing import Any

from parley_emulator.graph.account_view import view as account_view
from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import pick
from parley_emulator.graph.shape import Shape
from parley_emulator.graph.solution_view import view as solution_view
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

NODE = "obo_mobility_intent"
EDGE = ""
FIELDS = ("id", "waba", "solution", "status", "created_time", "updated_time")
SHAPE = Shape("WhatsAppBusinessOBOMobilityIntent", FIELDS)


async def get(platform: Platform, call: Call, intent: Thing) -> dict[str, Any]:
    """The fields asked for."""
    world = platform.world
    account = account_view(platform, world.accounts[intent.owner])
    whole = {
        **intent.fields,
        "id": intent.id,
        "waba": {name: account[name] for name in ("id", "name", "timezone_id")},
        "solution": solution_view(platform, world.things[intent.fields["solution"]]),
    }
    return pick(call.param("fields"), whole, FIELDS)
