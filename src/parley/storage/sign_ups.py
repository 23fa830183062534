"""Sign-ups: numbers that are connected on the page, from the dialogue's opening to their last step."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.rows import class_row
from psycopg.types.json import Jsonb

from parley.core.errors import NotFound
from parley.storage.database import Connection, notify

COLUMNS = """sign_up_id, state, in_app, begun_by, begun_at, changed_at, account_id, number_id, redirect_uri, sealed,
       steps, trouble, needs, claims"""
INSERT = """
INSERT INTO sign_up (tenant_id, sign_up_id, state, in_app, begun_by, begun_at, changed_at, redirect_uri)
VALUES (%s, %s, 'open', %s, %s, %s, %s, %s)
"""
LOCK = f"SELECT {COLUMNS} FROM sign_up WHERE tenant_id = %s AND sign_up_id = %s FOR UPDATE"
NEWEST = f"SELECT {COLUMNS} FROM sign_up WHERE tenant_id = %s ORDER BY begun_at DESC, sign_up_id LIMIT %s"
CHANGE = """
UPDATE sign_up
   SET state = %(state)s, changed_at = %(now)s, account_id = %(account_id)s, number_id = %(number_id)s,
       sealed = %(sealed)s, steps = %(steps)s, trouble = %(trouble)s, needs = %(needs)s,
       claimed_until = %(claimed_until)s
 WHERE tenant_id = %(tenant_id)s AND sign_up_id = %(sign_up_id)s
"""
FORGET = """
UPDATE sign_up
   SET sealed = NULL, state = 'cancelled', needs = 'dialogue', changed_at = %(now)s,
       trouble = concat_ws(' ', nullif(trouble, ''), 'It was not finished within a day: begin again.')
 WHERE tenant_id = %(tenant_id)s AND state IN ('open', 'stopped') AND changed_at < %(before)s
"""


@dataclass(frozen=True)
class SignUp:
    """``state``: open (the dialogue is shown), waiting (its steps are taken), stopped, connected, cancelled.

    ``steps``: those that were taken, ``[{"name", "sentence", "at"}]``. ``trouble``: what went wrong and what mends it;
    ``needs``: 'code', 'pin', 'dialogue', or ''. ``sealed``: what the platform gave, while it is needed. ``claims``: how
    often a worker took it in hand, see ``sign_up_claims``.
    """

    sign_up_id: UUID
    state: str
    in_app: bool
    begun_by: UUID
    begun_at: datetime
    changed_at: datetime
    account_id: str
    number_id: str
    redirect_uri: str
    sealed: bytes | None
    steps: list[dict[str, Any]]
    trouble: str
    needs: str
    claims: int


async def insert(
    db: Connection, tenant_id: UUID, sign_up_id: UUID, *, in_app: bool, by: UUID, redirect_uri: str, now: datetime
) -> None:
    """One more, open."""
    await db.execute(INSERT, [tenant_id, sign_up_id, in_app, by, now, now, redirect_uri])


async def lock(db: Connection, tenant_id: UUID, sign_up_id: UUID) -> SignUp:
    """Until the transaction ends. Raises NotFound."""
    async with db.cursor(row_factory=class_row(SignUp)) as cursor:
        await cursor.execute(LOCK, [tenant_id, sign_up_id])
        found = await cursor.fetchone()
    if found is None:
        raise NotFound("sign-up")
    return found


async def newest(db: Connection, tenant_id: UUID, most: int) -> list[SignUp]:
    """The newest first."""
    async with db.cursor(row_factory=class_row(SignUp)) as cursor:
        await cursor.execute(NEWEST, [tenant_id, most])
        return await cursor.fetchall()


def values_of(tenant_id: UUID, changed: SignUp, now: datetime, *, claimed_until: datetime | None) -> dict[str, Any]:
    """What CHANGE writes."""
    written = {"tenant_id": tenant_id, "now": now, "steps": Jsonb(changed.steps), "claimed_until": claimed_until}
    return vars(changed) | written


async def save(db: Connection, tenant_id: UUID, changed: SignUp, now: datetime) -> None:
    """As it is now; the workers hear of one that waits."""
    await db.execute(CHANGE, values_of(tenant_id, changed, now, claimed_until=None))
    if changed.state == "waiting":
        await notify(db, "parley_sign_up", str(tenant_id))


async def forget(db: Connection, tenant_id: UUID, before: datetime, now: datetime) -> None:
    """What nobody finished keeps no code and no token."""
    await db.execute(FORGET, {"tenant_id": tenant_id, "before": before, "now": now})
