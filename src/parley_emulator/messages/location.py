"""A place."""

from typing import Any

from parley_emulator.sending.demand import number_in, text_in
from parley_emulator.state.world import World


def check(content: dict[str, Any]) -> None:
    """Coordinates, as numbers or as text."""
    number_in(content, "latitude", "location", -90, 90)
    number_in(content, "longitude", "location", -180, 180)
    text_in(content, "name", "location", 1000, required=False)
    text_in(content, "address", "location", 1000, required=False)


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """The place on a map."""
    place = {"latitude": float(content.get("latitude", 0)), "longitude": float(content.get("longitude", 0))}
    return {"location": {**place, **{k: content[k] for k in ("name", "address") if content.get(k)}}}
