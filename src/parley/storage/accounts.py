"""The people who log in, with what routing knows of them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from psycopg.rows import class_row

from parley.core.errors import NotFound
from parley.storage.database import Connection

# A presence is written at most this often: every request and every open page counts as a sign of life.
TOUCH_EVERY = timedelta(seconds=20)

COLUMNS = """a.account_id, a.email, a.name, a.role, a.team_id, coalesce(m.name, '') AS team_name, a.skills, a.languages,
       a.capacity, a.presence, a.presence_at, t.tenant_id, t.name AS tenant_name, t.kind AS tenant_kind,
       t.status AS tenant_status"""
GET = f"""
SELECT {COLUMNS}
  FROM account a
  JOIN tenant t ON t.tenant_id = a.tenant_id
  LEFT JOIN team m ON m.tenant_id = a.tenant_id AND m.team_id = a.team_id
 WHERE a.tenant_id = %s AND a.account_id = %s
"""
INSERT = """
INSERT INTO account (tenant_id, account_id, email, name, password_hash, role, team_id, skills, languages, capacity,
                     presence, presence_at, created_at)
VALUES (%(tenant_id)s, %(account_id)s, %(email)s, %(name)s, %(password_hash)s, %(role)s, %(team_id)s, %(skills)s,
        %(languages)s, %(capacity)s, 'offline', %(now)s, %(now)s)
"""
TOUCH = """
UPDATE account SET presence_at = %(wall)s
 WHERE tenant_id = %(tenant_id)s AND account_id = %(account_id)s AND presence_at < %(before)s
"""
SET_PRESENCE = "UPDATE account SET presence = %s, presence_at = %s WHERE tenant_id = %s AND account_id = %s"
COLLEAGUES = """
SELECT a.account_id, a.name, a.team_id, a.capacity, a.role,
       CASE WHEN a.presence_at > %(heard_since)s THEN a.presence ELSE 'offline' END AS presence,
       (SELECT count(*) FROM conversation c
         WHERE c.tenant_id = a.tenant_id AND c.owner_id = a.account_id AND c.state <> 'closed') AS open_conversations
  FROM account a
 WHERE a.tenant_id = %(tenant_id)s
 ORDER BY a.name, a.account_id
"""
IS_HERE = """
SELECT presence <> 'offline' AND presence_at > %s FROM account WHERE tenant_id = %s AND account_id = %s
"""
NAMES = "SELECT account_id, name FROM account WHERE tenant_id = %s AND account_id = ANY(%s)"
TEAMS = "SELECT team_id, name FROM team WHERE tenant_id = %s ORDER BY name"
TEAM = "SELECT name FROM team WHERE tenant_id = %s AND team_id = %s"


@dataclass(frozen=True)
class Account:
    """Who somebody is and what they can do, with the business they belong to."""

    account_id: UUID
    email: str
    name: str
    role: str
    team_id: UUID | None
    team_name: str
    skills: list[str]
    languages: list[str]
    capacity: int
    presence: str
    presence_at: datetime
    tenant_id: UUID
    tenant_name: str
    tenant_kind: str
    tenant_status: str


@dataclass(frozen=True)
class Colleague:
    """Somebody of the same business, as the desk lists them."""

    account_id: UUID
    name: str
    team_id: UUID | None
    capacity: int
    role: str
    presence: str
    open_conversations: int


async def get(db: Connection, tenant_id: UUID, account_id: UUID) -> Account:
    """Raises NotFound."""
    async with db.cursor(row_factory=class_row(Account)) as cursor:
        await cursor.execute(GET, [tenant_id, account_id])
        found = await cursor.fetchone()
    if found is None:
        raise NotFound("person")
    return found


async def insert(
    db: Connection,
    tenant_id: UUID,
    *,
    email: str,
    name: str,
    password_hash: str,
    role: str,
    now: datetime,
    team_id: UUID | None = None,
    skills: tuple[str, ...] = (),
    languages: tuple[str, ...] = ("en",),
    capacity: int = 4,
) -> UUID:
    """Keep a new account; the hash is made by ``parley.storage.passwords``."""
    values = {
        "tenant_id": tenant_id,
        "account_id": uuid4(),
        "email": email,
        "name": name,
        "password_hash": password_hash,
        "role": role,
        "team_id": team_id,
        "skills": list(skills),
        "languages": list(languages),
        "capacity": capacity,
        "now": now,
    }
    await db.execute(INSERT, values)
    return UUID(str(values["account_id"]))


async def touch(db: Connection, tenant_id: UUID, account_id: UUID, wall: datetime) -> None:
    """A sign of life."""
    values = {"tenant_id": tenant_id, "account_id": account_id, "wall": wall, "before": wall - TOUCH_EVERY}
    await db.execute(TOUCH, values)


async def set_presence(db: Connection, tenant_id: UUID, account_id: UUID, presence: str, wall: datetime) -> None:
    """Online, away or offline, from now on."""
    await db.execute(SET_PRESENCE, [presence, wall, tenant_id, account_id])


async def is_here(db: Connection, tenant_id: UUID, account_id: UUID, heard_since: datetime) -> bool:
    """Whether somebody's desk is open: not logged out, and heard of since then."""
    row = await (await db.execute(IS_HERE, [heard_since, tenant_id, account_id])).fetchone()
    return bool(row and row[0])


async def colleagues(db: Connection, tenant_id: UUID, heard_since: datetime) -> list[Colleague]:
    """Everybody of the business; whose page has been silent since ``heard_since`` counts as offline."""
    async with db.cursor(row_factory=class_row(Colleague)) as cursor:
        await cursor.execute(COLLEAGUES, {"tenant_id": tenant_id, "heard_since": heard_since})
        return await cursor.fetchall()


async def names(db: Connection, tenant_id: UUID, account_ids: list[UUID]) -> dict[UUID, str]:
    """The names of those accounts."""
    if not account_ids:
        return {}
    return dict(await (await db.execute(NAMES, [tenant_id, account_ids])).fetchall())


async def teams(db: Connection, tenant_id: UUID) -> list[tuple[UUID, str]]:
    """(id, name) of each team."""
    return await (await db.execute(TEAMS, [tenant_id])).fetchall()


async def team_name(db: Connection, tenant_id: UUID, team_id: UUID) -> str:
    """Raises NotFound."""
    row = await (await db.execute(TEAM, [tenant_id, team_id])).fetchone()
    if row is None:
        raise NotFound("team")
    return str(row[0])
