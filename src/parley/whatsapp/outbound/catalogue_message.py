"""A text with a button that opens the catalogue."""

from typing import Any

from parley.core.messages import CatalogueMessage
from parley.whatsapp.outbound.parts import interactive

CONTENT = CatalogueMessage


def body(content: CatalogueMessage, media_id: str) -> dict[str, Any]:
    """``interactive.type: catalog_message``."""
    action: dict[str, Any] = {"name": "catalog_message"}
    if content.retailer_id:
        action["parameters"] = {"thumbnail_product_retailer_id": content.retailer_id}
    return interactive("catalog_message", content.body, action, footer=content.footer)
