"""Screen everything that stands, as a version of the policy takes effect."""

import asyncio
import json
from datetime import UTC, datetime, time
from typing import Annotated
from uuid import UUID

import typer
from rich.console import Console
from rich.table import Table

from parley.actions.screen_standing import Failed, screen_standing
from parley.clock import Clock
from parley.core.policy.versions import Version, versions
from parley.settings import load_settings
from parley.storage import choices
from parley.storage.database import Database
from parley.storage.screenings import Screening

TENANTS = "SELECT tenant_id, slug FROM directory_tenants() WHERE %(slug)s = '' OR slug = %(slug)s ORDER BY slug"
Result = tuple[Screening, list[Failed]]


def run(
    version: Annotated[str, typer.Argument(help="The name of a text, as parley policy diff shows it.")],
    tenant: Annotated[str, typer.Option(help="A Client's short name; all without it.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Screen templates, answers, replies, wordings, items, applications and waiting messages under VERSION.

    What no longer holds is stopped and listed; before the day of the version it is listed only. A text that loosens is
    in force for those Clients only that have chosen it. Workers do the same by themselves, and once a day.
    """
    if version not in versions():
        raise typer.BadParameter(f"{version} is not a version; there are {', '.join(versions())}")
    found = asyncio.run(_take_effect(versions()[version], tenant))
    if as_json:
        typer.echo(json.dumps({slug: _plain(result) for slug, result in found.items()}, indent=2))
        return
    for slug, result in found.items():
        _show(slug, result)
    if not found:
        typer.echo("It concerns nobody: no Client has chosen it, or there is none of that name.")


async def _take_effect(version: Version, slug: str) -> dict[str, Result]:
    settings = load_settings()
    database = await Database.open(settings)
    now = Clock(settings.clock_file).now()
    begins = datetime.combine(version.effective, time(), UTC)
    try:
        async with database.directory() as db:
            tenants = await (await db.execute(TENANTS, {"slug": slug})).fetchall()
        return {
            name: await screen_standing(
                database, tenant_id, max(now, begins), cause=f"command {version.name}", only_look=begins > now
            )
            for tenant_id, name in tenants
            if await _concerns(database, tenant_id, version, now)
        }
    finally:
        await database.close()


async def _concerns(database: Database, tenant_id: UUID, version: Version, now: datetime) -> bool:
    if not version.loosens:
        return True
    async with database.transaction(tenant_id) as db:
        return version.name in await choices.in_force(db, tenant_id, now.date())


def _plain(result: Result) -> dict[str, object]:
    made, failed = result
    listed = [
        {
            "kind": each.kind,
            "subject": each.standing.subject,
            "title": each.standing.title,
            "verdict": each.decision.verdict,
            "clauses": each.decision.clauses,
            "sentences": [finding.sentence for finding in each.decision.findings],
            "new": each.is_new,
        }
        for each in failed
    ]
    return {"rulebook_version": made.rulebook_version, "screened": made.screened, "failed": listed}


def _show(slug: str, result: Result) -> None:
    made, failed = result
    console = Console()
    console.print(
        f"{slug}: {made.screened} screened under {made.rulebook_version}, {len(failed)} do not hold", highlight=False
    )
    if failed:
        table = Table("kind", "which", "verdict", "clauses", "why")
        for each in failed:
            finding = each.decision.gravest
            clauses = ", ".join(each.decision.clauses)
            table.add_row(
                each.kind.replace("_", " "),
                each.standing.title,
                each.decision.verdict,
                clauses,
                finding.sentence if finding else "",
            )
        console.print(table)
