"""Items of the catalogues, with the last word on each."""

from datetime import datetime
from uuid import UUID

import msgspec

from parley.actions.standing_kinds.standing import Standing
from parley.core.policy.matters import CatalogueItem, ClientFacts
from parley.core.policy.verdicts import Decision
from parley.storage import screenings, standing_things
from parley.storage.database import Connection
from parley.storage.standing_things import StandingItem

KIND = "catalogue item"
CASE = "item"


async def standing(db: Connection, tenant_id: UUID, client: ClientFacts, now: datetime) -> list[Standing]:
    """Those that may be shown, and those that a look has stopped; what was stopped at its import stays so."""
    stopped = await screenings.stopped_now(db, tenant_id, "item")
    found: list[StandingItem] = []
    after = ("", "")
    while page := await standing_things.items(db, tenant_id, after):
        found += page
        after = (page[-1].catalogue_id, page[-1].retailer_id)
    listed = [_standing(each, client, now) for each in found]
    return [each for each in listed if each.thing.verdict in ("allow", "warn") or each.subject in stopped]


async def stop(db: Connection, tenant_id: UUID, asked: Standing, decision: Decision) -> None:
    """The gate's new word stands on the item."""
    key = (asked.thing.catalogue_id, asked.thing.retailer_id)
    findings = msgspec.to_builtins(decision.findings)
    await standing_things.set_item(db, tenant_id, key, decision.verdict, findings, decision.rulebook_version)


lift = stop


def _standing(item: StandingItem, client: ClientFacts, now: datetime) -> Standing:
    matter = CatalogueItem(
        client,
        now,
        item.retailer_id,
        item.title,
        item.description,
        item.category,
        item.brand,
        item.url,
        frozenset(item.released),
    )
    return Standing(f"{item.catalogue_id}/{item.retailer_id}", f"Item {item.retailer_id}", matter, item)
