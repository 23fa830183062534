"""Sums of money: a whole number of the smallest part, and how many of these make one."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.demand import object_in

OFFSET = 100


def amount_in(parent: dict[str, Any], key: str, where: str, required: bool = True) -> int:
    """``{"value": 1050, "offset": 100}`` as 1050; 0 where it may be left out and is. Raises Refusal."""
    if parent.get(key) is None and not required:
        return 0
    amount, name = object_in(parent, key, where), f"{where}.{key}"
    for part in ("value", "offset"):
        if amount.get(part) is None:
            raise Refusal(131008, f"The parameter {name}.{part} is required.")
        if not isinstance(amount[part], int) or isinstance(amount[part], bool):
            raise Refusal(100, f"Param {name}.{part} must be an integer.")
    if amount["offset"] != OFFSET:
        raise Refusal(131009, f"{name}.offset must be {OFFSET}.")
    if amount["value"] < 0:
        raise Refusal(131009, f"{name}.value must not be negative.")
    return int(amount["value"])


def in_units(amount: Any) -> float:
    """As people count it; 0 for what is no sum."""
    if not isinstance(amount, dict):
        return 0.0
    return float(amount.get("value") or 0) / float(amount.get("offset") or OFFSET)
