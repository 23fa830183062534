"""Many items of a catalogue at once, in the words of product feeds (pages on the catalogue's batches, April 2026).

What is done is seen at once; only the word that it is finished comes a little later, for those who wait for it.
"""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from parley_emulator.catalogue.items import ITEM, REQUIRED, SMALLEST, made_item, told_in
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

KIND = "items_batch"
TYPE = "PRODUCT_ITEM"
METHODS = ("CREATE", "UPDATE", "DELETE")
MOST = 5_000
PRICE = re.compile(r"(\d{1,9}(?:\.\d{1,2})?) ([A-Z]{3})")
# What feeds call it, and the item itself. All else that feeds may say is taken and not kept.
NAMES = {"title": "name", "link": "url", "image_link": "image_url"}
KEPT = ("description", "availability", "condition", "brand")
Problem = dict[str, str]


def take(platform: Platform, catalog: Thing, requests: list[Mapping[str, Any]], upserts: bool) -> dict[str, Any]:
    """The handle to ask with, and what is wrong with single requests, which are left out. Raises Refusal."""
    if not 1 <= len(requests) <= MOST:
        raise Refusal(100, f"Param requests must have 1 to {MOST} items, it has {len(requests)}.")
    wishes = [_read(each) for each in requests]
    wrong = [
        {"retailer_id": each.retailer_id, "errors": [{"message": each.wrong}], "warnings": []}
        for each in wishes
        if each.wrong
    ]
    good = [each for each in wishes if not each.wrong]
    if not good:
        return {"handles": [], "validation_status": wrong}
    problems = _apply(platform, catalog, good, upserts)
    handle = f"Acz{secrets.token_urlsafe(24)}"
    fields = {"finished_at": platform.clock.now() + platform.settings.pace.delivered, "errors": problems}
    platform.world.save_thing(Thing(id=f"{KIND}:{handle}", kind=KIND, owner=catalog.id, fields=fields))
    return {"handles": [handle], "validation_status": wrong}


@dataclass(frozen=True)
class Wish:
    """One request: ``told`` is what it says about the item, ``wrong`` why it is none."""

    method: str
    retailer_id: str
    told: dict[str, Any] = field(default_factory=dict)
    wrong: str = ""


def _read(request: Mapping[str, Any]) -> Wish:
    method, data = str(request.get("method") or "").upper(), request.get("data")
    if not isinstance(data, dict):
        return Wish(method, "", wrong="data must be an object.")
    retailer_id = str(data.get("id") or request.get("retailer_id") or "")
    if method not in METHODS:
        return Wish(method, retailer_id, wrong=f"method must be one of {', '.join(METHODS)}.")
    if not retailer_id:
        return Wish(method, retailer_id, wrong="data.id is required.")
    try:
        return Wish(method, retailer_id, told_in({**_in_own_words(data), "retailer_id": retailer_id}))
    except Refusal as refusal:
        return Wish(method, retailer_id, wrong=refusal.details)


def _in_own_words(data: Mapping[str, Any]) -> dict[str, Any]:
    own = {NAMES.get(name, name): value for name, value in data.items() if name in NAMES or name in KEPT}
    images = data.get("image")
    if isinstance(images, list) and images and isinstance(images[0], dict):
        own["image_url"] = images[0].get("url")
    if data.get("price") is not None:
        found = PRICE.fullmatch(str(data["price"]).strip())
        if found is None:
            raise Refusal(100, "price must be an amount with its currency, such as 9.99 EUR.")
        own |= {"price": int(Decimal(found[1]) * SMALLEST), "currency": found[2]}
    return own


def _apply(platform: Platform, catalog: Thing, wishes: list[Wish], upserts: bool) -> list[Problem]:
    """One after the other; what can not be done is told and the others go on."""
    known = {each.fields["retailer_id"]: each for each in platform.world.things_of(ITEM, catalog.id)}
    problems = []
    for wish in wishes:
        if problem := _problem(wish, known.get(wish.retailer_id), upserts):
            problems.append({"id": wish.retailer_id, "message": problem})
        else:
            _apply_one(platform, catalog, wish, known)
    return problems


def _problem(wish: Wish, item: Thing | None, upserts: bool) -> str:
    if item is not None:
        return ""
    if wish.method == "DELETE" or (wish.method == "UPDATE" and not upserts):
        return "The catalogue has no such item."
    missing = [name for name in REQUIRED if wish.told.get(name) in (None, "")]
    return f"A new item needs {', '.join(missing)}." if missing else ""


def _apply_one(platform: Platform, catalog: Thing, wish: Wish, known: dict[str, Thing]) -> None:
    """A CREATE of what is there changes it, as a feed would."""
    item = known.get(wish.retailer_id)
    if item is None:
        known[wish.retailer_id] = made_item(platform, catalog, wish.told)
    elif wish.method == "DELETE":
        platform.world.drop_thing(known.pop(wish.retailer_id))
    else:
        item.fields = {**item.fields, **wish.told}
        platform.world.save_thing(item)


def status(platform: Platform, catalog: Thing, handle: str, names_them: bool) -> dict[str, Any]:
    """How the batch of that handle stands. Raises Refusal."""
    batch = platform.world.things.get(f"{KIND}:{handle}")
    if batch is None or batch.owner != catalog.id:
        raise Refusal(100, "Param handle is of no batch of this catalogue.")
    is_finished = platform.clock.now() >= batch.fields["finished_at"]
    problems: list[Problem] = batch.fields["errors"] if is_finished else []
    return {
        "handle": handle,
        "status": "finished" if is_finished else "in_progress",
        "errors_total_count": len(problems),
        "errors": [{"line": index, **each} for index, each in enumerate(problems)],
        "warnings_total_count": 0,
        "warnings": [],
        "ids_of_invalid_requests": [each["id"] for each in problems] if names_them else [],
    }
