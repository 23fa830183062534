"""The platform reports on a template or on a person's wish: our copy follows at once (C2, C3, B7)."""

from datetime import datetime
from uuid import UUID

from parley.storage import consents, contacts, template_states
from parley.storage.database import Connection, tell_live


async def receive_template_report(
    db: Connection,
    tenant_id: UUID,
    account_id: str,
    *,
    name: str,
    language: str,
    status: str,
    category: str,
    now: datetime,
) -> bool:
    """False if the template is not known here."""
    known = await template_states.change(
        db, tenant_id, account_id, name=name, language=language, status=status, category=category, now=now
    )
    await tell_live(db, tenant_id, "conversation")
    return known


async def receive_preference(
    db: Connection, tenant_id: UUID, *, wa_id: str, user_id: str, stops: bool, at: datetime, now: datetime
) -> None:
    """A stop of marketing messages by WhatsApp's own switch, or its end.

    The end of a stop is no opt-in: it takes the person's own stop back, and what they agreed to before counts again.
    """
    contact = await contacts.of_writer(db, tenant_id, wa_id=wa_id, user_id=user_id, name="", now=now)
    wording = "" if stops else await consents.last_wording(db, tenant_id, contact.contact_id, "marketing")
    if not stops and not wording:
        return
    await consents.record(
        db,
        tenant_id,
        contact.contact_id,
        purpose="marketing",
        action="opt_out" if stops else "opt_in",
        method="platform",
        wording=wording,
        recorded_by="platform",
        at=at,
    )
