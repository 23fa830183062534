"""One item with the fields that customers see, and the limits of the platform's catalogue."""

import re
from dataclasses import dataclass

LONGEST = {
    "retailer_id": 100,
    "title": 200,
    "description": 9999,
    "brand": 100,
    "category": 750,
    "url": 2000,
    "image_url": 2000,
    "price": 30,
    "availability": 40,
}
LINK = re.compile(r"https?://[^\s/]+\.[^\s]+", re.IGNORECASE)
PRICE = re.compile(r"\d{1,12}(?:[.,]\d{1,3})? ?[A-Z]{3}|[A-Z]{3} ?\d{1,12}(?:[.,]\d{1,3})?")
AVAILABILITY = frozenset(["", "in stock", "out of stock", "preorder", "available for order", "discontinued", "pending"])


@dataclass(frozen=True)
class Item:
    """``retailer_id``: the business's own number of it. ``price`` with its currency: ``9.90 EUR``."""

    retailer_id: str
    title: str
    description: str = ""
    category: str = ""
    brand: str = ""
    url: str = ""
    image_url: str = ""
    price: str = ""
    availability: str = ""


def problem_with(item: Item) -> tuple[str, str] | None:
    """(field, sentence with the limit and the remedy) of the first limit that it breaks."""
    for field in ("retailer_id", "title"):
        if not getattr(item, field):
            return field, f"{field}: is missing; every item needs one."
    for field, most in LONGEST.items():
        length = len(getattr(item, field))
        if length > most:
            return field, f"{field}: {length} characters, at most {most} are allowed; shorten it."
    for field in ("url", "image_url"):
        value = getattr(item, field)
        if value and not LINK.fullmatch(value):
            return field, f"{field}: must be a web address; write https://shop.example/item."
    if item.price and not PRICE.fullmatch(item.price):
        return "price", "price: must be an amount with its currency; write 9.90 EUR."
    if item.availability.lower().replace("_", " ") not in AVAILABILITY:
        return "availability", "availability: must be one that the platform knows; write in stock or out of stock."
    return None
