"""A link whose end is filled in."""

import re
from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.tap_values import only_text

VARIABLE = re.compile(r"\{\{.*?\}\}")
BREAKS = re.compile(r"\s")
LONGEST = 2000


def check(button: dict[str, Any], parameters: list[dict[str, Any]], where: str) -> None:
    """Nothing that breaks an address, and not more than fits behind the rest of it."""
    address = str(button.get("url", ""))
    if "{{" not in address:
        raise Refusal(132018, f"{where} has no variable")
    room = LONGEST - len(VARIABLE.sub("", address))
    if BREAKS.search(only_text(parameters, "text", where, room)):
        raise Refusal(132018, f"{where}: the end of an address can not have spaces, tabs or line breaks")
