"""An order adds up, is new when it is first sent, and is the customer's when it goes on."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.orders.asked import DETAILS, AskedOrder, order_in
from parley_emulator.orders.configurations import demand_active
from parley_emulator.orders.details import check_details
from parley_emulator.orders.kept import order_named
from parley_emulator.orders.ways import configuration_of, gateway_in
from parley_emulator.sending.send import Send

STAGE = 46


def check(send: Send) -> Refusal | None:
    """Only in India and Brazil on the real platform; the codes of these refusals are not documented."""
    asked = order_in(send)
    if asked is None:
        return None
    return _new(send, asked) if asked.kind == DETAILS else _goes_on(send, asked)


def _new(send: Send, asked: AskedOrder) -> Refusal | None:
    try:
        check_details(asked.parameters, asked.where, send.now)
        if name := configuration_of(asked.parameters):
            account = send.platform.world.accounts[send.number.waba_id]
            demand_active(account, name, gateway_in(asked.parameters), asked.where)
    except Refusal as refusal:
        return refusal
    if order_named(send.platform.world, send.number.waba_id, asked.parameters["reference_id"]):
        return Refusal(131009, f"{asked.where}.reference_id was used before: each order has one of its own.")
    return None


def _goes_on(send: Send, asked: AskedOrder) -> Refusal | None:
    known = order_named(send.platform.world, send.number.waba_id, asked.parameters["reference_id"])
    if known is None or known.fields["wa_id"] != send.to:
        return Refusal(131009, f"{asked.where}.reference_id is of no order that this customer was sent.")
    return None
