"""The doctor and the connecting of a number, against the local platform and a web process of their own."""

import asyncio
import json
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import uvicorn

from parley.api.app import create_app
from parley.clock import Clock
from parley.commands.connect import STEPS, connect
from parley.commands.doctor import examine
from parley.settings import Settings
from parley.storage.database import Database
from parley.whatsapp.client import GraphError, NumberAccess
from parley.workers.connecting.findings import Finding, unanswered
from tests.emulator.conftest import Desk, desk, emulator, hook

__all__ = ["desk", "emulator", "hook"]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def served(settings: Settings, desk: Desk) -> Iterator[Settings]:
    """``parley serve`` in a thread, with the local platform as its own."""
    whole = settings.model_copy(update={"graph_url": f"http://127.0.0.1:{desk.emulator.port}", "port": _free_port()})
    servers: list[uvicorn.Server] = []

    async def serve() -> None:
        database = await Database.open(whole)
        app = create_app(whole, database, Clock())
        servers.append(uvicorn.Server(uvicorn.Config(app, port=whole.port, log_level="error")))
        await servers[0].serve()
        await database.close()

    thread = threading.Thread(target=asyncio.run, args=[serve()], daemon=True)
    thread.start()
    deadline = time.monotonic() + 20
    while not (servers and servers[0].started):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    yield whole
    servers[0].should_exit = True
    thread.join(10)


@pytest.fixture
async def slug(database: Database, tenant: UUID) -> str:
    async with database.transaction(tenant) as db:
        row = await (await db.execute("SELECT slug FROM tenant WHERE tenant_id = %s", [tenant])).fetchone()
    assert row is not None
    return str(row[0])


def access_of(desk: Desk) -> NumberAccess:
    return NumberAccess(desk.number_id, desk.token, desk.waba_id)


def states(found: list[Finding]) -> dict[str, str]:
    worst: dict[str, str] = {}
    for each in found:
        if worst.get(each.link) != "FAIL":
            worst[each.link] = each.state
    return worst


async def test_a_number_is_connected_and_then_well(
    served: Settings, slug: str, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.template("here")
    assert await connect(served, slug, access_of(desk), pin="123456") == 0, capsys.readouterr().out
    said = capsys.readouterr().out
    assert f"{STEPS}/{STEPS}  the number is ready" in said
    assert desk.token not in said
    assert STEPS <= 11
    found = await examine(served)
    assert "FAIL" not in states(found).values(), [each.line() for each in found]
    assert {"webhook", "signature", "test event", "token", "scopes", "number", "quality", "health"} <= states(
        found
    ).keys()
    assert desk.token not in json.dumps([each.plain() for each in found])


async def test_connecting_goes_on_where_it_stopped(
    served: Settings, slug: str, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.set_number(registered=False, status="PENDING")
    assert await connect(served, slug, access_of(desk)) == 1
    assert "--pin" in capsys.readouterr().out
    assert await connect(served, slug, access_of(desk), pin="123456") == 0, capsys.readouterr().out
    assert "the number is registered" in capsys.readouterr().out


async def test_a_wrong_token_is_said_and_not_shown(
    served: Settings, slug: str, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await connect(served, slug, NumberAccess(desk.number_id, "EAAwrong", desk.waba_id)) == 1
    said = capsys.readouterr().out
    assert said.startswith("1/")
    assert "EAAwrong" not in said


async def test_without_a_web_process_the_webhook_is_what_is_wrong(
    settings: Settings, desk: Desk, database: Database
) -> None:
    url = f"http://127.0.0.1:{desk.emulator.port}"
    found = await examine(settings.model_copy(update={"graph_url": url, "port": _free_port()}))
    assert states(found) == {"settings": "OK", "database": "OK", "webhook": "FAIL", "number": "FAIL"}
    assert all(each.mend for each in found if each.state == "FAIL")


@pytest.mark.parametrize(
    ("changed", "link", "state"),
    [
        ({"quality_rating": "RED"}, "quality", "FAIL"),
        ({"quality_rating": "YELLOW"}, "quality", "WARN"),
        ({"status": "RESTRICTED"}, "number", "FAIL"),
        ({"status": "FLAGGED"}, "number", "WARN"),
        ({"token_expired": True}, "token", "FAIL"),
    ],
)
async def test_what_is_wrong_with_a_number_is_found(
    served: Settings, slug: str, desk: Desk, changed: dict[str, Any], link: str, state: str
) -> None:
    assert await connect(served, slug, access_of(desk), pin="123456") == 0
    desk.set_number(**changed)
    found = await examine(served)
    assert states(found)[link] == state, [each.line() for each in found]


async def test_the_real_platform_asks_more_of_the_settings(
    settings: Settings, database: Database, tmp_path: Path
) -> None:
    real = settings.model_copy(update={"graph_url": "http://graph.example", "clock_file": tmp_path, "port": 1})
    broken = [each for each in await examine(real) if each.link == "settings"]
    assert len(broken) == 3
    assert all(each.state == "FAIL" and each.mend for each in broken)


def test_a_refusal_says_how_to_mend_it() -> None:
    assert "system user" in unanswered("number", GraphError(401, 190, "expired")).mend
    assert unanswered("number", TimeoutError()).state == "FAIL"


async def test_no_number_is_connected_for_a_business_that_is_suspended(
    served: Settings, slug: str, desk: Desk, database: Database, tenant: UUID, capsys: pytest.CaptureFixture[str]
) -> None:
    async with database.transaction(tenant) as db:
        await db.execute("UPDATE tenant SET status = 'suspended' WHERE tenant_id = %s", [tenant])
    assert await connect(served, slug, access_of(desk), pin="123456") == 1
    assert f"3/{STEPS}  stopped: The service for" in capsys.readouterr().out
    async with database.transaction(tenant) as db:
        assert await (await db.execute("SELECT 1 FROM number")).fetchall() == []


async def test_a_connected_numbers_templates_are_known_and_its_profile_waits_for_a_person(
    served: Settings, slug: str, desk: Desk, database: Database, tenant: UUID
) -> None:
    desk.template("here")
    assert await connect(served, slug, access_of(desk), pin="123456") == 0
    async with database.transaction(tenant) as db:
        names = await (await db.execute("SELECT name FROM template")).fetchall()
        confirmed = await (await db.execute("SELECT profile_confirmed_at, business_id <> '' FROM number")).fetchall()
    assert ("here",) in names
    assert confirmed == [(None, True)]


async def test_a_worker_that_died_and_a_silent_whatsapp_are_found(
    served: Settings, slug: str, desk: Desk, database: Database, tenant: UUID
) -> None:
    assert await connect(served, slug, access_of(desk), pin="123456") == 0

    async def beats(worked: str, unanswered: str | None) -> dict[str, str]:
        async with database.transaction(tenant) as db:
            await db.execute("DELETE FROM beat")
            await db.execute(
                "INSERT INTO beat VALUES (%s, now() - %s::interval, 0, now(), now() - %s::interval)",
                [tenant, worked, unanswered],
            )
        found = await examine(served)
        assert all(each.mend for each in found if each.state == "FAIL")
        return states(found)

    assert states(await examine(served))["worker"] == "WARN"
    assert (await beats("5 minutes", None))["worker"] == "FAIL"
    well = await beats("5 seconds", "2 minutes")
    assert (well["worker"], well["reports"]) == ("OK", "OK")
    silent = await beats("5 seconds", "15 minutes")
    assert (silent["worker"], silent["reports"]) == ("OK", "FAIL")
