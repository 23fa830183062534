"""The words with which people are asked to opt in, checked before anybody sees them."""

from fastapi import APIRouter

from parley.actions.add_wording import add_wording, retire_wording
from parley.api.identity import DeskCaller, TheClock, Transaction
from parley.api.models.wording import WordingIn, WordingOut, Wordings
from parley.core.errors import Forbidden
from parley.storage import wordings

router = APIRouter(prefix="/opt-in-wordings", tags=["consents"])


@router.get("")
async def index(caller: DeskCaller, db: Transaction) -> Wordings:
    """All versions, by name and language."""
    return Wordings(items=[WordingOut.model_validate(each) for each in await wordings.all_of(db, caller.tenant_id)])


@router.post("", status_code=201)
async def create(body: WordingIn, caller: DeskCaller, db: Transaction, clock: TheClock) -> WordingOut:
    """A new version; it is cleared, held for a person, or refused with the reason."""
    _supervises(caller)
    added = await add_wording(db, caller.tenant_id, account_id=caller.account_id, now=clock.now(), **body.model_dump())
    return WordingOut.model_validate(added)


@router.post("/{name}/{language}/{version}/retirement", status_code=201)
async def create_retirement(name: str, language: str, version: str, caller: DeskCaller, db: Transaction) -> WordingOut:
    """Nobody is asked with this version any more."""
    _supervises(caller)
    retired = await retire_wording(db, caller.tenant_id, f"{name}/{language}/{version}")
    return WordingOut.model_validate(retired)


def _supervises(caller: DeskCaller) -> None:
    if not caller.supervises:
        raise Forbidden("Wordings belong to supervisors and administrators.")
