"""Cards beside each other."""

from typing import Any

from parley.core.messages import Carousel, CarouselCard
from parley.whatsapp.outbound.parts import file_header, interactive

CONTENT = Carousel


def body(content: Carousel, media_id: str) -> dict[str, Any]:
    """``interactive.type: carousel``."""
    cards = [_card(card, index) for index, card in enumerate(content.cards)]
    return interactive("carousel", content.body, {"cards": cards})


def _card(card: CarouselCard, index: int) -> dict[str, Any]:
    shown: dict[str, Any] = {"card_index": index, "type": "cta_url", "header": file_header(card.file)}
    if card.body:
        shown["body"] = {"text": card.body}
    if card.url:
        parameters = {"display_text": card.label, "url": card.url}
        return shown | {"action": {"name": "cta_url", "parameters": parameters}}
    replies = [{"type": "quick_reply", "quick_reply": {"id": b.id, "title": b.title}} for b in card.buttons]
    return shown | {"action": {"buttons": replies}}
