"""Measure the content rules on labelled sets."""

import json
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from parley.commands.policy.evaluating.attacks import variants
from parley.commands.policy.evaluating.cases import Case, Half
from parley.commands.policy.evaluating.counts import Row, Scored, table
from parley.commands.policy.evaluating.scores import score
from parley.commands.policy.evaluating.sets import SETS, Set
from parley.commands.policy.evaluating.showing import print_misses, print_table
from parley.core.policy.screening import HIT

RuleName = Literal["all", "B8", "D3", "D4", "E2", "E4", "E6", "E7"]


def run(
    rule: Annotated[RuleName, typer.Option(help="The clause whose sets are measured.")] = "all",
    data: Annotated[Path, typer.Option(help="The folder of the sets.")] = Path("../shared/data"),
    half: Annotated[Half, typer.Option(help="Which half of every set; misses of 'unseen' are not shown.")] = "all",
    misses: Annotated[bool, typer.Option("--misses", help="List misses and false alarms, seen half.")] = False,
    clause: Annotated[str, typer.Option(help="With --misses: of this clause only.")] = "",
    attack: Annotated[bool, typer.Option("--attack", help="What is lost when breaches are written to hide.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Recall and false alarms of the content rules on labelled sets: rules alone, models alone, and both."""
    documents: list[dict[str, Any]] = []
    for each in SETS:
        if rule not in ("all", each.rule):
            continue
        scored = scores_of(each, data, half)
        if not scored:
            typer.echo(f"{each.name}: not in {data}", err=True)
            continue
        if attack:
            documents.append({"set": each.name, "half": half, "recall": print_attacks(each, scored, quiet=as_json)})
            continue
        rows = table(scored)
        documents.append({"set": each.name, "rule": each.rule, "half": half, "rows": [row.plain() for row in rows]})
        if not as_json:
            print_table(f"{each.rule} · {each.name} · {half} half", rows)
        if misses:
            print_misses([one for one in scored if one[0].half == "seen" and (not clause or _of(one[0], clause))])
    if as_json:
        typer.echo(json.dumps({"threshold": HIT, "sets": documents}, indent=1))


def scores_of(asked: Set, data: Path, half: Half) -> list[Scored]:
    """Every case of the half with its score."""
    cases = [case for case in asked.read(data) if half in ("all", case.half)]
    return [(case, score(case.text, asked.groups)) for case in cases]


def print_attacks(asked: Set, scored: list[Scored], quiet: bool) -> dict[str, float]:
    """Recall of the breaches that are found as written, by what an attacker does to them."""
    found = [case for case, score in scored if case.breach and score.both >= HIT]
    still: dict[str, list[bool]] = {}
    for case in found:
        for name, variant in variants(case.text).items():
            still.setdefault(name, []).append(score(variant, asked.groups).both >= HIT)
    recall = {name: sum(marks) / len(marks) for name, marks in still.items()}
    if not quiet:
        typer.echo(f"{asked.name}: of {len(found)} breaches found as written, still found")
        for name, share in sorted(recall.items(), key=lambda each: each[1]):
            typer.echo(f"  {100 * share:5.1f}  {name} ({len(still[name])})")
    return recall


def _of(case: Case, clause: str) -> bool:
    return clause in (case.clause, case.slices.get("clause"), case.slices.get("kind"), case.slices.get("language"))


__all__ = ["Row", "run", "scores_of"]
