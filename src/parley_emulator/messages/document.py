"""Any other file."""

from typing import Any

from parley_emulator.sending.demand import text_in
from parley_emulator.sending.files import check_file, show_file
from parley_emulator.state.world import World


def check(content: dict[str, Any]) -> None:
    """An uploaded file, or a link to one."""
    check_file(content, "document", caption=True)
    text_in(content, "filename", "document", 240, required=False)


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """The file."""
    return show_file(content, world, "document")
