"""A person goes by another number or id from now on: what is known of them goes along, their stop included (B7)."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from parley.core.messages.inbound import InboundMessage, NewIdentity
from parley.storage import contacts
from parley.storage.database import Connection, tell_live


async def receive_new_identity(
    db: Connection, tenant_id: UUID, told: NewIdentity, message: InboundMessage | None, now: datetime
) -> InboundMessage | None:
    """The message that told it, with who wrote it now; None where nobody is known by any of the names.

    A number that is somebody else's already is not taken from them: two people are never made one.
    """
    known = await contacts.known(db, tenant_id, wa_id=told.wa_id, user_id=told.user_id)
    moved = None
    if told.wa_id and told.new_wa_id:
        moved = await contacts.moves_to(db, tenant_id, "phone", told.wa_id, told.new_wa_id)
    for kind, old, new in (
        ("user_id", told.user_id, told.new_user_id),
        ("parent_user_id", told.parent_user_id, told.new_parent_user_id),
    ):
        if old and new and old != new:
            await contacts.moves_to(db, tenant_id, kind, old, new)
    if known is None:
        return None
    await tell_live(db, tenant_id, "conversation")
    if message is None:
        return None
    user_id = told.new_user_id or told.user_id
    wa_id = told.new_wa_id if moved == known.contact_id else told.wa_id
    return replace(message, wa_id=wa_id, user_id=user_id if wa_id == told.new_wa_id or not wa_id else "")
