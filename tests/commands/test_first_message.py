"""From nothing to the first message: connect a number, and let the doctor send one the way of every message."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import UUID

import pytest

from parley.clock import Clock
from parley.commands.connect import connect
from parley.commands.doctor import examine
from parley.commands.doctor.message import TEXT
from parley.settings import Settings
from parley.storage.database import Database
from parley.workers.all import run_workers
from parley.workers.connecting.findings import Finding
from parley.workers.connecting.webhook import address
from tests.commands.test_doctor import access_of, served, slug, states
from tests.emulator.conftest import Desk, a_desk
from tests.emulator.running import Emulator

__all__ = ["served", "slug"]
PROFILE = """
UPDATE number SET profile = '{"support_contact": "Care", "email": "care@northbank.example"}',
                  profile_confirmed_at = now()
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """On a platform of its own, since it reports to the web process of this test."""
    started = Emulator(tmp_path / "platform").start()
    yield a_desk(started)
    started.stop()


@asynccontextmanager
async def at_work(settings: Settings, database: Database) -> AsyncIterator[None]:
    """``parley work``."""
    task = asyncio.create_task(run_workers(settings, database, Clock()))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def of(found: list[Finding], link: str) -> Finding:
    (one,) = [each for each in found if each.link == link]
    return one


async def a_connected_number(served: Settings, slug: str, desk: Desk) -> None:
    target = {"app_secret": served.app_secret, "verify_token": served.verify_token, "url": address(served)}
    await asyncio.to_thread(desk.emulator.control, "/webhook-target", target)
    desk.template("here")
    assert await connect(served, slug, access_of(desk), pin="123456") == 0


async def test_a_number_that_is_connected_sends_and_hears_of_it(
    served: Settings, slug: str, desk: Desk, database: Database, tenant: UUID
) -> None:
    await a_connected_number(served, slug, desk)
    early = of(await examine(served, test_to=desk.wa_id), "test message")
    assert (early.state, early.sentence) == ("FAIL", "Nobody with that telephone number has written here.")
    async with database.transaction(tenant) as db:
        await db.execute(PROFILE)
    async with at_work(served, database):
        await asyncio.to_thread(desk.write, "Hello, it is me")
        await written(database, tenant)
        found = await examine(served, test_to=f"+{desk.wa_id}")
    assert "FAIL" not in states(found).values(), [each.line() for each in found]
    assert of(found, "test message").sentence == "It left, and WhatsApp's word on it came back."
    assert of(found, "template sync").state == "OK"
    thread = await asyncio.to_thread(desk.thread)
    assert TEXT in [each["text"]["body"] for each in thread if each["type"] == "text"]
    async with database.transaction(tenant) as db:
        decided = await (await db.execute("SELECT author_kind FROM gate_decision WHERE verdict = 'allow'")).fetchall()
    assert ("system",) in decided


async def test_what_the_gate_refuses_is_said_with_the_way_on(
    served: Settings, slug: str, desk: Desk, database: Database, tenant: UUID
) -> None:
    await a_connected_number(served, slug, desk)
    async with at_work(served, database):
        await asyncio.to_thread(desk.write, "Hello")
        await written(database, tenant)
        said = of(await examine(served, test_to=desk.wa_id), "test message")
    assert (said.state, "support contact" in said.sentence) == ("FAIL", True)
    assert "administrator" in said.mend


async def test_a_number_that_is_held_says_why_and_until_when(
    served: Settings, slug: str, desk: Desk, database: Database, tenant: UUID
) -> None:
    await a_connected_number(served, slug, desk)
    async with database.transaction(tenant) as db:
        await db.execute("UPDATE number SET held_code = 131042, held_times = 1, held_until = now()")
    said = of(await examine(served), "sending")
    assert said.state == "FAIL" and "payment" in said.sentence
    assert await connect(served, slug, access_of(desk), pin="123456") == 0
    assert of(await examine(served), "sending").state == "OK"


async def test_an_account_that_reports_to_another_app_is_found(served: Settings, slug: str, desk: Desk) -> None:
    await a_connected_number(served, slug, desk)
    status, _ = await asyncio.to_thread(desk.graph, "DELETE", f"/v23.0/{desk.waba_id}/subscribed_apps")
    assert status == 200
    said = of(await examine(served), "subscribed app")
    assert said.state == "FAIL" and "our app" in said.sentence


async def written(database: Database, tenant: UUID) -> None:
    for _ in range(200):
        async with database.transaction(tenant) as db:
            if await (await db.execute("SELECT 1 FROM conversation")).fetchone():
                return
        await asyncio.sleep(0.1)
    raise AssertionError("nothing arrived")


async def test_a_number_of_the_business_app_brings_what_was_said_before(
    served: Settings, slug: str, desk: Desk, database: Database, tenant: UUID, capsys: pytest.CaptureFixture[str]
) -> None:
    said = {"type": "text", "text": {"body": "Do you open on Saturdays?"}, "at": time.time() - 10 * 86_400}
    threads = [{"wa_id": desk.wa_id, "name": "Ines", "messages": [said]}]
    path = f"/numbers/{desk.number_id}/coexistence"
    await asyncio.to_thread(desk.emulator.control, path, {"threads": threads})
    await a_connected_number(served, slug, desk)
    assert "hands over its address book and its history" in capsys.readouterr().out
    assert await connect(served, slug, access_of(desk), pin="123456") == 0  # a second time there is nothing to ask
    query = "SELECT count(*) FROM inbox_event WHERE payload ->> 'came_as' = 'history'"
    async with asyncio.timeout(20):
        found = 0
        while not found:
            await asyncio.sleep(0.1)
            async with database.transaction(tenant) as db:
                ((found,),) = await (await db.execute(query)).fetchall()
    assert found == 1
