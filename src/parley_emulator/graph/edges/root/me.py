"""Whom the token stands for."""

from typing import Any

from parley_emulator.graph.access import is_app_token
from parley_emulator.graph.app_view import app_view
from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import pick
from parley_emulator.graph.shape import Shape
from parley_emulator.graph.tokens import SYSTEM_USER, user_of
from parley_emulator.platform import Platform

NODE = "root"
EDGE = "me"
SHAPE = Shape("SystemUser", ("name", "link"))


async def get(platform: Platform, call: Call, node: str) -> dict[str, Any]:
    """A system user, or the application."""
    if is_app_token(platform, call.token):
        return pick(call.param("fields"), app_view(platform), ("id", "name"))
    return pick(call.param("fields"), {"id": user_of(call.token), "name": SYSTEM_USER}, ("id", "name"))
