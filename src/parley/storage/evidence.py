"""What is handed over with the chain of decisions: consents, cases and what became of versions. Read only."""

from typing import Any
from uuid import UUID

from psycopg import sql
from psycopg.rows import dict_row

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
PAGE = "SELECT * FROM {table} WHERE tenant_id = %s ORDER BY {order} OFFSET %s LIMIT %s"


async def client(db: Connection, tenant_id: UUID) -> dict[str, Any]:
    """Who it is about."""
    async with db.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(CLIENT, [tenant_id])
        return await cursor.fetchone() or {}


async def page(db: Connection, tenant_id: UUID, table: str, after: int, limit: int) -> list[dict[str, Any]]:
    """Rows of the table as they are, in order."""
    order = sql.SQL(", ").join(map(sql.Identifier, TABLES[table]))
    query = sql.SQL(PAGE).format(table=sql.Identifier(table), order=order)
    async with db.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(query, [tenant_id, after, limit])
        return await cursor.fetchall()
