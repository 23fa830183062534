"""Print the head of a Client's chain of decisions, to be kept elsewhere."""

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from parley.commands.evidence.client import client_named
from parley.commands.evidence.verifier import ANCHOR_FORMAT, START
from parley.settings import load_settings
from parley.storage import provider
from parley.storage.database import Database


def run(
    tenant: Annotated[str, typer.Option(help="The Client's short name.")],
    out: Annotated[Path | None, typer.Option(help="Write it to this file.")] = None,
) -> None:
    """Print number and hash of the newest decision, as an anchor.

    Keep it where nobody who runs parley can change it: with the auditor, in a mail, on paper. An export that ends
    before it, or that has another decision under its number, is found out by it.
    """
    anchor = json.dumps(asyncio.run(_anchor(tenant)), indent=2)
    if out is None:
        typer.echo(anchor)
    else:
        out.write_text(anchor + "\n", encoding="utf-8")


async def _anchor(slug: str) -> dict[str, Any]:
    database = await Database.open(load_settings())
    try:
        tenant_id = await client_named(database, slug)
        async with database.transaction(tenant_id) as db:
            seq, head = await provider.head(db, tenant_id)
    finally:
        await database.close()
    return {
        "format": ANCHOR_FORMAT,
        "tenant": slug,
        "tenant_id": str(tenant_id),
        "seq": seq,
        "hash": head.hex() or START,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
    }
