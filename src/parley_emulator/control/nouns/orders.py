"""What a customer does with an order that they were asked to pay."""

from typing import Any

from parley_emulator.control.asked import Asked, NotFound, the_customer, the_number
from parley_emulator.orders.kept import order_named
from parley_emulator.orders.paying import pay
from parley_emulator.platform import Platform


async def paid(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{phone_number_id, reference_id, outcome: pending | captured | failed}``: the business is told."""
    body, customer = asked.body(), the_customer(platform, asked.path["wa_id"])
    number = the_number(platform, str(body.get("phone_number_id", "")))
    order = order_named(platform.world, number.waba_id, str(body.get("reference_id", "")))
    if order is None or order.fields["wa_id"] != customer.wa_id:
        raise NotFound("This customer was sent no order with that reference_id.")
    pay(platform, order, str(body.get("outcome") or "captured"))
    stands = {"reference_id": order.fields["reference_id"], "payment": order.fields["payment"]}
    await platform.store.committed()
    return stands


ROUTES = [("POST", "/customers/{wa_id}/payments", paid)]
