"""Sound, or a voice message."""

from typing import Any

from parley_emulator.sending.demand import check_flag, is_true
from parley_emulator.sending.files import check_file, show_file
from parley_emulator.state.world import World


def check(content: dict[str, Any]) -> None:
    """An uploaded file, or a link to one."""
    check_file(content, "audio", caption=False)
    check_flag(content, "voice", "audio")


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """The file, and whether somebody speaks."""
    shown = show_file(content, world, "audio")
    return {"media": {**shown["media"], "voice": True}} if is_true(content.get("voice")) else shown
