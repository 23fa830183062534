"""Ids as the platform makes them: message ids with the customer's number inside, and long runs of digits."""

import base64
import hashlib
import random
import secrets

# The one application of this platform: the one that webhooks go to.
APP_ID = "100000000000001"

# Ids of messages are no secrets, and the system is not asked for chance at every send.
CHANCE = random.Random(secrets.randbits(128))  # noqa: S311

OUTGOING = (0x11, 18)
INCOMING = (0x12, 20)


def group_id(number: str) -> str:
    """Base64-like, as all group ids are; ``number``: the digits of the business number."""
    told = f"capi_group:{number}:{digits(18)}".encode()
    return base64.urlsafe_b64encode(told).decode().rstrip("=") + "ZD"


def message_id(wa_id: str, incoming: bool) -> str:
    """``wamid.`` and base64, new each time."""
    mark, length = INCOMING if incoming else OUTGOING
    digits = wa_id.encode()
    tail = b"%0*X" % (length, CHANCE.getrandbits(length * 4))
    raw = (
        bytes((0x1C, 0x18, len(digits) & 0xFF)) + digits + bytes((0x15, 0x02, 0x00, mark, 0x18, length)) + tail + b"\0"
    )
    return "wamid." + base64.b64encode(raw).decode()


def digits(length: int = 15) -> str:
    """A new id of that many digits."""
    return str(secrets.randbelow(9 * 10 ** (length - 1)) + 10 ** (length - 1))


def hex_id() -> str:
    """A new id of 32 hexadecimal digits, as conversations have."""
    return secrets.token_hex(16)


def business_id(account_id: str) -> str:
    """The portfolio that owns the account: always the same for one account."""
    digest = hashlib.sha256(f"portfolio:{account_id}".encode()).digest()
    return str(10**14 + int.from_bytes(digest[:6], "big"))


def user_id(country: str, portfolio: str, wa_id: str) -> str:
    """The business-scoped id of a person: always the same for one portfolio and one number."""
    digest = hashlib.sha256(f"{portfolio}:{wa_id}".encode()).digest()
    return f"{country or 'US'}.{int.from_bytes(digest[:8], 'big') % 10**17:017d}"
