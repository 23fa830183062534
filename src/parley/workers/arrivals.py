"""How many messages each number receives: they count into its rate, so that they take places of its pace."""

from collections.abc import Mapping
from datetime import datetime
from math import inf
from time import monotonic
from uuid import UUID

from parley.storage import inbox
from parley.storage.database import Connection
from parley.workers.pace import Pace

EVERY = 0.1  # seconds between two looks; each event is looked at once


class Arrivals:
    """Looks at what came since it looked last, whichever process took it."""

    def __init__(self) -> None:
        self._seen: dict[UUID, int] = {}
        self._not_before: dict[UUID, float] = {}

    async def take_places(self, db: Connection, tenant_id: UUID, paces: Mapping[str, Pace], now: datetime) -> None:
        """In the pace of each number that received something."""
        if monotonic() < self._not_before.get(tenant_id, 0.0):
            return
        self._not_before[tenant_id] = inf  # nobody else looks at the same time, and counts the same again
        try:
            arrived = await inbox.arrived(db, tenant_id, self._seen.get(tenant_id, 0), now)
        finally:
            self._not_before[tenant_id] = monotonic() + EVERY
        self._seen[tenant_id] = max((self._seen.get(tenant_id, 0), *(last for _, last in arrived.values())))
        for number_id, (count, _) in arrived.items():
            if count and number_id in paces:
                paces[number_id].received(count)
