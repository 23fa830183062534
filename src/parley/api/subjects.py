"""A person asks for a copy of their data, or to be erased: administrators do it for them (D1)."""

from uuid import UUID

from fastapi import APIRouter

from parley.actions.erase_person import erase_person
from parley.actions.export_person import export_person
from parley.api.identity import DeskCaller, TheClock, TheFiles, Transaction
from parley.api.models.subject import Erased, PersonalData, SubjectRequest
from parley.core.errors import Forbidden, NotFound
from parley.storage import contacts
from parley.storage.database import Connection

router = APIRouter(prefix="/contacts/{contact_id}", tags=["subjects"])


@router.post("/export", status_code=201)
async def create_export(
    contact_id: UUID, body: SubjectRequest, caller: DeskCaller, db: Transaction, clock: TheClock, store: TheFiles
) -> PersonalData:
    """A copy of all that is kept about the person."""
    await _administers(caller, db, contact_id)
    now, me = clock.now(), caller.account_id
    data = await export_person(
        db, caller.tenant_id, contact_id, asked_how=body.asked_how, account_id=me, now=now, store=store
    )
    return PersonalData(contact_id=contact_id, made_at=now, data=data)


@router.post("/erasure", status_code=201)
async def create_erasure(
    contact_id: UUID, body: SubjectRequest, caller: DeskCaller, db: Transaction, clock: TheClock
) -> Erased:
    """Erase the person. It can not be undone; what they asked to stop stays stopped."""
    await _administers(caller, db, contact_id)
    now, me = clock.now(), caller.account_id
    rows = await erase_person(db, caller.tenant_id, contact_id, asked_how=body.asked_how, account_id=me, now=now)
    return Erased(contact_id=contact_id, erased_at=now, rows=rows)


async def _administers(caller: DeskCaller, db: Connection, contact_id: UUID) -> None:
    if await contacts.get(db, caller.tenant_id, contact_id) is None:
        raise NotFound("contact")
    if caller.account.role != "admin":
        raise Forbidden("Only an administrator may do that.")
