"""A reply that the template has ready; the payload comes back with the tap."""

from typing import Any

from parley_emulator.sending.tap_values import only_text

LONGEST = 256


def check(button: dict[str, Any], parameters: list[dict[str, Any]], where: str) -> None:
    """As long as the id of a button in a message; how long it may be here is not told."""
    only_text(parameters, "payload", where, LONGEST)
