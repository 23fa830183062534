"""What is known of a token."""

import hashlib
from typing import Any

from parley_emulator.platform import Platform
from parley_emulator.state.records import Number

SYSTEM_USER = "System user"
SCOPES = ("business_management", "whatsapp_business_management", "whatsapp_business_messaging")


def user_of(token: str) -> str:
    """The system user that it belongs to: always the same for one token."""
    digest = hashlib.sha256(f"user:{token}".encode()).digest()
    return str(10**14 + int.from_bytes(digest[:6], "big"))


def scopes_of(numbers: list[Number]) -> list[str]:
    """All, unless the tester took some away."""
    named = numbers[0].fields.get("scopes") if numbers else None
    return list(SCOPES if named is None else named)


def granular_scopes(platform: Platform, numbers: list[Number]) -> list[dict[str, Any]]:
    """Each permission with the accounts that it holds for."""
    accounts = list(dict.fromkeys(number.waba_id for number in numbers))
    return [{"scope": scope, "target_ids": accounts} for scope in scopes_of(numbers) if scope.startswith("whatsapp")]
