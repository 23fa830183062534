"""The application."""

from typing import Any

from parley_emulator.graph.app_view import app_view
from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import pick
from parley_emulator.graph.shape import Shape
from parley_emulator.platform import Platform

NODE = "app"
EDGE = ""
SHAPE = Shape("Application", ("name", "link"))


async def get(platform: Platform, call: Call, app: str) -> dict[str, Any]:
    """Id, name and link."""
    return pick(call.param("fields"), app_view(platform), ("id", "name", "link"))
