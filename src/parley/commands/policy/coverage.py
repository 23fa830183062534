"""Show which control holds which clause of the policy, and how far that goes."""

import json
from dataclasses import asdict
from html import escape
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from parley.core.policy.clauses import sections
from parley.core.policy.coverage import MEANS, Control, Covered, counts, coverage
from parley.core.policy.rulebook import RULEBOOK_VERSION

STYLE = """
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h2 { margin-top: 2.2em; } h3 { margin: 1.6em 0 .2em; } p, ul { margin: .3em 0; }
.status { padding: .1em .6em; border: 1px solid currentColor; border-radius: 9px; font-size: .8em; font-weight: 600; }
.prevented { color: #1a7f4b; } .detected { color: #9a6700; } .attested { color: #0b6bcb; }
.beyond { color: #6e7781; } .open { color: #c62828; }
.soft { opacity: .72; font-size: .9em; } code { font-size: .85em; overflow-wrap: anywhere; }
table { border-collapse: collapse; } td, th { padding: .2em .8em .2em 0; text-align: left; }
"""


def run(
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    html: Annotated[Path | None, typer.Option(help="Write it as a page to this file.")] = None,
) -> None:
    """Show for each clause of the policy what holds it, what tests that, and how far it goes.

    prevented: it does not happen, or not without a person's decision; detected: somebody is told; attested: a person
    vouches for it; beyond: no software can hold it; open: nothing holds it yet.
    """
    covered = coverage()
    if html is not None:
        html.write_text(_page(covered), encoding="utf-8")
        typer.echo(f"written to {html}", err=True)
    if as_json:
        typer.echo(json.dumps(as_data(covered), indent=2))
    elif html is None:
        _show(covered)


def as_data(covered: tuple[Covered, ...]) -> dict[str, Any]:
    """The whole report as plain values."""
    return {
        "rulebook_version": RULEBOOK_VERSION,
        "counts": counts(covered),
        "sections": sections(),
        "clauses": [
            asdict(each.clause)
            | {"status": each.status, "in_part": each.in_part, "unheld": each.unheld}
            | {"controls": [asdict(control) for control in each.controls]}
            for each in covered
        ],
    }


def _show(covered: tuple[Covered, ...]) -> None:
    table = Table(
        "clause", "about", "status", "held by", "breaches", "look-alikes", title=f"Rulebook {RULEBOOK_VERSION}"
    )
    for each in covered:
        names = ", ".join(control.name for control in each.controls) or "nothing yet"
        breaches, look_alikes = (sum(counted) for counted in zip((0, 0), *map(_examples, each.controls), strict=True))
        table.add_row(each.clause.id, each.clause.title, _said(each), names, str(breaches), str(look_alikes))
    console = Console()
    console.print(table)
    console.print(", ".join(f"{many} {status}" for status, many in counts(covered).items()))
    console.print(f"in part: {sum(each.in_part for each in covered)}, the rest left to people or not held yet")


def _said(each: Covered) -> str:
    return f"{each.status}, in part" if each.in_part and each.controls else each.status


def _examples(control: Control) -> tuple[int, int]:
    return control.breaches, control.look_alikes


def _page(covered: tuple[Covered, ...]) -> str:
    parts = [
        f"<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'>"
        f"<title>What holds the policy</title><style>{STYLE}</style><h1>What holds the policy</h1>",
        f"<p class=soft>Rulebook {escape(RULEBOOK_VERSION)}</p><table>",
        *(f"<tr><th>{many}<td>{_status(s)}<td>{escape(MEANS[s])}" for s, many in counts(covered).items()),
        "</table>",
    ]
    for letter, about in sections().items():
        parts.append(f"<h2>{letter}. {escape(about)}</h2>")
        parts += [_clause(each) for each in covered if each.clause.section == letter]
    return "\n".join(parts) + "\n</html>\n"


def _clause(each: Covered) -> str:
    clause = each.clause
    lines = [f"<h3 id={clause.id}>{clause.id} {escape(clause.title)} {_status(each.status, _said(each))}</h3>"]
    lines.append(f"<p>{escape(clause.asks)}</p>")
    if clause.remains:
        lines.append(f"<p class=soft>Left to people: {escape(clause.remains)}</p>")
    if each.unheld:
        lines.append(f"<p class=soft>Not held at: {', '.join(each.unheld)}</p>")
    return "\n".join([*lines, "<ul>", *map(_control, each.controls), "</ul>"])


def _control(control: Control) -> str:
    tests = "<br>".join(f"<code>{escape(test)}</code>" for test in control.tests)
    return (
        f"<li>{escape(control.title)} {_status(control.status)}<p class=soft>{escape(control.says)}</p>"
        f"<p class=soft><code>{escape(control.where)}</code> · {', '.join(control.moments)}"
        f"{f' · {control.verdict}' if control.verdict else ''} · breaches: {control.breaches}, look-alikes: "
        f"{control.look_alikes}</p><details class=soft><summary>Tests</summary>{tests}</details>"
    )


def _status(status: str, said: str = "") -> str:
    return f"<span class='status {status}'>{said or status}</span>"
