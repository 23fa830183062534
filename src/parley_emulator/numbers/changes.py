"""One field of a number, changed and kept."""

from typing import Any

from parley_emulator.platform import Platform
from parley_emulator.state.records import Number


def set_field(platform: Platform, number: Number, name: str, value: Any) -> None:
    """None takes it away."""
    rest = {key: each for key, each in number.fields.items() if key != name}
    number.fields = rest if value is None else {**rest, name: value}
    platform.world.save_number(number)
