"""The counts as a person reads them."""

from collections.abc import Sequence

import typer
from rich.console import Console
from rich.table import Table

from parley.commands.policy.evaluating.counts import Row, Scored
from parley.core.policy.screening import HIT


def print_table(title: str, rows: Sequence[Row]) -> None:
    """One line a slice: recall and false alarms of both together, then of each alone."""
    table = Table("slice", "breaches", "honest", "recall", "named", "false", "at 1%", "at 5%", title=title)
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
            _percent(both.recall_at_1),
            _percent(both.recall_at_5),
            *alone,
        )
    Console(width=170).print(table)


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.1f}"


def print_misses(scored: Sequence[Scored]) -> None:
    """Breaches that were not found and honest messages that were taken for one, with what spoke for it."""
    for case, score in scored:
        if (score.both >= HIT) == case.breach:
            continue
        word = "missed" if case.breach else "false alarm"
        slices = " ".join(case.slices.values())
        named = ",".join(sorted(score.named))
        typer.echo(f"{word}\t{case.clause} {slices}\t{score.both:.2f} {named}\t{' '.join(case.text.split())[:300]}")
