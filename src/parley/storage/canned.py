"""Replies that are written often, by a shortcut."""

from uuid import UUID

from parley.storage.database import Connection

LIST = "SELECT shortcut, text FROM canned_reply WHERE tenant_id = %s ORDER BY shortcut LIMIT 1000"


async def list_all(db: Connection, tenant_id: UUID) -> list[tuple[str, str]]:
    """(shortcut, text) by shortcut."""
    return await (await db.execute(LIST, [tenant_id])).fetchall()
