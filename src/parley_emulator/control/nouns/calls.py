"""What a customer does with the phone's call button; the phone page has none."""

from typing import Any

from parley_emulator.calls.course import answer, begin, end, refuse
from parley_emulator.calls.news import BY_BUSINESS, BY_USER
from parley_emulator.control.asked import Asked, NotFound, the_customer, the_number
from parley_emulator.customers.write import NotPossible
from parley_emulator.enforcement.restrictions import CALLS_IN, is_restricted
from parley_emulator.platform import Platform


async def call(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{phone_number_id}``: the customer calls the business, which opens the window as a message does."""
    number = the_number(platform, str(asked.body().get("phone_number_id", "")))
    customer = the_customer(platform, asked.path["wa_id"])
    chat = platform.world.chat(number, customer.wa_id)
    if chat.blocked or customer.wa_id in number.blocked_users:
        raise NotPossible("One of the two has blocked the other.")
    if is_restricted(platform.world.accounts[number.waba_id], CALLS_IN, platform.clock.now()):
        raise NotPossible("WhatsApp does not let this business be called for now.")
    begun = begin(platform, number, customer.wa_id, BY_USER)
    chat.last_incoming = max(chat.last_incoming, float(int(platform.clock.now())))
    await platform.store.committed()
    return {"id": begun.id}


async def act(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{action: accept | reject | hang_up}``; only a call of the business can be accepted or rejected."""
    found, action = platform.world.things.get(asked.path["call_id"]), asked.body().get("action")
    if found is None or found.kind != "call" or found.fields["ended"]:
        raise NotFound("There is no such call that goes on.")
    number = platform.world.numbers[found.owner]
    if action == "hang_up":
        end(platform, number, found)
    elif action in {"accept", "reject"} and found.fields["direction"] == BY_BUSINESS:
        (answer if action == "accept" else refuse)(platform, number, found)
    else:
        raise NotPossible("action must be hang_up, or for a call of the business accept or reject.")
    await platform.store.committed()
    return {"status": found.fields["status"]}


ROUTES = [("POST", "/customers/{wa_id}/calls", call), ("POST", "/calls/{call_id}", act)]
