"""List the rules of the gate with their clauses."""

import json
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from parley.core.policy.rulebook import RULEBOOK_VERSION, RULES


def run(as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False) -> None:
    """List the rules of the gate with their clauses."""
    if as_json:
        listed = [{"rule": r.name, "clause": r.clause, "title": r.title, "moments": r.moments} for r in RULES]
        typer.echo(json.dumps({"rulebook_version": RULEBOOK_VERSION, "rules": listed}, indent=2))
        return
    table = Table("clause", "rule", "title", title=f"Rulebook {RULEBOOK_VERSION}")
    for rule in sorted(RULES, key=lambda each: each.clause):
        table.add_row(rule.clause, rule.name, rule.title)
    Console().print(table)
