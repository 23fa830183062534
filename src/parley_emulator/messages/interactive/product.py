"""One item of a catalogue."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.demand import object_in, text_in
from parley_emulator.state.world import World

WHERE = "interactive.action"


def check(content: dict[str, Any]) -> None:
    """Catalogue and item; body and footer may be there, a header may not."""
    if content.get("header") is not None:
        raise Refusal(131009, "interactive.header can not be set for type 'product'.")
    for part, most in (("body", 1024), ("footer", 60)):
        if content.get(part) not in (None, {"text": None}):
            text_in(object_in(content, part, "interactive"), "text", f"interactive.{part}", most)
    action = object_in(content, "action", "interactive")
    text_in(action, "catalog_id", WHERE, 100)
    text_in(action, "product_retailer_id", WHERE, 100)


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """The text, and which item it is."""
    shown: dict[str, Any] = {"text": (content.get("body") or {}).get("text", "")}
    if content.get("footer"):
        shown["footer"] = content["footer"].get("text")
    item = content["action"]["product_retailer_id"]
    return {**shown, "text": "\n".join(line for line in (shown["text"], f"[{item}]") if line)}
