"""Applications of businesses that want to be served, kept by the provider with what the gate said of each."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec
from psycopg.rows import class_row
from psycopg.types.json import Jsonb

from parley.core.errors import NotFound
from parley.storage.database import Connection

COLUMNS = (
    "application_id", "state", "name", "legal_name", "countries", "sector", "description", "display_names", "websites",
    "emails", "telephones", "registration_number", "privacy_url", "profile", "people", "licences", "news_registration",
    "timezone", "watch_hits", "cleared_hits", "released", "findings", "rulebook_version", "client_id", "submitted_by",
    "submitted_at", "decided_by", "decided_at", "note",
)  # fmt: skip
AS_JSON = frozenset({"profile", "people", "watch_hits", "findings"})
LISTED = ", ".join(COLUMNS)
INSERT = f"""
INSERT INTO client_application (tenant_id, {LISTED})
VALUES (%(tenant_id)s, {", ".join(f"%({name})s" for name in COLUMNS)})
"""
GET = f"SELECT {LISTED} FROM client_application WHERE tenant_id = %s AND application_id = %s"
LOCK = f"{GET} FOR UPDATE"
NEWEST = f"""
SELECT {LISTED}
  FROM client_application
 WHERE tenant_id = %s AND (%s::text IS NULL OR state = %s)
 ORDER BY submitted_at DESC, application_id
 LIMIT %s
"""
OF_CLIENT = f"SELECT {LISTED} FROM client_application WHERE tenant_id = %s AND client_id = %s"
SAVE = """
UPDATE client_application
   SET state = %(state)s, watch_hits = %(watch_hits)s, cleared_hits = %(cleared_hits)s, released = %(released)s,
       findings = %(findings)s, rulebook_version = %(rulebook_version)s, client_id = %(client_id)s,
       decided_by = %(decided_by)s, decided_at = %(decided_at)s, note = %(note)s
 WHERE tenant_id = %(tenant_id)s AND application_id = %(application_id)s
"""
# A Client that has got through: the provider's own transaction may make it.
NEW_CLIENT = """
INSERT INTO tenant (tenant_id, kind, provider_id, slug, name, legal_name, country, timezone, privacy_url, sector,
                    countries, cleared_hits, created_at)
VALUES (%(client_id)s, 'client', %(provider_id)s, %(slug)s, %(name)s, %(legal_name)s, %(country)s, %(timezone)s,
        %(privacy_url)s, %(sector)s, %(countries)s, %(cleared_hits)s, %(now)s)
"""


@dataclass(frozen=True)
class Person:
    """Somebody who owns or runs it. ``born``: where it is known."""

    name: str
    role: str = ""
    born: date | None = None


@dataclass(frozen=True)
class Application:
    """What a business told of itself, and what became of it."""

    application_id: UUID
    state: str
    name: str
    legal_name: str
    countries: list[str]
    sector: str
    description: str
    display_names: list[str]
    websites: list[str]
    emails: list[str]
    telephones: list[str]
    registration_number: str
    privacy_url: str
    profile: dict[str, Any]
    people: list[dict[str, Any]]
    licences: list[str]
    news_registration: str
    timezone: str
    submitted_by: UUID | None
    submitted_at: datetime
    watch_hits: list[dict[str, Any]] = field(default_factory=list)
    cleared_hits: list[str] = field(default_factory=list)
    released: list[str] = field(default_factory=list)
    findings: list[dict[str, Any]] = field(default_factory=list)
    rulebook_version: str = ""
    client_id: UUID | None = None
    decided_by: UUID | None = None
    decided_at: datetime | None = None
    note: str = ""

    @property
    def persons(self) -> tuple[Person, ...]:
        """Its people as values."""
        return tuple(msgspec.convert(each, Person) for each in self.people)


async def insert(db: Connection, tenant_id: UUID, application: Application) -> None:
    """In a transaction of the provider, as all here."""
    await db.execute(INSERT, _values(tenant_id, application))


async def get(db: Connection, tenant_id: UUID, application_id: UUID) -> Application:
    """Raises NotFound."""
    return await _one(db, GET, tenant_id, application_id)


async def lock(db: Connection, tenant_id: UUID, application_id: UUID) -> Application:
    """To be changed by this transaction only. Raises NotFound."""
    return await _one(db, LOCK, tenant_id, application_id)


async def newest(db: Connection, tenant_id: UUID, state: str | None, limit: int) -> list[Application]:
    """Newest first."""
    async with db.cursor(row_factory=class_row(Application)) as cursor:
        await cursor.execute(NEWEST, [tenant_id, state, state, limit])
        return await cursor.fetchall()


async def of_client(db: Connection, tenant_id: UUID, client_id: UUID) -> Application | None:
    """With which a Client came; None for one from before there were applications."""
    async with db.cursor(row_factory=class_row(Application)) as cursor:
        await cursor.execute(OF_CLIENT, [tenant_id, client_id])
        return await cursor.fetchone()


async def save(db: Connection, tenant_id: UUID, application: Application) -> None:
    """What was found and decided; what the business told is never changed."""
    await db.execute(SAVE, _values(tenant_id, application))


async def make_client(
    db: Connection, provider_id: UUID, application: Application, client_id: UUID, slug: str, now: datetime
) -> None:
    """The tenant that the business becomes."""
    values = {name: getattr(application, name) for name in ("name", "legal_name", "timezone", "privacy_url", "sector")}
    values |= {"client_id": client_id, "provider_id": provider_id, "slug": slug, "country": application.countries[0]}
    values |= {"countries": application.countries, "cleared_hits": application.cleared_hits, "now": now}
    await db.execute(NEW_CLIENT, values)


async def _one(db: Connection, query: str, tenant_id: UUID, application_id: UUID) -> Application:
    async with db.cursor(row_factory=class_row(Application)) as cursor:
        await cursor.execute(query, [tenant_id, application_id])
        found = await cursor.fetchone()
    if found is None:
        raise NotFound("application")
    return found


def _values(tenant_id: UUID, application: Application) -> dict[str, Any]:
    plain = {name: getattr(application, name) for name in COLUMNS}
    return plain | {name: Jsonb(plain[name]) for name in AS_JSON} | {"tenant_id": tenant_id}
