"""Items of the catalogues, with the last word on each."""

from datetime import datetime
from uuid import UUID

import msgspec

from parley.actions.standing_kinds.standing import Standing
from parley.core.policy.matters import CatalogueItem, ClientFacts
from parley.core.policy.verdicts import Decision
from parley.storage import standing_things
from parley.storage.database import Connection
from parley.storage.standing_things import StandingItem

KIND = "catalogue item"


async def standing(db: Connection, tenant_id: UUID, client: ClientFacts, now: datetime) -> list[Standing]:
    """Those that may be shown; what was stopped at its import is stopped already."""
    found: list[StandingItem] = []
    after = ("", "")
    while page := await standing_things.items(db, tenant_id, after):
        found += page
        after = (page[-1].catalogue_id, page[-1].retailer_id)
    return [_standing(each, client, now) for each in found if each.verdict in ("allow", "warn") and not each.released]


async def stop(db: Connection, tenant_id: UUID, failed: Standing, decision: Decision) -> None:
    """The gate's new word stands on the item."""
    key = (failed.thing.catalogue_id, failed.thing.retailer_id)
    findings = msgspec.to_builtins(decision.findings)
    await standing_things.set_item(db, tenant_id, key, decision.verdict, findings, decision.rulebook_version)


def _standing(item: StandingItem, client: ClientFacts, now: datetime) -> Standing:
    matter = CatalogueItem(
        client, now, item.retailer_id, item.title, item.description, item.category, item.brand, item.url
    )
    return Standing(f"{item.catalogue_id}/{item.retailer_id}", f"Item {item.retailer_id}", matter, item)
