"""The hash of somebody's security code: always the same until they have another phone."""

import base64
import hashlib

from parley_emulator.state.records import Customer, Number


def key_of(customer: Customer) -> str:
    """Eleven signs, as the platform's own examples have."""
    digest = hashlib.sha256(f"{customer.wa_id}:{customer.phones}".encode()).digest()
    return base64.urlsafe_b64encode(digest).decode()[:11]


def is_checked(number: Number) -> bool:
    """Whether the business asked for the hashes, in the settings of its number."""
    asked = number.fields.get("settings", {}).get("user_identity_change")
    return isinstance(asked, dict) and asked.get("enable_identity_key_check") is True
