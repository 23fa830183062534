"""Measure the content rules on labelled sets."""

import json
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from parley.commands.policy.evaluating.attacked import attacked
from parley.commands.policy.evaluating.cases import Case, Half
from parley.commands.policy.evaluating.counts import Scored, table
from parley.commands.policy.evaluating.held_out import unseen
from parley.commands.policy.evaluating.scores import score
from parley.commands.policy.evaluating.sets import SETS, Set
from parley.commands.policy.evaluating.showing import markdown, print_attacks, print_misses, print_table, replaced
from parley.core.policy.screening import HIT

RuleName = Literal["all", "B8", "D3", "D4", "E2", "E4", "E6", "E7"]
Form = Literal["table", "json", "markdown"]


def run(
    rule: Annotated[RuleName, typer.Option(help="The clause whose sets are measured.")] = "all",
    data: Annotated[Path, typer.Option(help="The folder of the sets.")] = Path("../shared/data"),
    half: Annotated[Half, typer.Option(help="Which half of every set; misses of 'unseen' are not shown.")] = "all",
    misses: Annotated[bool, typer.Option("--misses", help="List misses and false alarms, seen half.")] = False,
    clause: Annotated[str, typer.Option(help="With --misses: of this clause, kind or language only.")] = "",
    attack: Annotated[bool, typer.Option("--attack", help="What is lost when breaches are written to hide.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    as_markdown: Annotated[bool, typer.Option("--markdown", help="As the section of docs/benchmarks.md.")] = False,
    write: Annotated[Path | None, typer.Option(help="Put the section into this page, between its markers.")] = None,
) -> None:
    """Recall and false alarms of the content rules on labelled sets: rules alone, models alone, and both."""
    form: Form = "json" if as_json else "markdown" if as_markdown or write else "table"
    documents: list[dict[str, Any]] = []
    sections: list[str] = []
    for each in SETS:
        scored = scores_of(each, data, half) if rule in ("all", each.rule) else []
        if not scored:
            continue
        if attack:
            found = attacked(each, scored)
            documents.append({"set": each.name, "half": half, "attacks": found})
            if form == "table":
                print_attacks(each.name, found)
            continue
        rows = table(scored)
        documents.append({"set": each.name, "rule": each.rule, "half": half, "rows": [row.plain() for row in rows]})
        sections.append(markdown(each.name, each.rule, rows))
        if form == "table":
            print_table(f"{each.rule} · {each.name} · {half} half", rows)
        if misses:
            print_misses([one for one in scored if one[0].half == "seen" and (not clause or _of(one[0], clause))])
    _finish(form, documents, sections, write, data)


def _finish(form: Form, documents: list[dict[str, Any]], sections: list[str], write: Path | None, data: Path) -> None:
    if not documents:
        typer.echo(f"There are no sets in {data}.", err=True)
        raise typer.Exit(2)
    if form == "json":
        typer.echo(json.dumps({"threshold": HIT, "sets": documents}, indent=1))
    if write is not None:
        write.write_text(replaced(write.read_text(encoding="utf-8"), "\n".join(sections)), encoding="utf-8")
    elif form == "markdown":
        typer.echo("\n".join(sections))


def scores_of(asked: Set, data: Path, half: Half) -> list[Scored]:
    """Every case of the half with its score."""
    cases = [case for case in asked.read(data) if half in ("all", case.half)]
    kept = unseen if asked.teaches else lambda _: None
    return [(case, score(case.text, asked.groups, kept(case.text), case.before)) for case in cases]


def _of(case: Case, clause: str) -> bool:
    return clause in (case.clause, case.slices.get("clause"), case.slices.get("kind"), case.slices.get("language"))
