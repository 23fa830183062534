"""A user who was assigned to an account, or the one that a token stands for."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import pick
from parley_emulator.graph.shape import Shape
from parley_emulator.platform import Platform

NODE = "user"
EDGE = ""
SHAPE = Shape("User", ("name",))


async def get(platform: Platform, call: Call, user: str) -> dict[str, Any]:
    """Id and name."""
    return pick(call.param("fields"), {"id": user, "name": f"User {user[-4:]}"}, ("id", "name"))
