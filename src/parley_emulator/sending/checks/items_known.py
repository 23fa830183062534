"""Items are of the catalogue that the account shows; of several, those that it does not have are left out."""

from typing import Any

from parley_emulator.catalogue.catalogs import catalog_of
from parley_emulator.catalogue.items import item_named
from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send

STAGE = 48
KINDS = frozenset({"product", "product_list"})


def check(send: Send) -> Refusal | None:
    """131009 where there is none of them. An account without a catalogue here names what it likes."""
    if send.type != "interactive" or str(send.content.get("type")).lower() not in KINDS:
        return None
    catalog = catalog_of(send.platform.world, send.number.waba_id)
    if catalog is None:
        return None
    action = send.content["action"]
    if action["catalog_id"] != catalog.id:
        return Refusal(131009, "interactive.action.catalog_id is not the catalogue of this account.")
    if not any(item_named(send.platform.world, catalog.id, each) for each in _named(action)):
        return Refusal(131009, "Products not found in FB Catalog: none of the named items is in the catalogue.")
    return None


def _named(action: dict[str, Any]) -> list[str]:
    if action.get("product_retailer_id"):
        return [str(action["product_retailer_id"])]
    return [item["product_retailer_id"] for section in action["sections"] for item in section["product_items"]]
