"""Pass a conversation on to a team or a colleague, with a note if there is something to say."""

from datetime import datetime
from uuid import UUID

from parley.actions.moving import Actor, make_move
from parley.actions.permitted import lock_for
from parley.actions.write_note import keep_note
from parley.core.conversation import Conversation
from parley.core.errors import Invalid, NotFound
from parley.storage import accounts
from parley.storage.database import Connection

TAKES_CONVERSATIONS = frozenset({"agent", "supervisor", "admin"})


async def transfer(
    db: Connection,
    tenant_id: UUID,
    conversation_id: UUID,
    *,
    account_id: UUID,
    team_id: UUID | None,
    to: UUID | None,
    note: str = "",
    now: datetime,
) -> Conversation:
    """To a team it queues again, keeping its place in the wait; to a person it is theirs at once."""
    if (team_id is None) == (to is None):
        raise Invalid("team_id", "Name either a team or a colleague, not both.")
    conversation = await lock_for(db, tenant_id, conversation_id, account_id, "transfer")
    actor = Actor("agent", account_id)
    if note.strip():
        await keep_note(db, conversation, note, account_id=account_id, now=now)
    if team_id is not None:
        data = {"team_id": str(team_id), "to_name": await _team(db, tenant_id, team_id)}
        return await make_move(db, conversation, "transfer_to_team", actor=actor, team_id=team_id, data=data, now=now)
    name = await _colleague(db, tenant_id, to, account_id)
    data = {"to": str(to), "to_name": name}
    return await make_move(db, conversation, "transfer_to_person", actor=actor, to=to, data=data, now=now)


async def _team(db: Connection, tenant_id: UUID, team_id: UUID) -> str:
    try:
        return await accounts.team_name(db, tenant_id, team_id)
    except NotFound as error:
        raise Invalid("team_id", "There is no such team.") from error


async def _colleague(db: Connection, tenant_id: UUID, to: UUID | None, account_id: UUID) -> str:
    if to is None or to == account_id:
        raise Invalid("account_id", "The conversation is yours already: choose a colleague.")
    try:
        account = await accounts.get(db, tenant_id, to)
    except NotFound as error:
        raise Invalid("account_id", "There is no such colleague.") from error
    if account.role not in TAKES_CONVERSATIONS:
        raise Invalid("account_id", f"{account.name} does not take conversations.")
    return account.name
