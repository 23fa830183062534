"""Amounts of money and times, as older templates have them: what is shown is ``fallback_value`` (reference 3.4)."""

import re
from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.demand import object_in, text_in

CURRENCY = re.compile(r"[A-Z]{3}")
LONGEST = 32_768


def check_typed(parameter: dict[str, Any], where: str) -> None:
    """``currency`` or ``date_time``; any other parameter is left alone. Raises Refusal."""
    kind = str(parameter.get("type", "")).lower()
    if kind not in {"currency", "date_time"}:
        return
    value = object_in(parameter, kind, where)
    text_in(value, "fallback_value", f"{where}.{kind}", LONGEST)
    if kind == "date_time":
        return
    if not CURRENCY.fullmatch(text_in(value, "code", f"{where}.currency", 3)):
        raise Refusal(131009, f"{where}.currency.code must be three letters, as USD.")
    amount = value.get("amount_1000")
    if amount is None:
        raise Refusal(131008, f"The parameter {where}.currency.amount_1000 is required.")
    if isinstance(amount, bool) or not re.fullmatch(r"-?[0-9]+", str(amount)):
        raise Refusal(100, f"Param {where}.currency.amount_1000 must be a whole number: the amount times 1000.")
