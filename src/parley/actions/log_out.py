"""Log out: the token is worth nothing from now on, and no new conversation is offered."""

from datetime import datetime
from uuid import UUID

from parley.storage import accounts, sessions
from parley.storage.database import Connection, tell_live


async def log_out(db: Connection, tenant_id: UUID, account_id: UUID, token: str, wall: datetime) -> None:
    """End this session and go offline."""
    await sessions.delete(db, tenant_id, token)
    await accounts.set_presence(db, tenant_id, account_id, "offline", wall)
    await tell_live(db, tenant_id, "presence")
