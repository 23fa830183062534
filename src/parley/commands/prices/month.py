"""What a month's messages cost."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Annotated, Any

import typer

from parley.actions.compare_totals import compare_totals
from parley.actions.sum_month import sum_month
from parley.commands.prices.client import client_named
from parley.commands.prices.named_month import named_month
from parley.commands.prices.totals import say_totals
from parley.core.pricing.months import Line, Month
from parley.core.pricing.whatsapp_totals import Totals
from parley.settings import load_settings
from parley.storage.database import Database


def run(
    client: Annotated[str, typer.Option(help="The Client's short name.")],
    month: Annotated[str, typer.Option(help="Such as 2026-11; this month if left out.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="All of it, for programs.")] = False,
) -> None:
    """Count a month's messages and conversations, with what they cost and where WhatsApp says otherwise."""
    named = named_month(month)
    summed, totals = asyncio.run(_month(client, named))
    if as_json:
        typer.echo(json.dumps({**asdict(summed), "totals": asdict(totals)}, default=_plain, indent=2))
    else:
        _say(summed)
        say_totals(totals)


def _say(summed: Month) -> None:
    typer.echo(f"{summed.month}: {summed.delivered} messages arrived.")
    _table("By message", summed.by_message)
    _table("By conversation", summed.by_conversation)
    for each in summed.sums:
        unpriced = f", {each.unpriced} without a price" if each.unpriced else ""
        typer.echo(f"Sum by {each.model}: {each.amount:f} {each.currency or '(no card)'}{unpriced}")
    told = summed.reconciled
    silent = f"of {told.unreported} it has said nothing"
    typer.echo(f"WhatsApp prices {told.same} as foretold, {told.differing} otherwise; {silent}.")
    for other in summed.differences:
        amounts = f"{other.foretold} foretold, {other.booked} booked {other.currency}"
        typer.echo(f"  {other.at:%Y-%m-%d %H:%M}  {other.message_id}  {other.ours} → {other.theirs}; {amounts}")
    if not summed.complete:
        typer.echo("There were too many messages to count all conversations.")


def _table(title: str, lines: Sequence[Line]) -> None:
    typer.echo(title)
    for line in lines:
        price = "no price" if line.unpriced else f"{line.amount:f} {line.currency}"
        typer.echo(f"  {line.country:6} {line.category:27} {line.kind:22} {line.count:>8}  {price}")


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


async def _month(client: str, month: str) -> tuple[Month, Totals]:
    database = await Database.open(load_settings())
    try:
        tenant_id = await client_named(database, client)
        async with database.transaction(tenant_id) as db:
            return await sum_month(db, tenant_id, month), await compare_totals(db, tenant_id, month)
    finally:
        await database.close()
