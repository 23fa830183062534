"""A button that calls the business: how long it works, and what comes back with the call."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.messages.interactive.voice_call import MOST_MINUTES
from parley_emulator.sending.demand import number_in, text_in

LONGEST = 512


def check(button: dict[str, Any], parameters: list[dict[str, Any]], where: str) -> None:
    """Either, both, in any order."""
    for parameter in parameters:
        kind = str(parameter.get("type") or "unknown").lower()
        if kind == "ttl_minutes":
            number_in(parameter, "ttl_minutes", where, 1, MOST_MINUTES)
        elif kind == "payload":
            text_in(parameter, "payload", where, LONGEST)
        else:
            raise Refusal(132012, f"{where}: Format mismatch, expected PAYLOAD or TTL_MINUTES, received {kind.upper()}")
