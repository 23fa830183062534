"""What WhatsApp told a Client of its account, numbers, templates and groups."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from parley.api.identity import ProviderCaller, TheDatabase
from parley.api.models.provider import NoticeOut, Notices
from parley.api.provider.client import tenant_of
from parley.storage import notices

router = APIRouter(prefix="/notices")


@router.get("")
async def index(
    caller: ProviderCaller,
    database: TheDatabase,
    tenant_id: UUID,
    before: Annotated[int | None, Query(ge=0)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Notices:
    """Newest first. Of customers they hold nothing."""
    tenant = await tenant_of(database, caller, tenant_id)
    async with database.transaction(tenant) as db:
        found = await notices.newest(db, tenant, before, limit + 1)
    shown = found[:limit]
    more = len(found) > limit
    return Notices(
        items=[NoticeOut.model_validate(vars(each)) for each in shown],
        next_before=shown[-1].notice_id if more else None,
    )
