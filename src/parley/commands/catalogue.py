"""``parley catalogue``: import a catalogue file of any size."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from parley.actions.import_items import Imported, import_items
from parley.core.catalogue import UnreadableCatalogue
from parley.settings import load_settings
from parley.storage.database import Database

CLIENT = "SELECT tenant_id FROM directory_tenants() WHERE kind = 'client' AND slug = %s"
LARGEST = 200 << 20


def run(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="A data feed (CSV, TSV), or JSON.")],
    client: Annotated[str, typer.Option(help="Slug of the Client.")],
    catalogue: Annotated[str, typer.Option(help="The platform's id of the catalogue.")],
) -> None:
    """Import a catalogue file: every item is screened, bad rows are named and stop no other."""
    if file.stat().st_size > LARGEST:
        typer.echo(f"{file} is larger than {LARGEST >> 20} MB; split it.", err=True)
        raise typer.Exit(1)
    try:
        imported = asyncio.run(_import(client, catalogue, file.read_bytes()))
    except UnreadableCatalogue as error:
        typer.echo(f"{file}: {error} Nothing was changed.", err=True)
        raise typer.Exit(1) from None
    for each in imported.aside:
        typer.echo(f"row {each.row} ({each.retailer_id or 'no id'}): {each.reason}", err=True)
    typer.echo(
        f"{imported.rows} rows: {imported.cleared} cleared, {imported.held} wait for a person, "
        f"{imported.refused} refused, {len(imported.aside)} set aside."
    )
    if imported.aside:
        raise typer.Exit(2)


async def _import(client: str, catalogue: str, content: bytes) -> Imported:
    database = await Database.open(load_settings())
    try:
        tenant_id = await _tenant(database, client)
        async with database.transaction(tenant_id) as db:
            return await import_items(db, tenant_id, catalogue, content, account_id=None, now=datetime.now(UTC))
    finally:
        await database.close()


async def _tenant(database: Database, slug: str) -> UUID:
    async with database.directory() as db:
        row = await (await db.execute(CLIENT, [slug])).fetchone()
    if row is None:
        typer.echo(f"There is no Client “{slug}”.", err=True)
        raise typer.Exit(1)
    return UUID(str(row[0]))
