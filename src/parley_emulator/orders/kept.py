"""Orders as the platform keeps them: one for each reference of an account."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.orders.asked import DETAILS, order_in
from parley_emulator.orders.going_on import state_in
from parley_emulator.orders.ways import configuration_of, extras_in, provider_of
from parley_emulator.sending.send import Send
from parley_emulator.state.records import Message, Number, Thing
from parley_emulator.state.world import World


def order_named(world: World, account_id: str, reference: str) -> Thing | None:
    """The account's order of that reference."""
    return world.things.get(_id(account_id, reference))


def configured_order(world: World, number: Number, configuration: str, reference: str) -> Thing:
    """The order that is paid by that configuration of the account. Raises Refusal."""
    order = order_named(world, number.waba_id, reference)
    if order is None or order.fields["number_id"] != number.id or order.fields.get("configuration") != configuration:
        raise Refusal(131009, f"There is no order {reference} that is paid by the configuration {configuration}.")
    return order


def order_behind(world: World, message: Message) -> Thing | None:
    """The order that the message asks to pay."""
    number = world.numbers.get(message.number_id)
    reference = str(details_of(message).get("reference_id") or "")
    found = order_named(world, number.waba_id, reference) if number and reference else None
    return found if found is not None and found.fields["message_id"] == message.id else None


def details_of(message: Message) -> dict[str, Any]:
    """What the message asks to pay, empty for one that asks for nothing."""
    content = message.object() if message.type in {"interactive", "template"} else {}
    if message.type == "template":
        return dict((content.get("rendered") or {}).get("order") or {})
    if not isinstance(content, dict) or str(content.get("type", "")).lower() != DETAILS:
        return {}
    return dict(content["action"]["parameters"])


def note_order(send: Send, message: Message) -> None:
    """A new order begins, or a known one goes on, unless the message fails."""
    asked = order_in(send)
    if asked is None or (asked.kind != DETAILS and message.fate == "fail"):
        return
    world, account_id = send.platform.world, send.number.waba_id
    reference = str(asked.parameters["reference_id"])
    if asked.kind == DETAILS:
        world.save_thing(Thing(id=_id(account_id, reference), kind="order", owner=account_id,
                               fields=_new(asked.parameters, message)))  # fmt: skip
    elif known := order_named(world, account_id, reference):
        known.fields["status"] = state_in(asked.parameters)
        world.save_thing(known)


def _new(parameters: dict[str, Any], message: Message) -> dict[str, Any]:
    """``payment``: how the last attempt went, empty before the customer tried."""
    expiration = (parameters.get("order") or {}).get("expiration") or {}
    return {
        "reference_id": str(parameters["reference_id"]),
        "wa_id": message.wa_id,
        "number_id": message.number_id,
        "message_id": message.id,
        "currency": str(parameters["currency"]),
        "total": dict(parameters["total_amount"]),
        "provider": provider_of(parameters),
        "configuration": configuration_of(parameters),
        "extras": extras_in(parameters),
        "until": float(expiration.get("timestamp") or 0),
        "status": "pending",
        "payment": "",
    }


def _id(account_id: str, reference: str) -> str:
    return f"order-{account_id}-{reference}"
