"""Several items of a catalogue, in sections."""

from typing import Any

from parley.core.messages import ProductList

CONTENT = ProductList


def body(content: ProductList, media_id: str) -> dict[str, Any]:
    """``interactive.type: product_list``."""
    sections = [
        {"product_items": [{"product_retailer_id": item} for item in section.retailer_ids]}
        | ({"title": section.title} if section.title else {})
        for section in content.sections
    ]
    shown: dict[str, Any] = {
        "type": "product_list",
        "header": {"type": "text", "text": content.header},
        "body": {"text": content.body},
        "action": {"catalog_id": content.catalogue_id, "sections": sections},
    }
    if content.footer:
        shown["footer"] = {"text": content.footer}
    return {"type": "interactive", "interactive": shown}
