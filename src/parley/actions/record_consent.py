"""Write down that a person agreed to be written to, or asked to stop."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from parley.core.errors import NotFound
from parley.storage import consents, contacts, conversations
from parley.storage.database import Connection
from parley.storage.lists import newest_of_contact


async def record_consent(
    db: Connection,
    tenant_id: UUID,
    contact_id: UUID,
    *,
    purpose: str,
    action: Literal["opt_in", "opt_out"],
    method: str,
    account_id: UUID,
    now: datetime,
    wording: str = "",
    evidence: dict[str, Any] | None = None,
) -> None:
    """Kept with who recorded it, and shown in the thread of the newest conversation. Raises NotFound."""
    contact = await contacts.get(db, tenant_id, contact_id)
    if contact is None:
        raise NotFound("contact")
    await consents.record(
        db,
        tenant_id,
        contact_id,
        purpose=purpose,
        action=action,
        method=method,
        wording=wording,
        language=contact.language,
        evidence=evidence,
        recorded_by=f"agent:{account_id}",
        at=now,
    )
    newest = await newest_of_contact(db, tenant_id, contact_id)
    if newest is not None:
        conversation = await conversations.get(db, tenant_id, newest)
        data = {"purpose": purpose, "method": method}
        await conversations.record_event(
            db, conversation, action, actor_kind="agent", actor_id=account_id, data=data, now=now
        )
