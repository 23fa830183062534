"""What a customer can choose from, with names and prices, where the business has a catalogue."""

from typing import Any

from parley_emulator.catalogue.catalogs import catalog_of
from parley_emulator.catalogue.items import ITEM, item_named, price_of
from parley_emulator.state.records import Number, Thing
from parley_emulator.state.world import World

Shop = dict[str, Any]
SETTINGS = "commerce"


def with_items(world: World, number: Number, shown: dict[str, Any]) -> dict[str, Any]:
    """A message as the page shows it, its items and those of its cards with what the catalogue says of them."""
    if not any(shown.get(name) for name in ("shop", "cards", "order")):
        return shown
    catalog, told = catalog_of(world, number.waba_id), dict(shown)
    if catalog is not None and shown.get("order"):
        told["order"] = {**shown["order"], "items": [_named(world, catalog, each) for each in shown["order"]["items"]]}
    if shown.get("shop"):
        told["shop"] = _filled(world, number, catalog, shown["shop"])
    if shown.get("cards"):
        told["cards"] = [
            {**card, "shop": _filled(world, number, catalog, card["shop"])} if card.get("shop") else card
            for card in shown["cards"]
        ]
    return told


def window_of(world: World, number: Number) -> Shop | None:
    """The whole catalogue, behind the icon that the business's commerce settings show."""
    catalog = catalog_of(world, number.waba_id)
    if catalog is None or not number.fields.get(SETTINGS, {}).get("is_catalog_visible"):
        return None
    return _filled(world, number, catalog, {"products": [], "whole": True})


def named_item(world: World, number: Number, product: str) -> dict[str, str]:
    """What a question is about, by the name that the catalogue has for it."""
    catalog = catalog_of(world, number.waba_id)
    item = item_named(world, catalog.id, product) if catalog is not None else None
    return {"product": product, "name": item.fields["name"] if item is not None else product}


def _named(world: World, catalog: Thing, ordered: dict[str, Any]) -> dict[str, Any]:
    item = item_named(world, catalog.id, ordered["product"])
    return {**ordered, "name": item.fields["name"]} if item is not None else ordered


def _filled(world: World, number: Number, catalog: Thing | None, shop: Shop) -> Shop:
    """The items that it names, as far as there are such; one with the whole catalogue behind it has all."""
    rest = {name: value for name, value in shop.items() if name != "whole"}
    if catalog is None:
        return rest
    named = (item_named(world, catalog.id, each) for each in shop["products"])
    items = world.things_of(ITEM, catalog.id) if shop.get("whole") else [each for each in named if each is not None]
    return {
        **rest,
        "catalog_id": catalog.id,
        "products": [each.fields["retailer_id"] for each in items],
        "items": [_shown(each) for each in items],
        "cart": number.fields.get(SETTINGS, {}).get("is_cart_enabled", True),
    }


def _shown(item: Thing) -> dict[str, Any]:
    own = item.fields
    return {
        "product": own["retailer_id"],
        "name": own["name"],
        "description": own.get("description", ""),
        "price": price_of(item),
        "currency": own["currency"],
        "picture": own.get("image_url", ""),
        "available": own["availability"] not in {"out of stock", "discontinued", "pending"},
    }
