"""Plain text."""

import re
from typing import Any

from parley_emulator.sending.demand import check_flag, is_true, text_in
from parley_emulator.state.world import World

LINK = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)\]]", re.IGNORECASE)


def check(content: dict[str, Any]) -> None:
    """A body of up to 4096 characters."""
    text_in(content, "body", "text", 4096)
    check_flag(content, "preview_url", "text")


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """The text, and the first link where the business wants it to be shown larger."""
    body = str(content.get("body", ""))
    found = LINK.search(body) if is_true(content.get("preview_url")) else None
    return {"text": body, **({"preview": found[0]} if found else {})}
