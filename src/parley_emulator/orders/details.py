"""What an order holds, and that its sums add up (reference 3.3; Brazil and India only).

The same object is in the action of an ``order_details`` message and in the parameter of a template's button. Which
country the number is of is not looked at: nobody needs a number of there to try it here.
"""

import re
from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.orders.amounts import amount_in
from parley_emulator.orders.ways import check_ways
from parley_emulator.sending.demand import list_in, number_in, object_in, text_in

CURRENCIES = ("BRL", "INR")
GOODS = ("digital-goods", "physical-goods")
REFERENCE = re.compile(r"[A-Za-z0-9_.-]{1,35}")
MOST_ITEMS, LONGEST_NAME, LONGEST_NOTE = 999, 60, 120
SOONEST = 300  # seconds in which an order must stay open at least


def check_reference(parameters: dict[str, Any], where: str) -> str:
    """The business's own name for the order. Raises Refusal."""
    reference = text_in(parameters, "reference_id", where, 35)
    if not REFERENCE.fullmatch(reference):
        raise Refusal(131009, f"{where}.reference_id may hold English letters, digits, underscores, dashes and dots.")
    return reference


def check_details(parameters: dict[str, Any], where: str, now: float) -> None:
    """Raises Refusal. A total alone is enough in Brazil."""
    check_reference(parameters, where)
    _one_of(parameters, "type", where, GOODS)
    currency = _one_of(parameters, "currency", where, CURRENCIES)
    check_ways(parameters, where)
    total = amount_in(parameters, "total_amount", where)
    if parameters.get("order") is None and currency == "BRL":
        return
    _check_order(object_in(parameters, "order", where), f"{where}.order", total, now)


def _one_of(parent: dict[str, Any], key: str, where: str, allowed: tuple[str, ...]) -> str:
    value = text_in(parent, key, where, 40)
    if value not in allowed:
        raise Refusal(131009, f"{where}.{key} must be one of {', '.join(allowed)}.")
    return value


def _check_order(order: dict[str, Any], where: str, total: int, now: float) -> None:
    _one_of(order, "status", where, ("pending",))
    items = list_in(order, "items", where, 1, MOST_ITEMS)
    sold = sum(_check_item(item, f"{where}.items[{index}]") for index, item in enumerate(items))
    subtotal = amount_in(order, "subtotal", where)
    if subtotal != sold:
        raise Refusal(131009, f"{where}.subtotal.value is {subtotal}, its items come to {sold}.")
    added = {name: amount_in(order, name, where, required=name == "tax") for name in ("tax", "shipping", "discount")}
    for name in added:
        for words, most in (("description", LONGEST_NAME), ("discount_program_name", LONGEST_NAME)):
            text_in(order.get(name) or {}, words, f"{where}.{name}", most, required=False)
    comes_to = subtotal + added["tax"] + added["shipping"] - added["discount"]
    if total != comes_to:
        raise Refusal(131009, f"total_amount.value is {total}: subtotal, tax and shipping less discount is {comes_to}.")
    if order.get("expiration") is not None:
        _check_end(object_in(order, "expiration", where), f"{where}.expiration", now)


def _check_item(item: dict[str, Any], where: str) -> int:
    """What it comes to, at the lower price where there is one."""
    text_in(item, "retailer_id", where, 100, required=False)
    text_in(item, "name", where, LONGEST_NAME)
    quantity = number_in(item, "quantity", where, 1, MOST_ITEMS)
    if quantity != int(quantity):
        raise Refusal(131009, f"{where}.quantity must be a whole number.")
    price = amount_in(item, "amount", where)
    if item.get("sale_amount") is None:
        return price * int(quantity)
    sale = amount_in(item, "sale_amount", where)
    if sale >= price:
        raise Refusal(131009, f"{where}.sale_amount must be less than the amount.")
    return sale * int(quantity)


def _check_end(expiration: dict[str, Any], where: str, now: float) -> None:
    text_in(expiration, "description", where, LONGEST_NOTE)
    if number_in(expiration, "timestamp", where, 0, 1e11) < now + SOONEST:
        raise Refusal(131009, f"{where}.timestamp must be at least {SOONEST} seconds from now.")
