"""``parley doctor``: every link between a customer's telephone and the desk, and how to mend what is broken."""

import asyncio
import json
from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

import psycopg
import typer
from cryptography.fernet import InvalidToken

from parley.clock import Clock
from parley.commands.doctor.here import files_are_in_the_store, nothing_holds_it
from parley.commands.doctor.installation import database_answers, settings_are_whole
from parley.commands.doctor.line import line_is_alive
from parley.commands.doctor.message import message_goes_round
from parley.commands.doctor.reader import readers_answer
from parley.settings import Settings, load_settings
from parley.storage import numbers
from parley.storage.database import Connection, Database
from parley.storage.secrets import Vault
from parley.whatsapp.client import GraphSession, NumberAccess
from parley.workers.connecting.findings import Finding
from parley.workers.connecting.number import number_is_well
from parley.workers.connecting.webhook import webhook_answers

CLIENTS = "SELECT tenant_id, slug FROM directory_tenants()"
SYNCED = "SELECT count(*) FROM template WHERE tenant_id = %s AND account_id = %s"


def run(
    as_json: Annotated[bool, typer.Option("--json", help="For programs: one JSON list.")] = False,
    number: Annotated[str, typer.Option(help="Only the number with this phone number id.")] = "",
    test_to: Annotated[
        str, typer.Option(help="Send a test message to this telephone of yours, which has written to the number.")
    ] = "",
) -> None:
    """Check everything that a message passes, line by line; the exit code is 1 where anything is broken."""
    found = asyncio.run(examine(load_settings(), number, test_to))
    typer.echo(json.dumps([each.plain() for each in found]) if as_json else "\n".join(each.line() for each in found))
    raise typer.Exit(any(each.state == "FAIL" for each in found))


async def examine(settings: Settings, only: str = "", test_to: str = "") -> list[Finding]:
    """All findings, in the order in which a message passes the links; with ``test_to`` a message does pass them."""
    found = settings_are_whole(settings)
    try:
        database = await Database.open(settings)
    except (psycopg.Error, OSError) as error:
        mend = "Check PARLEY_DATABASE_URL, and that the server runs."
        return [*found, Finding("database", "FAIL", f"It does not answer ({type(error).__name__}).", mend)]
    graph = await GraphSession.open(settings.graph_url, settings.graph_version, settings.app_secret)
    try:
        found += [await database_answers(database), *await webhook_answers(settings)]
        found += await readers_answer(settings)
        found += await _numbers(settings, database, graph, only, test_to)
    finally:
        await graph.close()
        await database.close()
    return found


async def _numbers(
    settings: Settings, database: Database, graph: GraphSession, only: str, test_to: str
) -> list[Finding]:
    found: list[Finding] = []
    async with database.directory() as db:
        clients = [(UUID(str(row[0])), str(row[1])) for row in await (await db.execute(CLIENTS)).fetchall()]
    for client, slug in clients:
        async with database.transaction(client) as db:
            known = await numbers.access(db, client)
            asked = [(number_id, each) for number_id, each in known.items() if only in ("", number_id)]
            for number_id, (sealed, _, account_id) in asked:
                found += await _number(db, client, Vault(settings.secret_key), graph, number_id, account_id, sealed)
                found.append(await nothing_holds_it(db, client, number_id))
            found += await files_are_in_the_store(db, client)
            found += await line_is_alive(db, client, slug, datetime.now(UTC)) if asked else []
        if test_to:
            clock = Clock(settings.clock_file)
            found += [await message_goes_round(database, client, clock, number_id, test_to) for number_id, _ in asked]
    if found:
        return found
    return [Finding("number", "FAIL", "No number is connected.", "Connect one with: parley connect", only)]


async def _number(
    db: Connection, client: UUID, vault: Vault, graph: GraphSession, number_id: str, account_id: str, sealed: bytes
) -> list[Finding]:
    try:
        access = NumberAccess(number_id, vault.open(sealed), account_id)
    except InvalidToken:
        mend = "Set the PARLEY_SECRET_KEY that sealed it, or enter the token again with: parley connect"
        return [Finding("token", "FAIL", "It was sealed with another secret key.", mend, number_id)]
    found = await number_is_well(graph, access, datetime.now(UTC))
    row = await (await db.execute(SYNCED, [client, account_id])).fetchone()
    if row and row[0]:
        return [*found, Finding("template sync", "OK", f"{row[0]} are known here.", about=number_id)]
    mend = "Run parley work: it fetches them every few minutes."
    return [*found, Finding("template sync", "WARN", "None has been fetched.", mend, number_id)]
