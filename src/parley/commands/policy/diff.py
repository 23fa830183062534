"""Show what is different between two versions of the policy."""

import json
from dataclasses import asdict
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from parley.core.policy.rulebook import Rulebook
from parley.core.policy.versions import rulebook_named, versions
from parley.core.policy.versions.comparing import Difference, differences


def run(
    first: Annotated[str, typer.Argument(help="R0 is the document; R1 the document with every later text.")],
    second: Annotated[str, typer.Argument(help="Also R0+NAME+NAME, with names of later texts.")],
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Show what changes from one version of the policy to another: its terms, their clauses, and who reads them.

    What tightens counts for everybody from its date; what loosens only for a Client that has chosen it.
    """
    before, after = named(first), named(second)
    found = differences(before, after)
    if as_json:
        shown: dict[str, Any] = {"from": before.version, "to": after.version}
        typer.echo(json.dumps(shown | {"differences": [_plain(each) for each in found]}, indent=2))
        return
    _show(before, after, found)


def named(name: str) -> Rulebook:
    """The rulebook, or an error that says which names there are."""
    try:
        return rulebook_named(name)
    except KeyError as error:
        known = ", ".join(versions())
        raise typer.BadParameter(f"{error.args[0]} is not a version; there are {known}") from None


def _plain(each: Difference) -> dict[str, Any]:
    return asdict(each) | {"effective": versions()[each.version].effective.isoformat()}


def _show(before: Rulebook, after: Rulebook, found: tuple[Difference, ...]) -> None:
    console = Console()
    console.print(f"From {before.version}\nto   {after.version}", highlight=False)
    table = Table("term", "from", "to", "it", "clauses", "text, since")
    for each in found:
        since = f"{each.version}, {versions()[each.version].effective}"
        clauses = ", ".join(each.clauses)
        table.add_row(each.field, _said(each.before), _said(each.after), each.direction, clauses, since)
    console.print(table if found else "Nothing is different.")
    for each in found:
        console.print(f"{each.field}: {each.why} Read by: {', '.join(each.rules) or 'no rule'}.", highlight=False)


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "; ".join(f"{clause}: {' '.join(countries)}" for clause, countries in value) or "none"
    return str(value)
