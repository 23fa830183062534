"""Applications of businesses that the gate has cleared and nobody has decided yet; of the provider, not of a Client."""

from datetime import datetime
from uuid import UUID

from parley.actions.ask_about_application import matter_of
from parley.actions.standing_kinds.standing import Standing
from parley.core.policy.matters import ClientFacts
from parley.storage import applications
from parley.storage.database import Connection

KIND = "application"
MOST = 1000


async def standing(db: Connection, tenant_id: UUID, client: ClientFacts, now: datetime) -> list[Standing]:
    """Each with who is barred today; the lists of names ask about everybody whenever they change."""
    return [
        Standing(str(each.application_id), each.name, await matter_of(db, tenant_id, each, now), each)
        for each in await applications.newest(db, tenant_id, "cleared", MOST)
    ]
