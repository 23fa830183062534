"""The wish to move an account from one solution to another."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import pick
from parley_emulator.graph.shape import Shape
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

NODE = "migration_intent"
EDGE = ""
FIELDS = ("id", "status")
SHAPE = Shape("WhatsAppBusinessSolutionMigrationIntent", FIELDS)


async def get(platform: Platform, call: Call, intent: Thing) -> dict[str, Any]:
    """The fields asked for."""
    return pick(call.param("fields"), {**intent.fields, "id": intent.id}, FIELDS)
