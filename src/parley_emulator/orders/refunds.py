"""Money that goes back: asked for by the business, done a little later, told by webhook (pages on payment gateways).

Which code a refund is refused with is not told: here it is as for the values of messages.
"""

from functools import partial
from typing import Any

from parley_emulator import ids
from parley_emulator.graph.refusal import Refusal
from parley_emulator.orders.amounts import OFFSET
from parley_emulator.orders.attempts import attempts_of, paid_in, refunds_of
from parley_emulator.orders.kept import configured_order
from parley_emulator.orders.news import tell_payment
from parley_emulator.platform import Platform
from parley_emulator.sending.demand import object_in, text_in
from parley_emulator.state.records import Number, Thing

SPEEDS = ("instant", "normal")


def refund(platform: Platform, number: Number, body: dict[str, Any]) -> dict[str, Any]:
    """The refund, which is still on its way. Raises Refusal."""
    order = configured_order(
        platform.world, number, text_in(body, "payment_config_id", "", 60), text_in(body, "reference_id", "", 35)
    )
    speed = text_in(body, "speed", "", 10, required=False) or "normal"
    if speed not in SPEEDS:
        raise Refusal(131009, f"speed must be one of {', '.join(SPEEDS)}.")
    value = _value_in(order, object_in(body, "amount"))
    now = int(platform.clock.now())
    made: dict[str, Any] = {
        "id": f"rfnd_{ids.digits(14)}",
        "amount": {"value": value, "offset": OFFSET},
        "speed_processed": speed,
    }
    made |= {"status": "pending", "created_timestamp": now, "updated_timestamp": now}
    _keep(platform, order, made)
    platform.agenda.after(platform.settings.pace.delivered, partial(_done, platform, order.id, made))
    return {name: made[name] for name in ("id", "status", "speed_processed")}


def _value_in(order: Thing, amount: dict[str, Any]) -> int:
    """What is to go back; not more than was paid and is not gone back yet."""
    numbers = {name: str(amount.get(name) or "") for name in ("value", "offset")}
    for name, number in numbers.items():
        if not number:
            raise Refusal(131008, f"The parameter amount.{name} is required.")
        if not number.isdecimal():
            raise Refusal(100, f"Param amount.{name} must be a number.")
    if text_in(amount, "currency", "amount", 3) != order.fields["currency"]:
        raise Refusal(131009, f"amount.currency must be {order.fields['currency']}, as the order is.")
    if int(numbers["offset"]) != OFFSET:
        raise Refusal(131009, f"amount.offset must be {OFFSET}.")
    if paid_in(order) is None:
        raise Refusal(131009, "The order of that reference_id is not paid.")
    left = order.fields["total"]["value"] - sum(each["amount"]["value"] for each in refunds_of(order))
    if not 0 < int(numbers["value"]) <= left:
        raise Refusal(131009, f"amount.value must be between 1 and {left}, what is left of the payment.")
    return int(numbers["value"])


def _done(platform: Platform, order_id: str, made: dict[str, Any]) -> None:
    order = platform.world.things.get(order_id)
    if order is None or paid_in(order) is None:
        return  # forgotten in the meantime
    _keep(platform, order, {**made, "status": "success", "updated_timestamp": int(platform.clock.now())})
    tell_payment(platform, order)


def _keep(platform: Platform, order: Thing, made: dict[str, Any]) -> None:
    """With the attempt that was paid, in the place it has there."""
    attempts = []
    for attempt in attempts_of(order):
        if attempt["status"] == "success":
            refunds = {each["id"]: each for each in attempt.get("refunds") or ()}
            attempts.append({**attempt, "refunds": list({**refunds, made["id"]: made}.values())})
        else:
            attempts.append(attempt)
    order.fields = {**order.fields, "attempts": attempts}
    platform.world.save_thing(order)
    platform.live.tell(order.fields["wa_id"], order.fields["number_id"], "status")
