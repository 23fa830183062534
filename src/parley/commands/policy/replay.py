"""Make logged decisions again under another version of the policy."""

import asyncio
import json
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated, Any
from uuid import UUID

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from parley.commands.policy.diff import named
from parley.core.policy.rulebook import Rulebook
from parley.core.policy.versions.replaying import Replay, replayed
from parley.settings import load_settings
from parley.storage import replays
from parley.storage.database import Database

SHOWN = 50
CLIENTS = "SELECT tenant_id, slug FROM directory_tenants() WHERE kind = 'client' AND (%(slug)s = '' OR slug = %(slug)s)"


def run(
    since: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="From this day on.")],
    version: Annotated[str, typer.Option("--with", help="R0, R1, or R0+NAME with names of later texts.")],
    tenant: Annotated[str, typer.Option(help="The Client's short name; all Clients without it.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Decide again, under another version, what the gate has decided about messages since a day.

    Lists what would have been decided otherwise, counted by clause, and says how many could not be made again. Nothing
    is sent, stopped or kept.
    """
    rulebook = named(version)
    found = asyncio.run(_replay(rulebook, since.replace(tzinfo=UTC), tenant))
    if not found:
        raise typer.BadParameter(f"there is no Client {tenant}")
    if as_json:
        typer.echo(
            json.dumps({slug: _plain(replay, rulebook) for slug, replay in found.items()}, indent=2, default=str)
        )
        return
    for slug, replay in found.items():
        _show(slug, replay, rulebook)


async def _replay(rulebook: Rulebook, since: datetime, slug: str) -> dict[str, Replay]:
    database = await Database.open(load_settings())
    try:
        async with database.directory() as db:
            clients = await (await db.execute(CLIENTS, {"slug": slug})).fetchall()
        return {name: await _of(database, tenant_id, name, rulebook, since) for tenant_id, name in clients}
    finally:
        await database.close()


async def _of(database: Database, tenant_id: UUID, slug: str, rulebook: Rulebook, since: datetime) -> Replay:
    replay = Replay()
    async with database.transaction(tenant_id) as db:
        total = await replays.count(db, tenant_id, since)
    columns = (TextColumn(slug), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(slug, total=total)
        async for page in replays.pages(database, tenant_id, since):
            replayed(page, rulebook, replay)
            progress.advance(task, len(page))
    return replay


def _plain(replay: Replay, rulebook: Rulebook) -> dict[str, Any]:
    return {
        "with": rulebook.version,
        "compared": replay.compared,
        "otherwise": [asdict(each) for each in replay.otherwise],
        "clauses": dict(replay.clauses),
        "not_rebuilt": dict(replay.not_rebuilt),
    }


def _show(slug: str, replay: Replay, rulebook: Rulebook) -> None:
    console = Console()
    console.print(f"{slug}, under {rulebook.version}", style="bold", highlight=False)
    if replay.otherwise:
        table = Table("no.", "when", "was", "would be", "because of")
        for each in replay.otherwise[:SHOWN]:
            was, would_be = _said(each.was, each.was_clauses), _said(each.would_be, each.clauses)
            cause = "the version" if each.by_version else "rules or lists since"
            table.add_row(str(each.seq), f"{each.at:%Y-%m-%d %H:%M}", was, would_be, cause)
        console.print(table)
    if len(replay.otherwise) > SHOWN:
        console.print(f"… and {len(replay.otherwise) - SHOWN} more; --json has all of them.")
    for clause, many in replay.clauses.most_common():
        console.print(f"  {clause}: {many}", highlight=False)
    console.print(f"{replay.compared} decided again, {len(replay.otherwise)} of them otherwise.", highlight=False)
    for reason, many in replay.not_rebuilt.most_common():
        console.print(f"{many} could not be decided again: {reason}.", highlight=False)


def _said(verdict: str, clauses: tuple[str, ...]) -> str:
    return f"{verdict} ({', '.join(clauses)})" if clauses else verdict
