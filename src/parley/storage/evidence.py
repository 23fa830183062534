"""What is handed over with the chain of decisions: consents, cases and what became of versions; and its seals.

A seal is a row of the chain that names how many lines each of the other tables has and their digest, so that whoever
holds the chain, or an anchor of it, holds those too.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import sql
from psycopg.rows import dict_row

from parley.core.policy.rulebook import RULEBOOK_VERSION
from parley.core.policy.verdicts import Decision
from parley.storage import decisions, provider
from parley.storage.consents import GUARD
from parley.storage.database import Connection

# Each with the columns that put its rows into an order that does not change.
TABLES = {
    "consent": ("consent_id",),
    "policy_case": ("opened_at", "case_id"),
    "policy_case_vote": ("at", "case_id", "voter_id"),
    "policy_choice": ("chosen_at", "choice_id"),
    "policy_screening": ("began_at", "screening_id"),
    "policy_stop": ("stopped_at", "kind", "subject"),
}
CLIENT = "SELECT slug, name, legal_name FROM tenant WHERE tenant_id = %s"
PAGE = "SELECT * FROM {table} WHERE tenant_id = %s {until} ORDER BY {order} OFFSET %s LIMIT %s"
# Not waited for: whoever waits here would hold up the stops that come in behind it.
NOBODY_WRITES = f"SELECT pg_try_advisory_xact_lock({GUARD})"
LAST_CONSENT = "SELECT coalesce(max(consent_id), 0) FROM consent WHERE tenant_id = %s"


async def client(db: Connection, tenant_id: UUID) -> dict[str, Any]:
    """Who it is about."""
    async with db.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(CLIENT, [tenant_id])
        return await cursor.fetchone() or {}


async def last_consent(db: Connection, tenant_id: UUID) -> int | None:
    """Up to which number all consents are there for good; None while one is being written, whose number is lower."""
    free = await (await db.execute(NOBODY_WRITES, [tenant_id])).fetchone()
    if free is None or not free[0]:
        return None
    row = await (await db.execute(LAST_CONSENT, [tenant_id])).fetchone()
    return int(row[0]) if row else 0


async def page(db: Connection, tenant_id: UUID, table: str, after: int, limit: int, until: int) -> list[dict[str, Any]]:
    """Rows of the table as they are, in order; consents up to the number ``until``."""
    order = sql.SQL(", ").join(map(sql.Identifier, TABLES[table]))
    last = sql.SQL("AND consent_id <= {}").format(until) if table == "consent" else sql.SQL("")
    query = sql.SQL(PAGE).format(table=sql.Identifier(table), order=order, until=last)
    async with db.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(query, [tenant_id, after, limit])
        return await cursor.fetchall()


async def seal(db: Connection, tenant_id: UUID, files: dict[str, dict[str, Any]], now: datetime) -> tuple[int, bytes]:
    """Append a seal over these files, each with ``rows`` and ``sha256``; the number and hash it has in the chain."""
    said = Decision("allow", (), (), RULEBOOK_VERSION, now, {"sealed": files})
    await decisions.record(db, tenant_id, [decisions.Decided(said, "data", "system")])
    return await provider.head(db, tenant_id)
