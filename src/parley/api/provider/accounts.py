"""What a Client's messages were charged, by both models, and where WhatsApp's word differs (C1, C5, C6)."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from fastapi import APIRouter

from parley.api.identity import ProviderCaller, TheDatabase
from parley.api.models.accounts import Account, Accounts, Difference
from parley.api.provider.client import tenant_of
from parley.core.accounting import Charge, by_conversation, by_message, differences
from parley.core.errors import Invalid
from parley.storage import deliveries

LONGEST = timedelta(days=92)
MOST = 200_000
router = APIRouter()


@router.get("/accounts")
async def show(
    caller: ProviderCaller, database: TheDatabase, since: datetime, until: datetime, tenant_id: UUID | None = None
) -> Accounts:
    """Deliveries from ``since`` to ``until``, at most 92 days."""
    if since.tzinfo is None or until.tzinfo is None:
        raise Invalid("since", "since, until: give a time zone, such as 2026-11-01T00:00:00Z.")
    if not since < until <= since + LONGEST:
        raise Invalid("until", "until: it lies after since, by 92 days at most.")
    tenant = await tenant_of(database, caller, tenant_id)
    async with database.transaction(tenant) as db:
        arrived = await deliveries.between(db, tenant, since, until, MOST)
    told = [Difference(message_id=ours, ours=mine, theirs=theirs) for ours, mine, theirs in differences(arrived)]
    return Accounts(
        delivered=len(arrived),
        complete=len(arrived) < MOST,
        by_conversation=_counted(by_conversation(arrived)),
        by_message=_counted(by_message(arrived)),
        reported=sum(1 for each in arrived if each.reported),
        differences=told[:200],
        differing=len(told),
    )


def _counted(charges: Iterable[Charge]) -> list[Account]:
    counts = Counter((each.market, each.category, each.kind) for each in charges)
    return [
        Account(market=market, category=category, kind=kind, count=count)
        for (market, category, kind), count in sorted(counts.items())
    ]
