"""An order as a phone shows it: its items, what is added and taken off, and where it stands."""

from typing import Any

from parley_emulator.orders.amounts import in_units
from parley_emulator.orders.attempts import refunds_of
from parley_emulator.orders.going_on import ENDED
from parley_emulator.orders.kept import details_of, order_behind
from parley_emulator.state.records import Message
from parley_emulator.state.world import World

LINES = (("subtotal", "Subtotal", 1), ("tax", "Tax", 1), ("shipping", "Shipping", 1), ("discount", "Discount", -1))


def bill_of(message: Message, world: World) -> dict[str, Any]:
    """``{bill}``, and no more buttons once there is nothing to pay; empty for a message that asks for nothing."""
    details = details_of(message)
    if not details:
        return {}
    known = order_behind(world, message)
    status, payment = (str(known.fields[name]) if known else "" for name in ("status", "payment"))
    order = details.get("order") or {}
    bill = {
        "reference": str(details["reference_id"]),
        "currency": str(details["currency"]),
        "items": [_item(each) for each in order.get("items") or []],
        "lines": [
            {"name": name, "amount": sign * in_units(order[key])}
            for key, name, sign in LINES
            if in_units(order.get(key)) or (key == "subtotal" and order.get(key))
        ],
        "total": in_units(details["total_amount"]),
        "status": status,
        "payment": payment,
        "refunds": [
            {"amount": in_units(each["amount"]), "status": each["status"]}
            for each in (refunds_of(known) if known else ())
        ],
    }
    is_over = known is None or status in ENDED or payment == "captured"
    return {"bill": bill, **({"buttons": None} if is_over else {})}


def _item(given: dict[str, Any]) -> dict[str, Any]:
    price = given.get("sale_amount") or given["amount"]
    return {"name": str(given["name"]), "quantity": int(given["quantity"]), "price": in_units(price)}
