"""Webhooks as the platform sends them when customers write: signed, of realistic size."""

import hashlib
import hmac
import json
import time
from typing import Any

QUESTIONS = (
    "Hello, I ordered a new card two weeks ago and it has still not arrived. Can you tell me where it is?",
    "Why was I charged a fee when I took money out abroad?",
    "My transfer to a friend is still pending, how long does that take?",
    "Please help, I can not log in to the app since this morning",
    "Do you support Apple Pay?",
)


def signed(body: bytes, secret: str) -> str:
    """The header's value."""
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def webhook(number_id: str, account_id: str, messages: list[dict[str, Any]]) -> bytes:
    """One POST's body; each message in an entry of its own, as the platform batches them."""
    entries = []
    for message in messages:
        value = {
            "messaging_product": "whatsapp",
            "metadata": {"display_phone_number": "442079460100", "phone_number_id": number_id},
            "contacts": [{"profile": {"name": "Ada Example"}, "wa_id": message["from"]}],
            "messages": [message],
        }
        entries.append({"id": account_id, "changes": [{"field": "messages", "value": value}]})
    return json.dumps({"object": "whatsapp_business_account", "entry": entries}).encode()


def message_of(serial: int, run: str, *, writers: int = 5000, text: str = "") -> dict[str, Any]:
    """The message with that serial number: ``run`` makes its id unlike those of other runs."""
    return {
        "from": f"44770{serial % writers:07d}",
        "id": f"wamid.HBgM{run}{serial:012d}AA==",
        "timestamp": str(int(time.time())),
        "type": "text",
        "text": {"body": text or QUESTIONS[serial % len(QUESTIONS)]},
    }
