"""What a customer put into the basket; only customers send it."""

from typing import Any

from parley_emulator.state.world import World


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """How many things, and what was said with them."""
    count = sum(int(each.get("quantity") or 1) for each in content.get("product_items") or [])
    return {"text": " · ".join(filter(None, [f"Order of {count}", str(content.get("text") or "")]))}
