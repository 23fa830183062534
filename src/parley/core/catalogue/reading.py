"""Catalogue files in the platform's forms: a data feed as CSV or TSV, and JSON as its API gives and takes it."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from parley.core.catalogue.item import Item, problem_with

MOST_ROWS = 100_000
# Our field → what it is called in feeds and in the API.
NAMES = {
    "retailer_id": ("id", "retailer_id", "product_retailer_id", "sku", "item_id"),
    "title": ("title", "name"),
    "description": ("description", "rich_text_description", "short_description"),
    "category": ("google_product_category", "fb_product_category", "category", "product_type"),
    "brand": ("brand", "manufacturer_name"),
    "url": ("link", "url", "website_link"),
    "image_url": ("image_link", "image_url", "image[0].url"),
    "price": ("price",),
    "availability": ("availability",),
}


@dataclass(frozen=True)
class Aside:
    """A row that was not taken, counted from 1 without the headings, and why."""

    row: int
    retailer_id: str
    field: str
    reason: str


class UnreadableCatalogue(ValueError):
    """The file is not a catalogue."""


def read_catalogue(content: bytes) -> tuple[list[tuple[int, Item]], list[Aside]]:
    """The items with their rows, and what was set aside: one bad row stops no other. Raises UnreadableCatalogue."""
    taken: list[tuple[int, Item]] = []
    aside: list[Aside] = []
    seen: set[str] = set()
    for number, row in enumerate(_rows(content), start=1):
        if number > MOST_ROWS:
            raise UnreadableCatalogue(f"The file has more than {MOST_ROWS} rows; split it.")
        item = _item(row)
        problem = problem_with(item)
        if problem is None and item.retailer_id in seen:
            problem = "retailer_id", "retailer_id: the same one stands in an earlier row; give each item its own."
        if problem:
            aside.append(Aside(number, item.retailer_id[:100], *problem))
        else:
            seen.add(item.retailer_id)
            taken.append((number, item))
    if not taken and not aside:
        raise UnreadableCatalogue("The file has no items.")
    return taken, aside


def _rows(content: bytes) -> Iterator[dict[str, Any]]:
    text = content.decode("utf-8-sig", "replace").replace("\0", "")
    if text.lstrip()[:1] in ("{", "["):
        yield from _of_json(text)
        return
    head = text.partition("\n")[0]
    separator = max("\t", ";", ",", key=head.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator)
    names = {str(name).strip().lower() for name in reader.fieldnames or ()}
    if not names & set(NAMES["retailer_id"]) or not names & set(NAMES["title"]):
        raise UnreadableCatalogue("The first line must name the columns, id and title among them.")
    try:
        yield from reader
    except csv.Error as error:
        raise UnreadableCatalogue(f"The file can not be read as a table: {error}.") from None


def _of_json(text: str) -> Iterator[dict[str, Any]]:
    try:
        decoded = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        raise UnreadableCatalogue(f"The file is not whole JSON: {error}.") from None
    listed = decoded
    if isinstance(decoded, dict):
        listed = decoded.get("data", decoded.get("requests", decoded.get("items")))
    if not isinstance(listed, list):
        raise UnreadableCatalogue("The file has no list of items: write a list, or an object with “data”.")
    for each in listed:
        inner = each.get("data") if isinstance(each, dict) else None
        if isinstance(inner, dict):  # a batch: {"method": "UPDATE", "retailer_id": "…", "data": {…}}
            yield {key: value for key, value in each.items() if key != "data"} | inner
        else:
            yield each if isinstance(each, dict) else {}


def _item(row: dict[str, Any]) -> Item:
    lowered = {str(key).strip().lower(): value for key, value in row.items() if key is not None}
    values = {field: _first(lowered, names) for field, names in NAMES.items()}
    currency = _text(lowered.get("currency"))
    if currency and values["price"] and currency.upper() not in values["price"].upper():
        values["price"] = f"{values['price']} {currency.upper()}"
    return Item(**values)


def _first(row: dict[str, Any], names: tuple[str, ...]) -> str:
    return next((text for name in names for text in [_text(row.get(name))] if text), "")


def _text(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()
