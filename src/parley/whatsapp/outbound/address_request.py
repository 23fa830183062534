"""Asks for a postal address."""

from typing import Any

from parley.core.messages import AddressRequest
from parley.whatsapp.outbound.parts import interactive

CONTENT = AddressRequest


def body(content: AddressRequest, media_id: str) -> dict[str, Any]:
    """``interactive.type: address_message``."""
    asked: dict[str, Any] = {"country": content.country}
    if content.values:
        asked["values"] = content.values
    if content.saved_addresses:
        asked["saved_addresses"] = list(content.saved_addresses)
    return interactive("address_message", content.body, {"name": "address_message", "parameters": asked})
