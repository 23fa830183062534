"""A sticker."""

from typing import Any

from parley_emulator.sending.files import check_file, show_file
from parley_emulator.state.world import World


def check(content: dict[str, Any]) -> None:
    """An uploaded file, or a link to one."""
    check_file(content, "sticker", caption=False)


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """The file."""
    return show_file(content, world, "sticker")
