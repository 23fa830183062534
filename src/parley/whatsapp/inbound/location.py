"""A place."""

from typing import Any

from parley.core.messages import Location
from parley.whatsapp.event import text_at

TYPES = ("location",)


def read(message: dict[str, Any], kind: str) -> Location:
    """``{"location": {"latitude", "longitude", "name", "address", "url"}}``."""
    place = message["location"]
    name, address = str(place.get("name") or ""), str(place.get("address") or "")
    found = Location(float(place["latitude"]), float(place["longitude"]), name, address, text_at(place, "url"))
    if found.breaches():
        raise ValueError("it is nowhere on earth")
    return found
