"""Ask the policy gate without sending anything.

Every file of this folder is a command, its function ``run``; the folders in it are what commands are made of.
"""

import sys

import typer

from parley.commands import add_commands

app = typer.Typer(help="Ask the policy gate without sending anything.", no_args_is_help=True)
add_commands(app, __name__, __path__, called=sys.argv[2] if sys.argv[1:2] == ["policy"] and len(sys.argv) > 2 else "")
