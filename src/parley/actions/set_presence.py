"""Say whether one can be given conversations."""

from datetime import datetime
from uuid import UUID

from parley.storage import accounts, offers
from parley.storage.database import Connection, tell_live


async def set_presence(db: Connection, tenant_id: UUID, account_id: UUID, presence: str, wall: datetime) -> None:
    """Online, away or offline; somebody who comes online may be offered what waits."""
    await accounts.set_presence(db, tenant_id, account_id, presence, wall)
    await tell_live(db, tenant_id, "presence")
    if presence == "online":
        await offers.wake_router(db, tenant_id)
