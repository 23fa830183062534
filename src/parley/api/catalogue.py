"""The Client's catalogue: each item is screened before it may be shown to anybody."""

from typing import Annotated

from fastapi import APIRouter, Query

from parley.actions.import_items import import_items, take_items
from parley.api.identity import DeskCaller, TheClock, Transaction
from parley.api.models.catalogue import ImportIn, ImportOut, ItemIn, ItemOut, Items
from parley.core.catalogue import Item, UnreadableCatalogue, problem_with
from parley.core.errors import Forbidden, Invalid
from parley.core.policy.verdicts import Verdict
from parley.storage import catalogue

router = APIRouter(prefix="/catalogue", tags=["catalogue"])


@router.get("/items")
async def index(
    caller: DeskCaller,
    db: Transaction,
    catalogue_id: Annotated[str | None, Query(max_length=100)] = None,
    verdict: Verdict | None = None,
    after: Annotated[str, Query(max_length=210)] = "",
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
) -> Items:
    """By catalogue and number."""
    found = await catalogue.page(
        db, caller.tenant_id, catalogue_id=catalogue_id, verdict=verdict, after=after, limit=limit + 1
    )
    shown = [ItemOut.model_validate(item) for item in found[:limit]]
    return Items(items=shown, next_after=found[limit - 1].subject if len(found) > limit else None)


@router.post("/items", status_code=201)
async def create(body: ItemIn, caller: DeskCaller, db: Transaction, clock: TheClock) -> ItemOut:
    """Put an item into the catalogue: it is cleared, held for a person, or refused with the reason."""
    _supervises(caller)
    told = body.model_dump()
    catalogue_id = told.pop("catalogue_id")
    item = Item(**told)
    if problem := problem_with(item):
        raise Invalid(*problem)
    me, now = caller.account_id, clock.now()
    kept = await take_items(db, caller.tenant_id, catalogue_id, [item], source="form", account_id=me, now=now)
    return ItemOut.model_validate(kept[0])


@router.post("/imports", status_code=201)
async def create_import(body: ImportIn, caller: DeskCaller, db: Transaction, clock: TheClock) -> ImportOut:
    """Import a file of up to 256 kB; a larger one with ``parley catalogue``. A bad row is named and stops no other."""
    _supervises(caller)
    try:
        imported = await import_items(
            db,
            caller.tenant_id,
            body.catalogue_id,
            body.content.encode(),
            account_id=caller.account_id,
            now=clock.now(),
        )
    except UnreadableCatalogue as error:
        raise Invalid("content", f"content: {error}") from None
    return ImportOut.model_validate(imported)


def _supervises(caller: DeskCaller) -> None:
    if not caller.supervises:
        raise Forbidden("The catalogue belongs to supervisors and administrators.")
