"""A place."""

from typing import Any

from parley.core.messages import Location

CONTENT = Location


def body(content: Location, media_id: str) -> dict[str, Any]:
    """``type: location``."""
    place: dict[str, Any] = {"latitude": content.latitude, "longitude": content.longitude}
    if content.name:
        place |= {"name": content.name, "address": content.address}
    return {"type": "location", "location": place}
