"""Ask WhatsApp now what it counts and charges."""

import asyncio
import json
from dataclasses import asdict
from typing import Annotated

import typer

from parley.actions.compare_totals import compare_totals
from parley.clock import Clock
from parley.commands.prices.client import client_named
from parley.commands.prices.named_month import named_month
from parley.commands.prices.totals import say_totals
from parley.core.pricing.whatsapp_totals import Totals
from parley.settings import Settings, load_settings
from parley.storage.database import Database
from parley.storage.secrets import Vault
from parley.whatsapp.client import GraphSession
from parley.workers import totals


def run(
    client: Annotated[str, typer.Option(help="The Client's short name.")],
    month: Annotated[str, typer.Option(help="Such as 2026-11, in UTC; this month if left out.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="All of it, for programs.")] = False,
) -> None:
    """Fetch WhatsApp's totals of this month and the last, and compare. Exit code 1 where they differ or fail."""
    named = named_month(month)
    found = asyncio.run(check(load_settings(), client, named))
    if as_json:
        typer.echo(json.dumps(asdict(found), default=str, indent=2))
    else:
        say_totals(found)
    raise typer.Exit(1 if found.differing or found.troubles else 0)


async def check(settings: Settings, client: str, month: str) -> Totals:
    """Whatever was asked before is asked again."""
    database = await Database.open(settings)
    graph = await GraphSession.open(settings.graph_url, settings.graph_version, settings.app_secret)
    try:
        tenant_id = await client_named(database, client)
        clock, vault = Clock(settings.clock_file), Vault(settings.secret_key)
        await totals.Totals(database, clock, graph, vault).fetch(tenant_id, all_days=True)
        async with database.transaction(tenant_id) as db:
            return await compare_totals(db, tenant_id, month)
    finally:
        await graph.close()
        await database.close()
