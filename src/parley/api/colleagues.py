"""Who else is there, to transfer to."""

from fastapi import APIRouter

from parley.api.identity import DeskCaller, TheClock, Transaction
from parley.api.models.desk import ColleagueOut, Colleagues
from parley.api.models.session import TeamOut
from parley.storage import accounts
from parley.storage.offers import SILENT_AFTER

router = APIRouter(prefix="/colleagues", tags=["colleagues"])


@router.get("")
async def index(caller: DeskCaller, db: Transaction, clock: TheClock) -> Colleagues:
    """Everybody of the caller's business, the caller too, and the teams."""
    people = await accounts.colleagues(db, caller.tenant_id, clock.wall() - SILENT_AFTER)
    teams = await accounts.teams(db, caller.tenant_id)
    return Colleagues(
        items=[ColleagueOut.model_validate(person) for person in people],
        teams=[TeamOut(team_id=team_id, name=name) for team_id, name in teams],
    )
