"""An emoji on another message; an empty one takes it back."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.demand import text_in
from parley_emulator.state.world import World


def check(content: dict[str, Any]) -> None:
    """A message and an emoji. Whether there is such a message shows later."""
    text_in(content, "message_id", "reaction", 1000)
    emoji = content.get("emoji", "")
    if emoji is not None and not isinstance(emoji, str):
        raise Refusal(100, "Param reaction.emoji must be a string.")
    if emoji and (len(emoji) > 16 or emoji.isascii()):
        raise Refusal(131009, "reaction.emoji must be one emoji.")


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """Shown on the other message; alone only in lists."""
    return {"text": content.get("emoji") or ""}
