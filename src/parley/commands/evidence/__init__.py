"""Hand the evidence of a Client to somebody else, and let them check it without us.

Every file of this folder with a function ``run`` is a command; ``verifier.py`` is the program that goes with an export.
"""

import sys

import typer

from parley.commands import add_commands

app = typer.Typer(help="Hand the evidence of a Client to somebody else, and check it.", no_args_is_help=True)
add_commands(app, __name__, __path__, called=sys.argv[2] if sys.argv[1:2] == ["evidence"] and len(sys.argv) > 2 else "")
