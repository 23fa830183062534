"""Codes that open a chat with a text already written."""

import secrets
from typing import Any

from parley_emulator.state.records import Thing

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
LENGTH = 14
TEXT = 140
MOST = 2_000
IMAGES = ("SVG", "PNG")


def new_code() -> str:
    """Fourteen letters and digits."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def shown(link: Thing) -> dict[str, Any]:
    """As calls show it."""
    code = link.fields["code"]
    whole = {
        "code": code,
        "prefilled_message": link.fields["prefilled_message"],
        "deep_link_url": f"https://wa.me/message/{code}",
    }
    if image := link.fields.get("image"):
        whole["qr_image_url"] = f"https://scontent.example.com/qr/{code}.{image.lower()}"
    return whole
