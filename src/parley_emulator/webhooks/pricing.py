"""The pricing part of a status: price per message, as since July 2025."""

from typing import Any

from parley_emulator.state.records import Message


def pricing_of(message: Message) -> dict[str, Any]:
    """Templates cost unless the person came through an ad, or it is utility in an open window; the rest is free."""
    category = message.category.lower() or "service"
    if message.free_entry:
        kind = "free_entry_point"
    elif category == "service" or (category == "utility" and message.in_window):
        kind = "free_customer_service"
    else:
        kind = "regular"
    return {"billable": kind == "regular", "pricing_model": "PMP", "type": kind, "category": category}
