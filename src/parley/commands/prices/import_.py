"""Import rate cards from a file."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from parley.commands.prices.client import account_of, client_named
from parley.core.pricing.card_file import BadCard, read_cards
from parley.core.pricing.cards import Card
from parley.settings import load_settings
from parley.storage import price_cards
from parley.storage.database import Database


def run(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="CSV, as docs/how-to/show-prices.md says.")],
    client: Annotated[str, typer.Option(help="The Client's short name.")],
    account: Annotated[str, typer.Option(help="WhatsApp Business Account id, where the Client has several.")] = "",
    example: Annotated[bool, typer.Option(help="The figures are made up: they are shown as no real price.")] = False,
) -> None:
    """Keep the cards of FILE. All of its lines are right, or nothing is changed.

    A card of the same first day and model is replaced; a later one takes the place of the whole card before it.
    """
    try:
        cards = read_cards(file.read_text(encoding="utf-8-sig").splitlines(), file.name, example=example)
    except UnicodeDecodeError:
        typer.echo(f"{file}: it is not UTF-8 text: save it as CSV in UTF-8. Nothing was changed.", err=True)
        raise typer.Exit(1) from None
    except BadCard as bad:
        for problem in bad.problems:
            typer.echo(f"{file}: {problem}", err=True)
        typer.echo("Nothing was changed.", err=True)
        raise typer.Exit(1) from None
    kept_for = asyncio.run(_import(client, account, cards))
    for card in cards:
        made_up = ", example" if card.example else ""
        typer.echo(
            f"{kept_for}: by {card.model}, {len(card.rates)} rates in {card.currency} from {card.valid_from}{made_up}"
        )


async def _import(client: str, account: str, cards: list[Card]) -> str:
    database = await Database.open(load_settings())
    try:
        tenant_id = await client_named(database, client)
        async with database.transaction(tenant_id) as db:
            chosen = account_of(await price_cards.accounts(db, tenant_id), account)
            await price_cards.save(db, tenant_id, chosen, cards, datetime.now(UTC))
        return chosen
    finally:
        await database.close()
