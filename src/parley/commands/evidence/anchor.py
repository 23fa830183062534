"""Seal a Client's consents and cases in its chain of decisions, and print the chain's head, to be kept elsewhere."""

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from parley.commands.evidence.client import client_named
from parley.commands.evidence.verifier import ANCHOR_FORMAT
from parley.commands.evidence.writing import seal_now
from parley.settings import load_settings
from parley.storage.database import Database


def run(
    tenant: Annotated[str, typer.Option(help="The Client's short name.")],
    out: Annotated[Path | None, typer.Option(help="Write it to this file.")] = None,
) -> None:
    """Seal consents and cases as they are, and print number and hash of the newest decision, as an anchor.

    The seal is a decision of the chain that names their digests, so the anchor covers them too.
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
        seq, head = await seal_now(database, tenant_id, datetime.now(UTC))
    finally:
        await database.close()
    return {
        "format": ANCHOR_FORMAT,
        "tenant": slug,
        "tenant_id": str(tenant_id),
        "seq": seq,
        "hash": head.hex(),
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
    }
