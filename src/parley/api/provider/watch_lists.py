"""The lists that names are compared with (E1). They are added with ``parley policy lists add``."""

from fastapi import APIRouter

from parley.api.identity import ProviderCaller, Transaction
from parley.api.models.application import WatchListOut, WatchLists
from parley.storage import watch_lists

router = APIRouter(prefix="/watch-lists")


@router.get("")
async def index(caller: ProviderCaller, db: Transaction) -> WatchLists:
    """By name, with the digest of the file that each was read from."""
    return WatchLists(
        items=[WatchListOut.model_validate(each) for each in await watch_lists.all_lists(db, caller.tenant_id)]
    )
