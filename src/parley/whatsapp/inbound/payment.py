"""What became of a payment that another application asked the person for."""

from typing import Any

from parley.core.messages import SystemNote
from parley.whatsapp.event import text_at

TYPES = ("payment",)
LONGEST = 40
STATES = {
    "pending": "is on its way",
    "captured": "was made",
    "failed": "failed",
    "refunded": "was given back",
    "refund_pending": "is being given back",
    "refund_failed": "could not be given back",
}


def read(message: dict[str, Any], kind: str) -> SystemNote:
    """``{"payment": {"status", "reference_id", "amount": {"value", "offset"}, "currency"}}``."""
    told = message["payment"]
    status, reference = text_at(told, "status").lower()[:LONGEST], text_at(told, "reference_id")[:LONGEST]
    sum_ = _sum(told)
    what = " ".join(filter(None, ("A payment", f"of {sum_}" if sum_ else "", f"for {reference}" if reference else "")))
    return SystemNote(f"payment_{status}", f"{what} {STATES.get(status, f'is {status}')}")


def _sum(told: dict[str, Any]) -> str:
    """As people write it, '' where it is not told."""
    amount = told.get("amount")
    value, offset = (amount.get(name) if isinstance(amount, dict) else None for name in ("value", "offset"))
    if not isinstance(value, int) or not isinstance(offset, int) or offset <= 0:
        return ""
    return f"{text_at(told, 'currency')[:3]} {value / offset:,.2f}".strip()
