"""The business numbers of a Client."""

from datetime import datetime
from uuid import UUID

from parley.core.errors import NotFound
from parley.storage.database import Connection

NAME = "SELECT display_name FROM number WHERE tenant_id = %s AND number_id = %s"
# A number that people complain of sends at a quarter of its pace (F1).
ACCESS = """
SELECT number_id, access_token,
       CASE standing WHEN 'slow' THEN greatest(rate_per_second / 4, 1) ELSE rate_per_second END, account_id
  FROM number
 WHERE tenant_id = %s
"""


async def display_name(db: Connection, tenant_id: UUID, number_id: str) -> str:
    """The name customers see. Raises NotFound."""
    row = await (await db.execute(NAME, [tenant_id, number_id])).fetchone()
    if row is None:
        raise NotFound("number")
    return str(row[0])


async def access(db: Connection, tenant_id: UUID) -> dict[str, tuple[bytes, int, str]]:
    """(sealed access token, messages a second, business account) of each number."""
    rows = await (await db.execute(ACCESS, [tenant_id])).fetchall()
    return {number_id: (bytes(token), rate, account_id) for number_id, token, rate, account_id in rows}


TOLD = r"""
UPDATE number SET display_name = coalesce(nullif(%s, ''), display_name),
                  rate_per_second = coalesce(nullif(%s, 0), rate_per_second)
 WHERE tenant_id = %s AND regexp_replace(display_phone_number, '\D', '', 'g') = %s
"""


async def told(db: Connection, tenant_id: UUID, digits: str, *, display_name: str = "", rate: int = 0) -> None:
    """What WhatsApp says of the number with these digits: another name, another rate; '' and 0 leave it."""
    if digits:
        await db.execute(TOLD, [display_name, rate, tenant_id, digits])


# The limit is the portfolio's, where it is known whose the account is.
LIMIT = """
UPDATE number n SET daily_limit = %s
 WHERE n.tenant_id = %s
   AND (n.account_id = %s OR n.business_id IN (SELECT o.business_id
                                                 FROM number o
                                                WHERE o.tenant_id = n.tenant_id AND o.account_id = %s
                                                  AND o.business_id <> ''))
"""
OWNED_BY = "UPDATE number SET business_id = %s WHERE tenant_id = %s AND account_id = %s AND business_id <> %s"
LOOKED_AT = """
UPDATE number SET quality = coalesce(nullif(%s, ''), quality), daily_limit = coalesce(%s, daily_limit)
 WHERE tenant_id = %s AND number_id = %s
"""


async def limit(db: Connection, tenant_id: UUID, account_id: str, people: int) -> None:
    """How many people may be written to first in 24 hours: it holds for each number of the account's portfolio."""
    await db.execute(LIMIT, [people, tenant_id, account_id, account_id])


async def owned_by(db: Connection, tenant_id: UUID, account_id: str, business_id: str) -> None:
    """Whose portfolio the account is of; '' says nothing and changes nothing."""
    if business_id:
        await db.execute(OWNED_BY, [business_id, tenant_id, account_id, business_id])


async def looked_at(db: Connection, tenant_id: UUID, number_id: str, quality: str, people: int | None) -> None:
    """What WhatsApp answers when it is asked of the number; '' and None leave what is known."""
    await db.execute(LOOKED_AT, [quality, people, tenant_id, number_id])


# First a minute, then four, sixteen, an hour: then one message is tried. Several that failed together count
# as one time.
HOLD = """
UPDATE number
   SET held_times = CASE WHEN held_code = %(code)s THEN held_times + 1 ELSE 1 END,
       held_until = %(now)s + least(interval '1 minute' * power(4, CASE WHEN held_code = %(code)s THEN held_times
                                                                        ELSE 0 END), interval '1 hour'),
       held_code = %(code)s
 WHERE tenant_id = %(tenant_id)s AND number_id = %(number_id)s
   AND (held_until IS NULL OR held_until <= %(now)s OR held_code <> %(code)s)
RETURNING held_times
"""
LET_GO = """
UPDATE number SET held_code = NULL, held_times = 0, held_until = NULL
 WHERE tenant_id = %s AND number_id = %s AND held_times > 0
"""


async def hold(db: Connection, tenant_id: UUID, number_id: str, code: int, now: datetime) -> int:
    """Nothing leaves it for a while, for this code of the platform's. How often in a row; 0: it is held already."""
    values = {"tenant_id": tenant_id, "number_id": number_id, "code": code, "now": now}
    row = await (await db.execute(HOLD, values)).fetchone()
    return int(row[0]) if row else 0


async def let_go(db: Connection, tenant_id: UUID, number_id: str) -> None:
    """It can send again."""
    await db.execute(LET_GO, [tenant_id, number_id])
