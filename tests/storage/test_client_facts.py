from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from parley.storage import choices, client_facts
from parley.storage.database import Database
from tests.api.world import a_client, a_provider


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12"])
async def test_a_choice_counts_from_its_day_whatever_the_time_is_where_the_database_is(
    database: Database, zone: str
) -> None:
    """One of the two is in another day than we are, at any hour."""
    provider = await a_provider(database, "prov")
    client = await a_client(database, provider.tenant_id, "bank")
    now = datetime.now(UTC)
    async with database.transaction(client.tenant_id) as db:
        await db.execute(f"SET LOCAL TIME ZONE '{zone}'")
        for version, days in (("general-opt-in", 0), ("user-names", 1)):
            choice, begins = uuid4(), (now + timedelta(days=days)).date()
            await choices.choose(
                db, client.tenant_id, choice, version, reason="x", chosen_by=uuid4(), now=now, effective_from=begins
            )
            await choices.approve(db, client.tenant_id, choice, approved_by=uuid4(), now=now)
        assert (await client_facts.of_tenant(db, client.tenant_id)).choices == ("general-opt-in",)
