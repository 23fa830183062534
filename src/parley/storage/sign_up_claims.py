"""Which sign-up a worker has in hand.

A claim is a lease with a deadline, so that no transaction is open while WhatsApp is called. A worker that
dies keeps its claim until the deadline; then the next one takes the sign-up. What is written down of it moves the
deadline on. Whoever comes back too late finds that it is no longer theirs: ``claims`` has counted on.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from psycopg.rows import class_row

from parley.storage.database import Connection
from parley.storage.sign_ups import CHANGE, COLUMNS, SignUp, values_of

# Longer than what is done between two saves may take, see workers/sign_ups.py.
LEASE = timedelta(minutes=5)

NEXT = f"""
SELECT {COLUMNS}
  FROM sign_up
 WHERE tenant_id = %s AND state = 'waiting' AND coalesce(claimed_until <= %s, true)
 ORDER BY changed_at
 LIMIT 1
   FOR UPDATE SKIP LOCKED
"""
CLAIM = "UPDATE sign_up SET claims = %s, claimed_until = %s WHERE tenant_id = %s AND sign_up_id = %s"
SAVE = f"{CHANGE} AND state = 'waiting' AND claims = %(claims)s"
LET_GO = """
UPDATE sign_up SET claimed_until = NULL
 WHERE tenant_id = %s AND sign_up_id = %s AND state = 'waiting' AND claims = %s
"""


async def take(db: Connection, tenant_id: UUID, now: datetime) -> SignUp | None:
    """The one that waits longest; until the deadline it is nobody else's."""
    async with db.cursor(row_factory=class_row(SignUp)) as cursor:
        await cursor.execute(NEXT, [tenant_id, now])
        found = await cursor.fetchone()
    if found is None:
        return None
    claimed = replace(found, claims=found.claims + 1)
    await db.execute(CLAIM, [claimed.claims, now + LEASE, tenant_id, found.sign_up_id])
    return claimed


async def save(db: Connection, tenant_id: UUID, changed: SignUp, now: datetime) -> bool:
    """As it is now, with a new deadline where it goes on. False, and nothing changed, where it is another's by now."""
    until = now + LEASE if changed.state == "waiting" else None
    return (await db.execute(SAVE, values_of(tenant_id, changed, now, claimed_until=until))).rowcount > 0


async def let_go(db: Connection, tenant_id: UUID, claimed: SignUp) -> None:
    """The worker ends before it is done: the next one need not wait for the deadline."""
    await db.execute(LET_GO, [tenant_id, claimed.sign_up_id, claimed.claims])
