"""One item of a catalogue."""

from typing import Any

from parley.core.messages import Product

CONTENT = Product


def body(content: Product, media_id: str) -> dict[str, Any]:
    """``interactive.type: product``."""
    action = {"catalog_id": content.catalogue_id, "product_retailer_id": content.retailer_id}
    shown: dict[str, Any] = {"type": "product", "action": action}
    if content.body:
        shown["body"] = {"text": content.body}
    if content.footer:
        shown["footer"] = {"text": content.footer}
    return {"type": "interactive", "interactive": shown}
