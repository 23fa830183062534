"""Rate cards, and what a month's messages cost.

Every file of this folder is a command, its function ``run``.
"""

import sys

import typer

from parley.commands import add_commands

app = typer.Typer(help="Rate cards, and what a month's messages cost.", no_args_is_help=True)
add_commands(app, __name__, __path__, called=sys.argv[2] if sys.argv[1:2] == ["prices"] and len(sys.argv) > 2 else "")
