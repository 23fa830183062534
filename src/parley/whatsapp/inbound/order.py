"""A cart: what the customer wants to buy. Numbers may come as text."""

import math
from typing import Any

from parley.core.messages import Order, OrderItem
from parley.whatsapp.event import each_of, text_at

TYPES = ("order",)
MOST, LARGEST = 1000, 1_000_000


def read(message: dict[str, Any], kind: str) -> Order:
    """``{"order": {"catalog_id", "text", "product_items": [{"product_retailer_id", "quantity", …}]}}``."""
    order = message["order"]
    items = tuple(_item(each) for each in each_of(order.get("product_items"))[:MOST] if isinstance(each, dict))
    text = text_at(order, "text")
    if not items and not text:
        raise ValueError("nothing of it can be read")
    return Order(text_at(order, "catalog_id"), items, text)


def _item(given: dict[str, Any]) -> OrderItem:
    quantity, price = _number(given.get("quantity")), _number(given.get("item_price"))
    return OrderItem(
        text_at(given, "product_retailer_id"),
        1 if quantity is None else max(0, min(int(quantity), LARGEST)),
        "" if price is None else f"{price:.2f}",
        text_at(given, "currency")[:8],
    )


def _number(value: Any) -> float | None:
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None
