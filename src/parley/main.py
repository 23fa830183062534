"""The command ``parley``: every module of the folder ``commands`` is one, or a group of them."""

import importlib
import pkgutil
import sys

import typer

from parley import commands

cli = typer.Typer(
    name="parley",
    help="A self-hosted WhatsApp contact centre: ChatBot, people, and a policy gate that every message passes.",
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,  # locals may hold tokens or what a customer wrote
)


@cli.callback()
def _parley() -> None:
    """Makes ``parley`` a group even where only one command is loaded."""


def _wanted() -> list[str]:
    """The command that is called, alone: the others' libraries would cost seconds and memory. All for the help."""
    names = [info.name for info in pkgutil.iter_modules(commands.__path__)]
    called = sys.argv[1] if len(sys.argv) > 1 else ""
    return [called] if called in names else names


for name in _wanted():
    module = importlib.import_module(f"{commands.__name__}.{name}")
    if hasattr(module, "app"):
        cli.add_typer(module.app, name=name)
    else:
        cli.command(name)(module.run)

if __name__ == "__main__":
    cli()
