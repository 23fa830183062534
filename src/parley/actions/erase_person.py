"""Take a person out of everything that is kept, on their request (D1). What they asked to stop stays stopped."""

import hashlib
from datetime import datetime
from uuid import UUID

from parley.core.errors import Invalid, NotFound
from parley.core.policy.rulebook import RULEBOOK_VERSION
from parley.core.policy.verdicts import Decision, Finding
from parley.storage import blocks, contacts, decisions, subjects
from parley.storage.database import Connection, tell_live
from parley.storage.decisions import Decided

ERASED = "erased"


async def erase_person(
    db: Connection, tenant_id: UUID, contact_id: UUID, *, asked_how: str, account_id: UUID, now: datetime
) -> dict[str, int]:
    """How many rows of each kind were emptied. It can not be undone. Raises NotFound and Invalid.

    Kept, since they show what was agreed, decided and charged and name nobody any more: the proofs of consent, the
    decision log, the moves of the conversations and the accounts of what arrived.
    """
    if not asked_how.strip():
        raise Invalid("asked_how", "asked_how: say how the person asked; a digest of it goes on record.")
    contact = await contacts.get(db, tenant_id, contact_id)
    if contact is None or contact.number_source == ERASED:
        raise NotFound("contact")
    if await blocks.holds(db, tenant_id, contact_id):
        raise Invalid(
            "block", "block: lift the block of this person first: afterwards nobody could name whom to unblock."
        )
    counts = await subjects.erase(db, tenant_id, contact_id, now)
    facts = {"contact_id": str(contact_id), "rows": counts, "asked_how_sha256": digest_of(asked_how)}
    finding = Finding("person_erased", "D1", "allow", "The person asked to be erased, and was.", facts=facts)
    decision = Decision("allow", (finding,), ("person_erased",), RULEBOOK_VERSION, now, facts)
    await tell_live(db, tenant_id, "conversation")
    await decisions.record(db, tenant_id, [Decided(decision, "data", "agent", account_id)])
    return counts


def digest_of(asked_how: str) -> str:
    """What goes on record for good may not name the person; who keeps their letter can show that it was that one."""
    return hashlib.sha256(asked_how.strip().encode()).hexdigest()
