"""The lists of banned people and organisations that names are compared with."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal
from uuid import UUID

import typer
from rich.console import Console
from rich.table import Table

from parley.actions.add_watch_list import add_watch_list
from parley.core.policy.sanctions import UnreadableList
from parley.settings import load_settings
from parley.storage import watch_lists
from parley.storage.database import Database
from parley.storage.watch_lists import WatchList

app = typer.Typer(help="The lists of banned people and organisations (E1).", no_args_is_help=True)
KindName = Literal["ofac", "un", "eu"]
LARGEST = 400 << 20
PROVIDERS = "SELECT slug, tenant_id FROM directory_tenants() WHERE kind = 'provider' ORDER BY slug"


@app.command()
def add(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="The list, as its keeper publishes it.")],
    kind: Annotated[KindName, typer.Option(help="Whose list: OFAC (XML, CSV), the UN (XML), the EU (XML, CSV).")],
    name: Annotated[str, typer.Option(help="What it is called here; one of the same name is replaced.")] = "",
    aliases: Annotated[Path | None, typer.Option(help="OFAC's alt.csv, beside its sdn.csv.")] = None,
    provider: Annotated[str, typer.Option(help="Slug of the provider, where there are several.")] = "",
) -> None:
    """Load a list, or its newer edition, and compare everybody who is served with it at once."""
    if file.stat().st_size > LARGEST:
        typer.echo(f"{file} is larger than {LARGEST >> 20} MB, which no list is.", err=True)
        raise typer.Exit(1)
    further = aliases.read_bytes() if aliases else b""
    try:
        entries, reviewed = asyncio.run(_add(provider, name or kind, kind, file.read_bytes(), further))
    except UnreadableList as error:
        typer.echo(f"{file}: {error} Nothing was changed.", err=True)
        raise typer.Exit(1) from None
    typer.echo(f"{name or kind}: {entries} entries; Clients that must be looked at now: {reviewed}.")


@app.command()
def show(provider: Annotated[str, typer.Option(help="Slug of the provider, where there are several.")] = "") -> None:
    """The lists that are loaded."""
    table = Table("name", "kind", "entries", "added", "SHA-256 of its file")
    for each in asyncio.run(_show(provider)):
        table.add_row(each.name, each.kind, str(each.entries), f"{each.added_at:%Y-%m-%d %H:%M}", each.digest[:16])
    Console().print(table)


async def _add(provider: str, name: str, kind: KindName, content: bytes, aliases: bytes) -> tuple[int, int]:
    database = await Database.open(load_settings())
    try:
        provider_id = await _provider(database, provider)
        async with database.transaction(provider_id) as db:
            return await add_watch_list(db, provider_id, name, kind, content, datetime.now(UTC), aliases)
    finally:
        await database.close()


async def _show(provider: str) -> list[WatchList]:
    database = await Database.open(load_settings())
    try:
        provider_id = await _provider(database, provider)
        async with database.transaction(provider_id) as db:
            return await watch_lists.all_lists(db, provider_id)
    finally:
        await database.close()


async def _provider(database: Database, slug: str) -> UUID:
    async with database.directory() as db:
        found: dict[str, UUID] = dict(await (await db.execute(PROVIDERS)).fetchall())
    if slug in found or (not slug and len(found) == 1):
        return UUID(str(found[slug] if slug else next(iter(found.values()))))
    named = ", ".join(found) or "none"
    typer.echo(f"Name one provider with --provider. There are: {named}.", err=True)
    raise typer.Exit(1)
