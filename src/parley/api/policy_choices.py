"""A Client's administrator chooses a later text of the policy that loosens; its provider approves it (F3)."""

from uuid import UUID

from fastapi import APIRouter

from parley.actions.choose_version import choose_version, withdraw_choice
from parley.api.choosing import choices_of
from parley.api.identity import DeskCaller, TheClock, Transaction
from parley.api.models.versions import Choices, NewChoice
from parley.core.errors import Forbidden, NotFound
from parley.storage import choices

router = APIRouter(prefix="/policy/choices", tags=["policy"])


@router.get("")
async def index(caller: DeskCaller, db: Transaction, clock: TheClock) -> Choices:
    """What was chosen, what waits for the provider, and what is in force."""
    return await choices_of(db, caller.tenant_id, clock.now().date())


@router.post("", status_code=201)
async def create(body: NewChoice, caller: DeskCaller, db: Transaction, clock: TheClock) -> Choices:
    """Choose a text; it waits for the provider's approval."""
    _administers(caller)
    now = clock.now()
    await choose_version(
        db,
        caller.tenant_id,
        body.version,
        body.reason,
        by=caller.account_id,
        now=now,
        effective_from=body.effective_from,
    )
    return await choices_of(db, caller.tenant_id, now.date())


@router.delete("/{choice_id}", status_code=204)
async def delete(choice_id: UUID, caller: DeskCaller, db: Transaction, clock: TheClock) -> None:
    """Take it back: the document holds again at once."""
    if all(each.choice_id != choice_id for each in await choices.list_all(db, caller.tenant_id)):
        raise NotFound("choice")
    _administers(caller)
    await withdraw_choice(db, caller.tenant_id, choice_id, by=caller.account_id, now=clock.now())


def _administers(caller: DeskCaller) -> None:
    if caller.account.role != "admin":
        raise Forbidden("Only an administrator may do that.")
