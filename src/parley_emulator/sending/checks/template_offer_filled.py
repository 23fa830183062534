"""An offer that ends is sent with the time at which it does."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.filling import given_for, part_of
from parley_emulator.sending.send import Send

STAGE = 45


def check(send: Send) -> Refusal | None:
    """Milliseconds, as a whole number."""
    offer = (part_of(send.template, "limited_time_offer") if send.template else None) or {}
    if not (offer.get("limited_time_offer") or {}).get("has_expiration"):
        return None
    given = given_for(send.content, "limited_time_offer")
    offered = given[0].get("limited_time_offer") if given else None
    told = offered.get("expiration_time_ms") if isinstance(offered, dict) else None
    if told is None:
        return Refusal(131008, "The limited_time_offer component requires expiration_time_ms")
    return None if str(told).isdigit() else Refusal(131009, "expiration_time_ms must be a time in milliseconds")
