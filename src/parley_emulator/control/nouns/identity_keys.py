"""A customer has another phone."""

from typing import Any

from parley_emulator.control.asked import Asked, the_customer, the_number
from parley_emulator.customers.keys import change_key
from parley_emulator.platform import Platform
from parley_emulator.state.identity_keys import key_of


async def change(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{phone_number_id}``: another security code, told as a system message."""
    number = the_number(platform, str(asked.body().get("phone_number_id", "")))
    customer = the_customer(platform, asked.path["wa_id"])
    message = change_key(platform, number, customer)
    await platform.store.committed()
    return {"id": message.id, "hash": key_of(customer)}


ROUTES = [("POST", "/customers/{wa_id}/security-code", change)]
