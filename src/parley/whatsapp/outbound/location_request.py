"""Asks where the customer is."""

from typing import Any

from parley.core.messages import LocationRequest
from parley.whatsapp.outbound.parts import interactive

CONTENT = LocationRequest


def body(content: LocationRequest, media_id: str) -> dict[str, Any]:
    """``interactive.type: location_request_message``."""
    return interactive("location_request_message", content.body, {"name": "send_location"})
