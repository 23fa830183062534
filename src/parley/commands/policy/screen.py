"""Run the gate over the messages, or other matters, of a file."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from parley.core.policy.asking import NotAMatter, matter_from, unknown_fields
from parley.core.policy.conduct import noon_at
from parley.core.policy.gate import decide
from parley.core.policy.verdicts import Decision


def run(
    file: Annotated[Path, typer.Argument(help="JSON lines, one message each; '-' reads standard input.")],
    as_json: Annotated[bool, typer.Option("--json", help="One verdict a line, as JSON.")] = False,
    at: Annotated[str, typer.Option(help="When, in ISO 8601. Without it: today, at noon where the customer is.")] = "",
) -> None:
    """Run the gate over the messages, or other matters, of FILE and print one verdict a line.

    A line is an object: {"text": "…"} or {"content": {"type": "template", …}}, with any of author (agent, bot,
    system, campaign, api), window (open, closed, never), to (the customer's number), number_source, consents, template
    (name, language, category, status, quality, buttons), business_name, profile, escalation_paths, id. Other fields, as
    data sets have them, are named once and passed over. A line that can not be read is named and the rest goes on; the
    exit code is then 2.

    Some rules go by the hour. Every verdict is the one of that time, which is told with it.
    """
    when = _time(at) if at else None
    typer.echo(f"As of {when.isoformat() if when else 'noon today, where each customer is'}.", err=True)
    broken, passed_over = 0, set[str]()
    with sys.stdin if str(file) == "-" else file.open(encoding="utf-8") as lines:
        for number, raw in enumerate(lines, start=1):
            if not raw.strip():
                continue
            try:
                line = msgspec.json.decode(raw, type=dict[str, Any])
                _name_what_is_passed_over(line, passed_over)
                matter = matter_from(line, when or noon_at(datetime.now(UTC), str(line.get("to", ""))))
            except (msgspec.MsgspecError, NotAMatter) as error:
                broken += 1
                typer.echo(f"line {number}: {error}", err=True)
                continue
            _show(number, line, decide(matter), as_json)
    if broken:
        raise typer.Exit(2)


def _time(text: str) -> datetime:
    """With the zone that it names, else in UTC."""
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(
            f"{text} is no time; write one such as 2026-03-02T14:00+01:00", param_hint="--at"
        ) from None
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def _name_what_is_passed_over(line: dict[str, Any], named: set[str]) -> None:
    """A field that is misspelt must not be taken for one that was heard."""
    unknown = unknown_fields(line) - named
    if unknown:
        named |= unknown
        typer.echo(f"passed over, the gate does not ask for it: {', '.join(sorted(unknown))}", err=True)


def _show(number: int, line: dict[str, Any], decision: Decision, as_json: bool) -> None:
    if as_json:
        findings = [
            {
                "rule": f.rule,
                "clause": f.clause,
                "verdict": f.verdict,
                "sentence": f.sentence,
                "next_step": f.next_step,
                "next_sentence": f.next_sentence,
            }
            for f in decision.findings
        ]
        shown = {
            "line": number,
            "at": decision.at.isoformat(),
            "verdict": decision.verdict,
            "clauses": decision.clauses,
        }
        typer.echo(
            json.dumps(
                shown | {"findings": findings} | ({"id": line["id"]} if line.get("id") else {}), ensure_ascii=False
            )
        )
        return
    clauses = f" [{', '.join(decision.clauses)}]" if decision.clauses else ""
    typer.echo(f"{number}: {decision.verdict}{clauses} {' '.join(f.sentence for f in decision.findings)}".rstrip())
