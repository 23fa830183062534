"""Which Client is meant by its short name."""

from collections.abc import Sequence
from uuid import UUID

import typer

from parley.storage.database import Database

FIND = "SELECT tenant_id FROM directory_tenants() WHERE slug = %s AND kind = ANY(%s)"
KINDS = ("client", "provider")


async def client_named(database: Database, slug: str, kinds: Sequence[str] = KINDS) -> UUID:
    """Its tenant, if it is of one of the kinds; an error that the command says where there is none."""
    async with database.directory() as db:
        row = await (await db.execute(FIND, [slug, list(kinds)])).fetchone()
    if row is None:
        raise typer.BadParameter(f"there is no Client {slug}")
    return UUID(str(row[0]))
