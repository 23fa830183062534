"""What a customer does with the phone's call button."""

from typing import Any

from parley_emulator.calls.customer import act, call_business
from parley_emulator.control.asked import Asked, NotFound, the_customer, the_number
from parley_emulator.platform import Platform


async def call(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{phone_number_id}``: the customer calls the business, which opens the window as a message does."""
    number = the_number(platform, str(asked.body().get("phone_number_id", "")))
    begun = call_business(platform, number, the_customer(platform, asked.path["wa_id"]))
    await platform.store.committed()
    return {"id": begun.id}


async def go_on(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{action: accept | reject | hang_up}``; only a call of the business can be accepted or rejected."""
    found = platform.world.things.get(asked.path["call_id"])
    if found is None or found.kind != "call" or found.fields["ended"]:
        raise NotFound("There is no such call that goes on.")
    act(platform, found, str(asked.body().get("action")))
    await platform.store.committed()
    return {"status": found.fields["status"]}


ROUTES = [("POST", "/customers/{wa_id}/calls", call), ("POST", "/calls/{call_id}", go_on)]
