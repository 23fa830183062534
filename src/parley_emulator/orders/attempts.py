"""What a customer did to pay an order, as webhooks and the lookup of a payment tell it (pages on payment gateways).

A payment is ``captured``, or ``pending``: before anybody tried, while somebody does, and after it failed. How an
attempt went stands in its transaction. Gateways generate the codes of failures; here it is always the same one.
"""

from typing import Any

from parley_emulator import ids
from parley_emulator.state.records import Thing

CAPTURED, PENDING = "captured", "pending"
REFUSED = {"code": "payment_declined", "reason": "The customer's bank declined the payment."}
METHOD = "upi"
# What a message may give the gateway for it to be told again with the payment, of whichever gateway.
EXTRAS = (
    *("notes", "receipt", *(f"udf{each}" for each in range(1, 5)), "extra1", "extra2"),
    *(f"additional_info{each}" for each in range(1, 8)),
)


def begin(order: Thing, now: int) -> None:
    """One more attempt."""
    attempt: dict[str, Any] = {"id": f"order_{ids.digits(14)}", "pg_transaction_id": f"pay_{ids.digits(14)}"}
    attempt |= {"status": PENDING, "created_timestamp": now, "updated_timestamp": now}
    order.fields = {**order.fields, "attempts": [*attempts_of(order), attempt]}


def settle(order: Thing, status: str, now: int) -> None:
    """How the last attempt went: ``pending``, ``success`` or ``failed``."""
    *before, last = attempts_of(order)
    order.fields = {**order.fields, "attempts": [*before, {**last, "status": status, "updated_timestamp": now}]}


def attempts_of(order: Thing) -> list[dict[str, Any]]:
    """The oldest first."""
    return list(order.fields.get("attempts") or ())


def paid_in(order: Thing) -> dict[str, Any] | None:
    """The attempt that succeeded; there is one at most."""
    return next((each for each in attempts_of(order) if each["status"] == "success"), None)


def refunds_of(order: Thing) -> list[dict[str, Any]]:
    """What went back of it, or is on its way."""
    paid = paid_in(order)
    return list(paid.get("refunds") or ()) if paid else []


def status_of(order: Thing) -> str:
    """Of the payment as a whole."""
    return CAPTURED if order.fields["payment"] == CAPTURED else PENDING


def sums_of(order: Thing) -> dict[str, Any]:
    """What is to be paid."""
    return {"amount": order.fields["total"], "currency": order.fields["currency"]}


def transaction(order: Thing, attempt: dict[str, Any]) -> dict[str, Any]:
    """One attempt, with its refunds."""
    refunds = {"refunds": attempt["refunds"]} if attempt.get("refunds") else {}
    return {
        **{name: attempt[name] for name in ("id", "pg_transaction_id", "status")},
        "type": order.fields["provider"],
        "created_timestamp": attempt["created_timestamp"],
        "updated_timestamp": attempt["updated_timestamp"],
        **sums_of(order),
        "order_amount": order.fields["total"],
        "method": {"type": METHOD},
        **({"error": REFUSED} if attempt["status"] == "failed" else {}),
        **refunds,
    }


def extras_of(order: Thing) -> dict[str, Any]:
    """What the business gave the gateway along."""
    return dict(order.fields.get("extras") or {})
