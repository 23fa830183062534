"""WhatsApp's own totals on the terminal."""

import typer

from parley.core.pricing.total_words import sentence_of, summary_of
from parley.core.pricing.whatsapp_totals import Totals


def say_totals(totals: Totals) -> None:
    """The lines that differ, each with what to do; the others are summed up."""
    typer.echo(f"WhatsApp's totals: {summary_of(totals)}")
    if totals.last is not None:
        typer.echo(f"  over {totals.days} whole days (UTC), until {totals.last}")
    for line in totals.differing:
        ours = f"{line.ours} here, {_amount(line.our_amount, line.our_currency)}"
        theirs = f"{line.theirs} there, {_amount(line.their_amount, line.their_currency)}"
        typer.echo(f"  {line.country:6} {line.category:27} {line.kind:22} {ours}; {theirs}")
        typer.echo(f"         {sentence_of(line)}")
    for trouble in totals.troubles:
        again = "It is asked again by itself." if trouble.retriable else "It is asked again tomorrow."
        typer.echo(f"  Account {trouble.account_id} could not be asked ({trouble.code}): {trouble.sentence} {again}")


def _amount(amount: object, currency: str) -> str:
    return "no amount" if amount is None else f"{amount} {currency}".strip()
