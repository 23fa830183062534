"""What the gate decided for a Client, and the proof that no row was changed."""

import asyncio
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from parley.api.identity import ProviderCaller, TheDatabase
from parley.api.models.provider import Chain, DecisionAuthor, DecisionRow, Decisions
from parley.api.provider.client import tenant_of
from parley.core.policy.decision_log import START, first_break
from parley.core.policy.verdicts import Verdict
from parley.storage import provider
from parley.storage.database import Database
from parley.storage.provider import KeptDecision

# Rows of the chain read at once: the memory it takes does not grow with the log.
TOGETHER = 2000
router = APIRouter()


@router.get("/decisions")
async def index(
    caller: ProviderCaller,
    database: TheDatabase,
    tenant_id: UUID | None = None,
    verdict: Verdict | None = None,
    clause: Annotated[str | None, Query(max_length=20)] = None,
    before: Annotated[int | None, Query(ge=0)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Decisions:
    """Newest first; without a Client, the provider's own log."""
    tenant = await tenant_of(database, caller, tenant_id)
    async with database.transaction(tenant) as db:
        found, next_before = await provider.decisions(
            db, tenant, verdict=verdict, clause=clause or None, before=before, limit=limit
        )
    return Decisions(items=[_shown(row) for row in found], next_before=next_before)


@router.get("/chain")
async def verify(caller: ProviderCaller, database: TheDatabase, tenant_id: UUID | None = None) -> Chain:
    """Walk the whole chain: a row that was removed, edited or moved is found."""
    return await _walk(database, await tenant_of(database, caller, tenant_id))


async def _walk(database: Database, tenant_id: UUID) -> Chain:
    seq, after = 0, START
    while True:
        async with database.transaction(tenant_id) as db:
            rows = await provider.chain_page(db, tenant_id, seq, TOGETHER)
        broken = await asyncio.to_thread(first_break, rows, after=after, seq=seq)
        if broken is not None or not rows:
            async with database.transaction(tenant_id) as db:
                newest, head = await provider.head(db, tenant_id)
            return Chain(rows=newest if broken is not None else seq, first_break=broken, head=(head or after).hex())
        seq, after = int(rows[-1]["seq"]), bytes(rows[-1]["hash"])


def _shown(row: KeptDecision) -> DecisionRow:
    return DecisionRow.model_validate(
        {
            **vars(row),
            "author": DecisionAuthor(kind=row.author_kind, name=row.author_name),
            "hash": row.hash.hex(),
        }
    )
