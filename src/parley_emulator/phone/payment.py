"""The customer pays the order of a message, or the payment is declined."""

from typing import Any

from starlette.requests import Request

from parley_emulator.control.asked import NotFound
from parley_emulator.orders.kept import order_behind
from parley_emulator.orders.paying import pay
from parley_emulator.phone.body import body_of
from parley_emulator.phone.chats import message_in
from parley_emulator.platform import Platform


async def pay_order(platform: Platform, request: Request) -> dict[str, Any]:
    """``{outcome: captured | failed}``: the business is told that it is tried, and then what came of it."""
    _, message = message_in(platform, request)
    order = order_behind(platform.world, message)
    if order is None:
        raise NotFound("This message asks for no payment.")
    pay(platform, order, str((await body_of(request)).get("outcome") or "captured"))
    await platform.store.committed()
    return {"payment": order.fields["payment"]}
