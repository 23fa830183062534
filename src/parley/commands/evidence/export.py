"""Write the evidence of a Client to a file that can be checked anywhere."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from parley.commands.evidence.client import client_named
from parley.commands.evidence.writing import Written, write_export
from parley.settings import load_settings
from parley.storage.database import Database


def run(
    tenant: Annotated[str, typer.Option(help="The Client's short name.")],
    out: Annotated[Path, typer.Option(help="The file to write, a zip archive.")],
) -> None:
    """Write the whole chain of decisions, with consents and cases, to OUT.

    A seal over consents, cases and the rest is added to the chain first, as its last decision. In the archive are a
    manifest with the head of the chain and the digest of every file, and verify.py, which checks all of it with
    nothing but Python. There are no words of messages in it; it does name people by their ids and holds the
    evidence of their consents.
    """
    written = asyncio.run(_export(tenant, out))
    rows = ", ".join(f"{rows} {name.removesuffix('.jsonl')}" for name, rows in written.rows.items())
    typer.echo(f"{out}: {rows}")
    typer.echo(f"head: decision {written.seq}, {written.head}")
    typer.echo(f"manifest: {written.manifest}")


async def _export(slug: str, out: Path) -> Written:
    database = await Database.open(load_settings())
    try:
        tenant_id = await client_named(database, slug)
        return await write_export(database, tenant_id, out, datetime.now(UTC))
    finally:
        await database.close()
