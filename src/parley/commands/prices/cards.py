"""Which rate cards there are."""

import asyncio
from typing import Annotated

import typer

from parley.commands.prices.client import client_named
from parley.core.pricing.cards import Card
from parley.settings import load_settings
from parley.storage import price_cards
from parley.storage.database import Database


def run(client: Annotated[str, typer.Option(help="The Client's short name.")]) -> None:
    """List the rate cards of a Client, the earliest first."""
    cards = asyncio.run(_cards(client))
    for account, card in cards:
        made_up = ", example: no real price" if card.example else ""
        about = f"by {card.model}, {len(card.rates)} rates in {card.currency}"
        typer.echo(f"{card.valid_from}  {account}  {about}, {card.name}{made_up}")
    if not cards:
        typer.echo("There is no rate card: parley prices import FILE.csv adds one.")


async def _cards(client: str) -> list[tuple[str, Card]]:
    database = await Database.open(load_settings())
    try:
        tenant_id = await client_named(database, client)
        async with database.transaction(tenant_id) as db:
            return await price_cards.list_all(db, tenant_id)
    finally:
        await database.close()
