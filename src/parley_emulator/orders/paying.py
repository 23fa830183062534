"""A customer pays, or tries to. No money moves: the tester says what comes of it."""

from functools import partial

from parley_emulator.customers.write import NotPossible
from parley_emulator.orders.attempts import begin, settle
from parley_emulator.orders.going_on import ENDED
from parley_emulator.orders.news import tell_payment
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

# What comes of it, and how its transaction stands then.
OUTCOMES = {"pending": "pending", "captured": "success", "failed": "failed"}


def pay(platform: Platform, order: Thing, outcome: str) -> None:
    """First that it is tried, then what came of it. Raises NotPossible."""
    if outcome not in OUTCOMES:
        raise NotPossible(f"outcome must be one of {', '.join(OUTCOMES)}.")
    _demand_open(platform, order)
    begin(order, int(platform.clock.now()))
    _tell(platform, order, "pending")
    if outcome != "pending":
        platform.agenda.after(platform.settings.pace.delivered, partial(_tell, platform, order, outcome))


def _demand_open(platform: Platform, order: Thing) -> None:
    kept = order.fields
    if kept["payment"] == "captured":
        raise NotPossible("This order is paid.")
    if kept["status"] in ENDED:
        raise NotPossible(f"This order is {kept['status']}.")
    if kept["until"] and platform.clock.now() > kept["until"]:
        raise NotPossible("The time to pay this order is over.")


def _tell(platform: Platform, order: Thing, outcome: str) -> None:
    if platform.world.things.get(order.id) is not order:
        return  # forgotten in the meantime
    order.fields["payment"] = outcome
    settle(order, OUTCOMES[outcome], int(platform.clock.now()))
    platform.world.save_thing(order)
    tell_payment(platform, order)
    platform.live.tell(order.fields["wa_id"], order.fields["number_id"], "status")
