"""Handle a webhook event again that was set aside."""

from uuid import UUID

from parley.core.errors import NotFound
from parley.storage import inbox
from parley.storage.database import Connection


async def retry_quarantined(db: Connection, tenant_id: UUID, event_id: int) -> None:
    """It waits with the others again, with its attempts counted anew. Raises NotFound."""
    if not await inbox.requeue(db, tenant_id, event_id):
        raise NotFound("event in quarantine")
