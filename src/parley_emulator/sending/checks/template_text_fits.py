"""Filled in, the text must still fit."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.rendering import render
from parley_emulator.sending.send import Send

STAGE = 47
LONGEST = {"header": 60, "text": 1024}
ON_A_CARD = {"text": 160}


def check(send: Send) -> Refusal | None:
    """Keeps the filled-in text, to show it on the phone."""
    if send.template is None:
        return None
    send.rendered = render(send.template, send.content)
    cards = send.rendered.get("cards") or []
    found = (_too_long(card, ON_A_CARD, f"card {index}: ") for index, card in enumerate(cards))
    return _too_long(send.rendered, LONGEST) or next(filter(None, found), None)


def _too_long(rendered: dict[str, Any], longest: dict[str, int], where: str = "") -> Refusal | None:
    for part, most in longest.items():
        if len(rendered.get(part) or "") > most:
            return Refusal(132005, f"{where}Translated text of the {part} is longer than {most} characters")
    return None
