"""The public key that the platform encrypts a flow's requests with."""

import base64
import binascii
import re
from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.numbers.changes import set_field
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number

NODE = "number"
EDGE = "whatsapp_business_encryption"
PEM = re.compile(r"\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s.]+)-----END PUBLIC KEY-----\s*")
# A key of 2,048 bits with its frame; others are shorter or longer.
BYTES = range(290, 300)


async def get(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """In a list of one, empty without a key. Signed by the registration of the number, so valid while it lasts."""
    key = number.fields.get("business_public_key")
    if not key:
        return {"data": []}
    status = "VALID" if number.registered else "MISMATCH"
    return {"data": [{"business_public_key": key, "business_public_key_signature_status": status}]}


async def post(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """An RSA key of 2,048 bits."""
    key = call.param("business_public_key")
    if not key:
        raise Refusal(100, "The parameter business_public_key is required.")
    framed = PEM.fullmatch(key.replace("\\n", "\n"))
    try:
        raw = base64.b64decode(re.sub(r"\s", "", framed[1]), validate=True) if framed else b""
    except binascii.Error:
        raw = b""
    if len(raw) not in BYTES:
        raise Refusal(100, "Param business_public_key must be an RSA public key of 2048 bits in PEM form.")
    set_field(platform, number, "business_public_key", key)
    await platform.store.committed()
    return {"success": True}
