"""One thing that is sold: what is told about it, and how it is found by the number that the business has for it."""

from collections.abc import Mapping
from typing import Any

from parley_emulator import ids
from parley_emulator.graph.refusal import Refusal
from parley_emulator.graph.shape import Shape
from parley_emulator.platform import Platform
from parley_emulator.sending.demand import text_in
from parley_emulator.state.records import Thing
from parley_emulator.state.world import World

ITEM = "product"
FIELDS = ("id", "name", "retailer_id")
PRODUCT = Shape(
    "ProductItem",
    FIELDS,
    ("description", "price", "currency", "availability", "condition", "url", "image_url", "brand", "product_catalog"),
    ("review_status",),
)
# How long a text may be; prices are whole numbers of the smallest part of the currency.
LONGEST = {"retailer_id": 100, "name": 150, "description": 5_000, "url": 2_000, "image_url": 2_000, "brand": 100}
REQUIRED = ("retailer_id", "name", "price", "currency")
AVAILABILITIES = ("in stock", "out of stock", "preorder", "available for order", "discontinued", "pending")
CONDITIONS = ("new", "refurbished", "used")
SMALLEST = 100


def new_item(platform: Platform, catalog: Thing, body: Mapping[str, Any]) -> Thing:
    """Raises Refusal, as for a number that the catalogue has already."""
    for name in REQUIRED:
        if body.get(name) in (None, ""):
            raise Refusal(100, f"The parameter {name} is required.")
    told = told_in(body)
    if item_named(platform.world, catalog.id, told["retailer_id"]) is not None:
        raise Refusal(10800, f"The catalogue has an item {told['retailer_id']} already.")
    return made_item(platform, catalog, told)


def made_item(platform: Platform, catalog: Thing, told: Mapping[str, Any]) -> Thing:
    """What is told has been looked at."""
    item = Thing(id=ids.digits(16), kind=ITEM, owner=catalog.id, fields={"availability": AVAILABILITIES[0], **told})
    platform.world.save_thing(item)
    return item


def told_in(body: Mapping[str, Any]) -> dict[str, Any]:
    """What is said about an item; what is null is not said. Raises Refusal."""
    said = {name: value for name, value in body.items() if value is not None}
    told: dict[str, Any] = {
        name: text_in(said, name, "", most, required=False) for name, most in LONGEST.items() if name in said
    }
    if "price" in said:
        told["price"] = _price(str(said["price"]))
    if "currency" in said:
        told["currency"] = _currency(str(said["currency"]).upper())
    for name, words in (("availability", AVAILABILITIES), ("condition", CONDITIONS)):
        if name in said:
            told[name] = str(said[name]).lower()
            if told[name] not in words:
                raise Refusal(100, f"Param {name} must be one of {', '.join(words)}.")
    return told


def _price(written: str) -> int:
    if not written.isdecimal():
        raise Refusal(100, "Param price must be a whole number, such as 1050 for 10.50.")
    return int(written)


def _currency(written: str) -> str:
    if len(written) != 3 or not (written.isascii() and written.isalpha()):
        raise Refusal(100, "Param currency must have three letters.")
    return written


def item_named(world: World, catalog_id: str, retailer_id: str) -> Thing | None:
    """By the business's own number for it."""
    items = world.things_of(ITEM, catalog_id)
    return next((each for each in items if each.fields["retailer_id"] == retailer_id), None)


def price_of(item: Thing) -> float:
    """As people count it."""
    return float(item.fields["price"]) / SMALLEST


def view(item: Thing) -> dict[str, Any]:
    """All fields there are."""
    written = f"{price_of(item):.2f} {item.fields['currency']}"
    empty = dict.fromkeys(PRODUCT.fields)
    return {
        **empty,
        **item.fields,
        "id": item.id,
        "price": written,
        "product_catalog": {"id": item.owner},
        "review_status": "approved",
    }
