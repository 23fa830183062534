"""Somebody has another phone, or WhatsApp on it anew: their security code is another one from then on (4.3, 5.4)."""

from typing import Any

from parley_emulator.customers.write import write
from parley_emulator.platform import Platform
from parley_emulator.state.identity_keys import key_of
from parley_emulator.state.records import Customer, Message, Number


def change_key(platform: Platform, number: Number, customer: Customer) -> Message:
    """The business is told as a system message, whether it checks codes or not."""
    customer.phones += 1
    platform.world.save_customer(customer)
    now = str(int(platform.clock.now()))
    identity: dict[str, Any] = {"acknowledged": False, "created_timestamp": now, "hash": key_of(customer)}
    system = {
        "body": f"{customer.name} has another security code.",
        "type": "customer_identity_changed",
        "wa_id": customer.wa_id,
        "customer": customer.wa_id,
        "identity": identity["hash"],
    }
    return write(platform, number, customer, {"type": "system", "system": system, "identity": identity})
