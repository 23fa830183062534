"""A payment comes as a status of the message that asked for it, and is no tick of that message (cloud API, payments).

parley asks nobody to pay (rule ``new_doors_stay_closed``), so another application of the business did. What became of
it is a note in the person's thread: nobody wrote it, nothing is answered, no window opens.
"""

from typing import Any

from parley.whatsapp.event import text_at

KIND = "payment"


def payment_note(status: Any) -> dict[str, Any] | None:
    """The note, in the form of a message of the payer; None for any other status.

    One message has several of them, and the same state may come twice of two attempts: the id names the attempt. An
    attempt that failed leaves the payment itself pending, and a refund leaves it captured: their own states are read.
    """
    if not isinstance(status, dict) or status.get("type") != KIND:
        return None
    payment = status.get(KIND)
    transaction = payment.get("transaction") if isinstance(payment, dict) else None
    refunds = payment.get("refunds") if isinstance(payment, dict) else None
    refund = refunds[-1] if isinstance(refunds, list) and refunds else None
    state = _state(text_at(status, "status"), text_at(transaction, "status"), text_at(refund, "status"))
    named = (text_at(status, "id"), state, text_at(transaction, "id"), text_at(refund, "id"))
    return {
        "id": ":".join(each for each in (KIND, *named) if each) if named[0] else "",
        "from": text_at(status, "recipient_id"),
        "from_user_id": text_at(status, "recipient_user_id"),
        "timestamp": text_at(status, "timestamp"),
        "type": KIND,
        KIND: {"status": state, **(payment if isinstance(payment, dict) else {}), **_amount(refund)},
    }


def _state(payment: str, transaction: str, refund: str) -> str:
    if refund:
        return "refunded" if refund == "success" else f"refund_{refund}"
    return "failed" if transaction == "failed" else payment


def _amount(refund: Any) -> dict[str, Any]:
    """Of a refund what goes back, which may be a part."""
    return {"amount": refund["amount"]} if isinstance(refund, dict) and "amount" in refund else {}
