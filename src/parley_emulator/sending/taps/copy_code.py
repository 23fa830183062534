"""A code of an offer, to be copied."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.tap_values import only_text
from parley_emulator.templates.buttons import COUPON


def check(button: dict[str, Any], parameters: list[dict[str, Any]], where: str) -> None:
    """Letters and digits only (reference 3.4)."""
    code = only_text(parameters, "coupon_code", where, COUPON)
    if not (code.isascii() and code.isalnum()):
        raise Refusal(132018, f"{where}: coupon_code has letters and digits only")
