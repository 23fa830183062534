"""What a person agreed to, as an agent heard it."""

from uuid import UUID

from fastapi import APIRouter

from parley.actions.record_consent import record_consent
from parley.api.identity import DeskCaller, TheClock, Transaction
from parley.api.models.desk import ConsentIn, ConsentRecorded

router = APIRouter(prefix="/contacts/{contact_id}/consents", tags=["consents"])


@router.post("", status_code=201)
async def create(
    contact_id: UUID, body: ConsentIn, caller: DeskCaller, db: Transaction, clock: TheClock
) -> ConsentRecorded:
    """Keep an opt-in or an opt-out with its evidence; it is never changed afterwards."""
    now = clock.now()
    await record_consent(db, caller.tenant_id, contact_id, account_id=caller.account_id, now=now, **body.model_dump())
    return ConsentRecorded(purpose=body.purpose, action=body.action, at=now, method=body.method)
