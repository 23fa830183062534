"""Who there is, and what time it is."""

from typing import Any

from starlette.requests import Request

from parley_emulator import ids
from parley_emulator.calls.customer import can_be_called
from parley_emulator.control.asked import the_customer
from parley_emulator.control.nouns import clock
from parley_emulator.customers.number import change_number
from parley_emulator.customers.write import NotPossible
from parley_emulator.phone.body import body_of
from parley_emulator.phone.shop import window_of
from parley_emulator.platform import Platform
from parley_emulator.state.records import Customer

LONGEST_NAME = 100


async def state(platform: Platform, request: Request) -> dict[str, Any]:
    """The businesses and the customers."""
    world = platform.world
    businesses = [
        {
            "phone_number_id": number.id,
            "display_phone_number": number.display_phone_number,
            "verified_name": number.verified_name,
            "profile": number.profile,
            "can_be_called": can_be_called(platform, number),
            "shop": window_of(world, number),
        }
        for number in world.numbers.values()
    ]
    customers = [{"wa_id": each.wa_id, "name": each.name} for each in world.customers.values()]
    return {**clock.clock_state(platform), "businesses": businesses, "customers": customers}


async def add(platform: Platform, request: Request) -> dict[str, Any]:
    """A new customer; without a number one is made up."""
    body = await body_of(request)
    name = str(body.get("name") or "").strip()
    wa_id = "".join(filter(str.isdigit, str(body.get("wa_id") or ""))) or f"1555{ids.digits(7)}"
    if not name or len(name) > LONGEST_NAME:
        raise NotPossible("Give the customer a name.")
    if wa_id in platform.world.customers:
        raise NotPossible(f"There is already a customer with the number {wa_id}.")
    if not 7 <= len(wa_id) <= 15:
        raise NotPossible("A phone number has 7 to 15 digits, with the country's code.")
    platform.world.save_customer(Customer(wa_id=wa_id, name=name))
    await platform.store.committed()
    return {"wa_id": wa_id, "name": name}


async def change(platform: Platform, request: Request) -> dict[str, Any]:
    """``{wa_id}``: the same person with another number; their phone is found at it from then on."""
    customer = the_customer(platform, request.path_params["wa_id"])
    moved = change_number(platform, customer, str((await body_of(request)).get("wa_id") or ""))
    await platform.store.committed()
    return {"wa_id": moved.wa_id, "name": moved.name}


async def move_clock(platform: Platform, request: Request) -> dict[str, Any]:
    """Advance it, or back to the wall clock."""
    await clock.move_clock(platform, await body_of(request))
    return clock.clock_state(platform)
