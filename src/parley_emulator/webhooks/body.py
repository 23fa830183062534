"""The bytes of a webhook, and their signature."""

import hashlib
import hmac
import json
from collections.abc import Sequence
from typing import Any

import msgspec

START = b'{"object":"whatsapp_business_account","entry":['
END = b"]}"


def entry_bytes(account_id: str, field: str, value: dict[str, Any], time: int | None = None) -> bytes:
    """One entry with one change. Everything beyond ASCII is written as lower-case \\uXXXX, as the platform does."""
    entry: dict[str, Any] = {"id": account_id}
    if time is not None:
        entry["time"] = time
    entry["changes"] = [{"value": value, "field": field}]
    raw = msgspec.json.encode(entry)
    return raw if raw.isascii() else json.dumps(entry, separators=(",", ":")).encode()


def body_of(entries: Sequence[bytes]) -> bytes:
    """The whole body."""
    return START + b",".join(entries) + END


def signature(app_secret: str, body: bytes) -> str:
    """The value of ``X-Hub-Signature-256``."""
    return "sha256=" + hmac.new(app_secret.encode(), body, hashlib.sha256).hexdigest()
