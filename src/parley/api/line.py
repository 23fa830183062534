"""Whether a worker is there, and whether WhatsApp is heard: for the banner of every page."""

from uuid import UUID

from fastapi import APIRouter

from parley.api.identity import AnyCaller, Caller, TheClock, TheDatabase
from parley.api.models.line import LineOut
from parley.core.line import Line, line_of
from parley.storage import beats, provider
from parley.storage.database import Database

router = APIRouter(tags=["line"])
GRAVEST_FIRST = ("no_worker", "silent")


@router.get("/line")
async def show(caller: AnyCaller, database: TheDatabase, clock: TheClock) -> LineOut:
    """The caller's own line; for the provider the worst of all Clients', with whom it concerns."""
    now = clock.wall()
    lines: dict[str, Line] = {}
    for name, tenant_id in await _clients(database, caller):
        async with database.transaction(tenant_id) as db:
            lines[name] = line_of(await beats.get(db, tenant_id), now)
    for state in GRAVEST_FIRST:
        about = {name: line for name, line in lines.items() if line.state == state}
        if about:
            known = [line.since for line in about.values() if line.since]
            return LineOut(state=about[min(about)].state, since=min(known, default=None), about=sorted(about))
    return LineOut(state="well", since=None, about=[])


async def _clients(database: Database, caller: Caller) -> list[tuple[str, UUID]]:
    if caller.account.tenant_kind == "client":
        return [(caller.account.tenant_name, caller.tenant_id)]
    async with database.transaction(caller.tenant_id) as db:
        return [(each.name, each.tenant_id) for each in await provider.clients(db, caller.tenant_id)]
