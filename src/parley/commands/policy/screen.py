"""Run the gate over the messages of a file."""

import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
import typer

from parley.core.messages import Text, content_from
from parley.core.policy.facts import (
    AuthorKind,
    BotFacts,
    ConsentFacts,
    ContactFacts,
    NumberFacts,
    Outbound,
    TemplateFacts,
)
from parley.core.policy.gate import decide
from parley.core.policy.verdicts import Decision

NOBODY = UUID(int=0)


class Line(msgspec.Struct):
    """One line of the file. Only ``text`` or ``content`` is needed; the rest says otherwise than the defaults.

    The defaults describe a number in good order writing as an agent inside the window of a customer who wrote first.
    """

    text: str = ""
    content: dict[str, Any] | None = None
    author: AuthorKind = "agent"
    window: Literal["open", "closed", "never"] = "open"
    number_source: str = "wrote_first"
    consents: list[dict[str, str]] = []  # [{"purpose": "marketing", "action": "opt_in", "wording": "…"}]
    template: dict[str, str] | None = None  # {"name", "language", "category", "status"}: our copy of it
    business_name: str = "Example"
    profile: dict[str, Any] | None = None
    escalation_paths: list[dict[str, Any]] | None = None
    id: str = ""


def run(
    file: Annotated[Path, typer.Argument(help="JSON lines, one message each; '-' reads standard input.")],
    as_json: Annotated[bool, typer.Option("--json", help="One verdict a line, as JSON.")] = False,
) -> None:
    """Run the gate over the messages of FILE and print one verdict a line.

    A line is an object: {"text": "…"} or {"content": {"type": "template", …}}, with any of author (agent, bot,
    system, campaign, api), window (open, closed, never), number_source, consents, template, business_name, profile,
    escalation_paths, id. Other fields, as data sets have them, are named once and passed over. A line that can not be
    read is named and the rest goes on; the exit code is then 2.
    """
    broken, passed_over = 0, set[str]()
    with sys.stdin if str(file) == "-" else file.open(encoding="utf-8") as lines:
        for number, raw in enumerate(lines, start=1):
            if not raw.strip():
                continue
            try:
                line = msgspec.json.decode(raw, type=Line)
                _name_what_is_passed_over(raw, passed_over)
                decision = decide(outbound_of(line, datetime.now(UTC)))
            except (msgspec.MsgspecError, ValueError) as error:
                broken += 1
                typer.echo(f"line {number}: {error}", err=True)
                continue
            _show(number, line, decision, as_json)
    if broken:
        raise typer.Exit(2)


def _name_what_is_passed_over(raw: str, named: set[str]) -> None:
    """A field that is misspelt must not be taken for one that was heard."""
    unknown = msgspec.json.decode(raw, type=dict[str, Any]).keys() - set(Line.__struct_fields__) - named
    if unknown:
        named |= unknown
        typer.echo(f"passed over, the gate does not ask for it: {', '.join(sorted(unknown))}", err=True)


def outbound_of(line: Line, now: datetime) -> Outbound:
    """The message that the line describes. Raises ValueError for a line without a message."""
    if not line.text and line.content is None:
        raise ValueError("text or content is missing")
    ends = {"open": now + timedelta(hours=12), "closed": now - timedelta(hours=1), "never": None}[line.window]
    default = {"support_contact": "Customer care", "email": "care@example.com"}
    paths = [{"kind": "in_chat"}] if line.escalation_paths is None else line.escalation_paths
    consents = tuple(
        ConsentFacts(
            purpose=each.get("purpose", "all"),
            action="opt_out" if each.get("action") == "opt_out" else "opt_in",
            at=now - timedelta(days=1),
            wording=each.get("wording", ""),
            method=each.get("method", "form"),
        )
        for each in line.consents
    )
    return Outbound(
        tenant_id=NOBODY,
        number=NumberFacts("1", line.business_name, default if line.profile is None else line.profile, now),
        contact=ContactFacts(NOBODY, line.number_source, consents),
        content=content_from(line.content) if line.content is not None else Text(line.text),
        author_kind=line.author,
        now=now,
        window_expires_at=ends,
        template=TemplateFacts(**line.template) if line.template else None,
        bot=BotFacts(tuple(paths)),
    )


def _show(number: int, line: Line, decision: Decision, as_json: bool) -> None:
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
        shown = {"line": number, "verdict": decision.verdict, "clauses": decision.clauses, "findings": findings}
        typer.echo(json.dumps(shown | ({"id": line.id} if line.id else {}), ensure_ascii=False))
        return
    clauses = f" [{', '.join(decision.clauses)}]" if decision.clauses else ""
    typer.echo(f"{number}: {decision.verdict}{clauses} {' '.join(f.sentence for f in decision.findings)}".rstrip())
