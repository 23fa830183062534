"""The counts as a person reads them."""

from collections.abc import Mapping, Sequence

import typer
from rich.console import Console
from rich.table import Table

from parley.commands.policy.evaluating.counts import Row, Scored
from parley.commands.policy.evaluating.scores import PARTS
from parley.core.policy.screening import HIT

BEGIN = "<!-- begin: parley policy evaluate --write -->"
END = "<!-- end: parley policy evaluate --write -->"


def print_table(title: str, rows: Sequence[Row]) -> None:
    """One line a slice: recall and false alarms of both together, then of each alone."""
    table = Table("slice", "breaches", "honest", "recall", "named", "false", "right", "at 1%", "at 5%", title=title)
    for name in ("rules", "false", "at 5%", "models", "false", "at 5%"):
        table.add_column(name, style="dim")
    for row in rows:
        both = row.parts["both"]
        alone = [
            _percent(value)
            for part in ("rules", "models")
            for value in (row.parts[part].recall, row.parts[part].false_alarms, row.parts[part].recall_at_5)
        ]
        table.add_row(
            f"{row.by} {row.value}".strip(),
            str(row.breaches),
            str(row.honest),
            _percent(both.recall),
            _percent(row.named),
            _percent(both.false_alarms),
            _percent(both.accuracy),
            _percent(both.recall_at_1),
            _percent(both.recall_at_5),
            *alone,
        )
    Console(width=170).print(table)


def markdown(name: str, rule: str, rows: Sequence[Row]) -> str:
    """One set as a table for docs/benchmarks.md."""
    lines = [
        f"\n### {name} ({rule})\n",
        "| slice | breaches | honest | recall | false alarms | right | at 1 % | at 5 % | rules alone | models alone |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        rules, models, both = (row.parts[part] for part in PARTS)
        shown = (both.recall, both.false_alarms, both.accuracy, both.recall_at_1, both.recall_at_5)
        alone = (f"{_percent(each.recall)} / {_percent(each.false_alarms)}" for each in (rules, models))
        cells = [f"{row.by} {row.value}".strip(), str(row.breaches), str(row.honest), *map(_percent, shown), *alone]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def replaced(page: str, section: str) -> str:
    """The page with what stands between the markers put anew; at its end where there are none."""
    before, _, rest = page.partition(BEGIN)
    after = rest.partition(END)[2] if rest else "\n"
    return f"{before.rstrip()}\n\n{BEGIN}\n{section.strip()}\n{END}{after}"


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.1f}"


def print_attacks(name: str, found: Mapping[str, tuple[int, int]]) -> None:
    """Points of recall that each attack costs, the dearest first."""
    tried, still = (sum(column) for column in zip(*found.values(), strict=True)) if found else (0, 0)
    typer.echo(f"{name}: {100 * (1 - still / max(tried, 1)):.1f} points lost over all attacks")
    for attack, (tried, still) in sorted(found.items(), key=lambda each: each[1][1] / each[1][0]):
        typer.echo(f"  {100 * (1 - still / tried):5.1f}  {attack} ({tried})")


def print_misses(scored: Sequence[Scored]) -> None:
    """Breaches that were not found and honest messages that were taken for one, with what spoke for it."""
    for case, score in scored:
        if (score.both >= HIT) == case.breach:
            continue
        word = "missed" if case.breach else "false alarm"
        slices = " ".join(case.slices.values())
        named = ",".join(sorted(score.named))
        typer.echo(f"{word}\t{case.clause} {slices}\t{score.both:.2f} {named}\t{' '.join(case.text.split())[:300]}")
