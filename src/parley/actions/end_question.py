"""Who was asked about something that is different now has not seen what it is: that question ends."""

from datetime import datetime
from uuid import UUID

from parley.actions import case_record
from parley.storage import cases
from parley.storage.database import Connection
from parley.storage.decisions import Decided


async def end_question(db: Connection, tenant_id: UUID, subject: str, now: datetime) -> list[Decided]:
    """The end of the open hold about it, for the caller to record; nothing where there is none."""
    before = await cases.open_about(db, tenant_id, "hold", subject)
    locked = await cases.lock(db, tenant_id, before.case_id) if before else None
    if locked is None or locked.state != "open":
        return []
    await cases.close(db, locked, "decided", "refused", now)
    return [case_record.of_overtaken(locked, now)]
