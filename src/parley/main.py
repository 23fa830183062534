"""The command ``parley``: every module of the folder ``commands`` is one, or a group of them."""

import sys

import typer

from parley import commands
from parley.commands import add_commands

cli = typer.Typer(
    name="parley",
    help="A self-hosted WhatsApp contact centre: ChatBot, people, and a policy gate that every message passes.",
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,  # locals may hold tokens or what a customer wrote
)


@cli.callback()
def _parley() -> None:
    """Makes ``parley`` a group even where only one command is loaded."""


add_commands(cli, commands.__name__, commands.__path__, called=sys.argv[1] if len(sys.argv) > 1 else "")

if __name__ == "__main__":
    cli()
