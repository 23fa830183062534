"""Check an export of evidence, with the same program that goes with each export."""

from pathlib import Path
from typing import Annotated

import typer

from parley.commands.evidence.verifier import main


def run(
    file: Annotated[Path, typer.Argument(help="An export.")],
    anchor: Annotated[
        list[Path] | None, typer.Option(help="An anchor that was kept elsewhere; may be given again.")
    ] = None,
) -> None:
    """Check that nothing in FILE was removed, edited, moved or taken off the end: no decision, no consent, no case.

    Decisions are a chain, and its last one seals the other files. That the end is the true one rests on anchors: notes
    of the chain's head, printed by `parley evidence anchor` and kept elsewhere. The file verify.py inside an export
    does the same with nothing but Python. The exit code is 1 where anything is wrong.
    """
    arguments = [str(file)]
    for each in anchor or ():
        arguments += ["--anchor", str(each)]
    raise typer.Exit(main(arguments))
