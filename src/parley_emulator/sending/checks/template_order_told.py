"""A template that tells how an order goes on is sent with the order, and no other template is."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.orders.asked import STATUS
from parley_emulator.orders.going_on import check_going_on
from parley_emulator.sending.demand import object_in
from parley_emulator.sending.filling import given_for
from parley_emulator.sending.send import Send
from parley_emulator.templates.sub_categories import ORDER_STATUS, sub_category_of

STAGE = 45
WHERE = "template.components.order_status"


def check(send: Send) -> Refusal | None:
    """A component ``order_status`` with one parameter of that name."""
    if send.template is None:
        return None
    given = given_for(send.content, STATUS)
    if sub_category_of(send.template) != ORDER_STATUS:
        told = "The template is not of the sub-category ORDER_STATUS and takes no order_status."
        return Refusal(132012, told) if given else None
    if len(given) != 1:
        return Refusal(131008, f"{WHERE} with one parameter of type order_status is required.")
    try:
        check_going_on(object_in(given[0], STATUS, WHERE), f"{WHERE}.{STATUS}")
    except Refusal as refusal:
        return refusal
    return None
