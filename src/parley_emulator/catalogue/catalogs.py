"""Catalogues: made by a portfolio, connected to an account, one at a time."""

from typing import Any

from parley_emulator import ids
from parley_emulator.catalogue.items import ITEM
from parley_emulator.enforcement.changes import set_account
from parley_emulator.enforcement.portfolio import name_of
from parley_emulator.graph.refusal import Refusal
from parley_emulator.graph.shape import Shape
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account, Thing
from parley_emulator.state.world import World

KIND = "catalog"
CONNECTED = "catalog_id"
FIELDS = ("id", "name")
CATALOG = Shape("ProductCatalog", FIELDS, ("business", "product_count", "vertical"))
VERTICAL = "commerce"
LONGEST_NAME = 100


def new_catalog(platform: Platform, business_id: str, name: str) -> Thing:
    """Nothing is in it yet. Raises Refusal."""
    catalog = Thing(id=ids.digits(16), kind=KIND, owner=business_id, fields={"name": checked_name(name)})
    platform.world.save_thing(catalog)
    return catalog


def checked_name(written: str) -> str:
    """Raises Refusal."""
    name = written.strip()
    if not 1 <= len(name) <= LONGEST_NAME:
        raise Refusal(100, f"Param name must have 1 to {LONGEST_NAME} characters.")
    return name


def view(world: World, catalog: Thing) -> dict[str, Any]:
    """All fields there are."""
    return {
        "id": catalog.id,
        "name": catalog.fields["name"],
        "vertical": VERTICAL,
        "product_count": len(world.things_of(ITEM, catalog.id)),
        "business": {"id": catalog.owner, "name": name_of(world, catalog.owner)},
    }


def catalog_of(world: World, account_id: str) -> Thing | None:
    """The one that customers of the account see."""
    account = world.accounts.get(account_id)
    return world.things.get(str(account.fields.get(CONNECTED))) if account is not None else None


def connect(platform: Platform, account: Account, catalog_id: str) -> None:
    """Raises Refusal for what is no catalogue of the portfolio, or a second one."""
    catalog = platform.world.things.get(catalog_id)
    if catalog is None or catalog.kind != KIND or catalog.owner != account.business_id:
        raise Refusal(100, "Param catalog_id is not a catalogue of the account's portfolio.")
    known = catalog_of(platform.world, account.id)
    if known is not None and known.id != catalog_id:
        raise Refusal(100, f"The account shows catalogue {known.id} already. Disconnect it first.")
    set_account(platform, account, **{CONNECTED: catalog_id})


def disconnect(platform: Platform, account: Account, catalog_id: str) -> None:
    """Raises Refusal for one that is not connected."""
    known = catalog_of(platform.world, account.id)
    if known is None or known.id != catalog_id:
        raise Refusal(100, "Param catalog_id is not the catalogue of the account.")
    set_account(platform, account, **{CONNECTED: None})


def drop(platform: Platform, catalog: Thing) -> None:
    """With all that is in it, wherever it is shown."""
    for each in [*platform.world.things_of(ITEM, catalog.id), *platform.world.things_of("items_batch", catalog.id)]:
        platform.world.drop_thing(each)
    for account in list(platform.world.accounts.values()):
        if account.fields.get(CONNECTED) == catalog.id:
            set_account(platform, account, **{CONNECTED: None})
    platform.world.drop_thing(catalog)
