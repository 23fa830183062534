"""Clients that are here already, as the watch lists ask about them (E1), and by what each is known (F4)."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg.rows import class_row, dict_row

from parley.core.errors import NotFound
from parley.storage.database import Connection

CLIENTS = """
SELECT tenant_id, name, legal_name, under_review, cleared_hits
  FROM tenant
 WHERE provider_id = %s AND status <> 'terminated'
 ORDER BY tenant_id
"""
SET_REVIEW = """
UPDATE tenant SET under_review = %s, cleared_hits = cleared_hits || %s::text[] WHERE provider_id = %s AND tenant_id = %s
"""
NUMBERS = "SELECT display_phone_number, display_name, profile FROM number WHERE tenant_id = %s ORDER BY number_id"


@dataclass(frozen=True)
class Screened:
    """A Client's names, and the likenesses that people have looked at."""

    tenant_id: UUID
    name: str
    legal_name: str
    under_review: str
    cleared_hits: list[str]


async def clients(db: Connection, provider_id: UUID) -> list[Screened]:
    """All that are served, in a transaction of the provider."""
    async with db.cursor(row_factory=class_row(Screened)) as cursor:
        await cursor.execute(CLIENTS, [provider_id])
        return await cursor.fetchall()


async def one(db: Connection, provider_id: UUID, client_id: UUID) -> Screened | None:
    """None where it is not served any more."""
    return next((each for each in await clients(db, provider_id) if each.tenant_id == client_id), None)


async def set_review(db: Connection, provider_id: UUID, client_id: UUID, reason: str, cleared: list[str]) -> None:
    """Why a person must look at the Client first, '' when somebody has. Raises NotFound."""
    cursor = await db.execute(SET_REVIEW, [reason, cleared, provider_id, client_id])
    if not cursor.rowcount:
        raise NotFound("Client")


async def numbers(db: Connection, client_id: UUID) -> list[dict[str, Any]]:
    """Telephone number, name shown and profile of each, in a transaction of the Client."""
    async with db.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(NUMBERS, [client_id])
        return await cursor.fetchall()
