"""How an order goes on: the states that a business may tell, and which of them may follow which.

From the platform's pages on order status (May 2026): what may not follow is accepted and fails by webhook, 2046, or
2047 where a customer who has paid, or is paying, would be told that the order is canceled. They write
``partially-shipped`` in their tables and ``partially_shipped`` in their examples: both are read.
"""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.orders.details import LONGEST_NOTE, check_reference
from parley_emulator.sending.demand import object_in, text_in
from parley_emulator.state.records import Thing

PENDING, CANCELED = "pending", "canceled"
STATES = (PENDING, "processing", "partially_shipped", "shipped", "completed", CANCELED)
# An order stays as it is once it is one of these.
ENDED = frozenset({"completed", CANCELED})


def check_going_on(parameters: dict[str, Any], where: str) -> None:
    """Which order, its state, and a note. Raises Refusal."""
    check_reference(parameters, where)
    order = object_in(parameters, "order", where)
    text_in(order, "status", f"{where}.order", 30)
    if state_in(parameters) not in STATES:
        raise Refusal(131009, f"{where}.order.status must be one of {', '.join(STATES[1:])}.")
    text_in(order, "description", f"{where}.order", LONGEST_NOTE, required=False)


def state_in(parameters: dict[str, Any]) -> str:
    """The state that is told, as it is kept."""
    return str(parameters["order"]["status"]).replace("-", "_")


def problem_with(order: Thing, state: str) -> Refusal | None:
    """Why the order can not become that."""
    now = order.fields["status"]
    if now in ENDED or state == PENDING:
        return Refusal(2046, f"The order is {now} and can not become {state}.")
    if state == CANCELED and order.fields["payment"] in {"pending", "captured"}:
        return Refusal(2047, "The customer has paid the order, or is paying it.")
    return None


def shown(parameters: dict[str, Any]) -> tuple[str, str]:
    """(a line over the message, what stands under its text)."""
    state = state_in(parameters).replace("_", " ")
    return f"Order {parameters['reference_id']}: {state}", str(parameters["order"].get("description") or "")
