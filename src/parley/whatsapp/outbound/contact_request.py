"""Asks for the customer's telephone number."""

from typing import Any

from parley.core.messages import ContactRequest
from parley.whatsapp.outbound.parts import interactive

CONTENT = ContactRequest


def body(content: ContactRequest, media_id: str) -> dict[str, Any]:
    """``interactive.type: request_contact_info``."""
    return interactive("request_contact_info", content.body, {"name": "request_contact_info"})
