"""Codes that open a chat with a text already written."""

import secrets
from typing import Any

from parley_emulator.state.records import Thing

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
LENGTH = 14
TEXT = 140
MOST = 2_000
IMAGES = ("SVG", "PNG")
PICTURES = "/whatsapp_business/qr"


def new_code() -> str:
    """Fourteen letters and digits."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def shown(link: Thing, base_url: str, image: str = "") -> dict[str, Any]:
    """As calls show it; ``image``: the form of picture that is asked for, else the one that it was made with."""
    code = link.fields["code"]
    whole = {"code": code, "prefilled_message": link.fields["prefilled_message"], "deep_link_url": address(code)}
    if image := image or link.fields.get("image", ""):
        whole["qr_image_url"] = f"{base_url}{PICTURES}/{code}.{image.lower()}"
    return whole


def address(code: str) -> str:
    """What a tap or a camera opens."""
    return f"https://wa.me/message/{code}"
