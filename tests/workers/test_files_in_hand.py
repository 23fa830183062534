"""A file that comes slowly: no transaction waits for it, and whoever dies over it leaves it to the next."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from aiohttp import web

from parley.demo.installation import free_port
from parley.storage import media, media_claims
from parley.storage.file_store import FileStore
from parley.whatsapp.client import GraphSession
from parley.workers.files import Files
from tests.workers.conftest import ANA, NUMBER, Works
from tests.workers.test_files import PNG, kept_in, known

A_WORKER = """
import asyncio, sys
from pathlib import Path
from uuid import UUID
from parley.clock import Clock
from parley.settings import Settings
from parley.storage.database import Database
from parley.storage.file_store import FileStore
from parley.storage.secrets import Vault
from parley.whatsapp.client import GraphSession
from parley.workers.files import Files

async def main(url, database_url, folder, tenant, app_secret, secret_key):
    settings = Settings(data_dir=Path(folder), database_url=database_url, app_secret=app_secret, verify_token="v",
                        secret_key=secret_key, _env_file=None)
    graph = await GraphSession.open(url, "v23.0", app_secret)
    files = Files(await Database.open(settings), Clock(), graph, Vault(secret_key), FileStore.open("", Path(folder)))
    await files.work(UUID(tenant))

asyncio.run(main(*sys.argv[1:]))
"""


@dataclass
class SlowServer:
    """Half of a file comes at once, the rest when the test lets it go."""

    url: str = ""
    asked: int = 0
    begun: asyncio.Event = field(default_factory=asyncio.Event)
    go_on: asyncio.Event = field(default_factory=asyncio.Event)

    async def describe(self, request: web.Request) -> web.Response:
        return web.json_response({"url": f"{self.url}/bytes", "mime_type": "image/png"})

    async def give(self, request: web.Request) -> web.StreamResponse:
        self.asked += 1
        response = web.StreamResponse()
        await response.prepare(request)
        await response.write(PNG[:40])
        self.begun.set()
        await self.go_on.wait()
        await response.write(PNG[40:])
        return response


@pytest.fixture
async def slow() -> AsyncIterator[SlowServer]:
    server = SlowServer(f"http://127.0.0.1:{free_port()}")
    app = web.Application()
    app.router.add_get("/bytes", server.give)
    app.router.add_get("/v23.0/{id}", server.describe)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", int(server.url.rsplit(":", 1)[1])).start()
    yield server
    server.go_on.set()
    await runner.cleanup()


@pytest.fixture
async def files(works: Works, slow: SlowServer, tmp_path: Path) -> AsyncIterator[Files]:
    graph = await GraphSession.open(slow.url, "v23.0", works.settings.app_secret)
    yield Files(works.database, works.clock, graph, works.vault, FileStore.open("", tmp_path / "kept"))
    await graph.close()


async def a_file(works: Works, wa_id: str = ANA) -> UUID:
    ana = await works.a_conversation(wa_id=wa_id)
    async with works.database.transaction(works.tenant) as db:
        return await media.expect(
            db, works.tenant, number_id=NUMBER, contact_id=ana.contact_id, platform_id="m1", mime_type="image/png",
            filename="a.png", now=works.clock.now(),
        )  # fmt: skip


async def fetching(works: Works, files: Files, slow: SlowServer) -> asyncio.Task[bool]:
    """A worker that has half of the file."""
    task = asyncio.create_task(files.work(works.tenant))
    await asyncio.wait_for(slow.begun.wait(), 10)
    return task


async def test_while_a_file_comes_no_transaction_is_open_and_nobody_else_takes_it(
    works: Works, files: Files, slow: SlowServer
) -> None:
    media_id = await a_file(works)
    task = await fetching(works, files, slow)
    assert await works.open_transactions() == 0
    assert not await files.work(works.tenant), "it is in hand"
    slow.go_on.set()
    assert await task
    assert (await known(works, media_id)).state == "stored"
    assert slow.asked == 1


async def test_a_worker_that_was_killed_leaves_the_file_to_the_next_after_the_deadline(
    works: Works, files: Files, slow: SlowServer, database_url: str, tmp_path: Path
) -> None:
    media_id = await a_file(works)
    told = [slow.url, database_url, str(tmp_path / "kept"), str(works.tenant), works.settings.app_secret]
    await works.kill_over_it(A_WORKER, slow.begun, *told, works.settings.secret_key)
    slow.go_on.set()
    assert not await files.work(works.tenant), "its claim holds until the deadline"
    works.clock.moved += media_claims.LEASE
    assert await files.work(works.tenant)
    file = await known(works, media_id)
    assert (file.state, file.attempts, slow.asked) == ("stored", 2, 2)
    assert [each.read_bytes() for each in kept_in(tmp_path / "kept")] == [PNG]


async def test_whoever_comes_back_too_late_changes_nothing(works: Works, files: Files, slow: SlowServer) -> None:
    media_id = await a_file(works)
    late = await fetching(works, files, slow)
    works.clock.moved += media_claims.LEASE
    next_one = asyncio.create_task(files.work(works.tenant))
    slow.go_on.set()
    assert all(await asyncio.gather(late, next_one))
    file = await known(works, media_id)
    assert (file.state, file.attempts, file.reason) == ("stored", 2, None)
    assert await works.query("SELECT count(*) FROM fingerprint WHERE kind = 'file'") == [(1,)]


async def test_what_was_deleted_while_it_came_leaves_no_bytes(
    works: Works, files: Files, slow: SlowServer, tmp_path: Path
) -> None:
    media_id = await a_file(works)
    task = await fetching(works, files, slow)
    async with works.database.transaction(works.tenant) as db:
        await media.forget(db, works.tenant, media_id)
    slow.go_on.set()
    await task
    assert (await known(works, media_id)).reason == "deleted by its writer"
    assert kept_in(tmp_path / "kept") == []


async def test_what_was_deleted_under_a_worker_that_died_is_swept(
    works: Works, files: Files, slow: SlowServer, tmp_path: Path
) -> None:
    media_id = await a_file(works)
    async with works.database.transaction(works.tenant) as db:
        claimed = await media_claims.to_fetch(db, works.tenant, works.clock.now())
        await media.forget(db, works.tenant, media_id)
    assert claimed is not None
    assert not await files.work(works.tenant), "somebody may still have it in hand"
    await FileStore.open("", tmp_path / "kept").keep(works.tenant, media_id, PNG)
    works.clock.moved += media_claims.LEASE
    assert await files.work(works.tenant)
    assert kept_in(tmp_path / "kept") == []
    assert not await files.work(works.tenant)


async def test_a_worker_that_is_told_to_end_gives_the_file_back_at_once(
    works: Works, files: Files, slow: SlowServer
) -> None:
    media_id = await a_file(works)
    task = await fetching(works, files, slow)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert (await known(works, media_id)).attempts == 0
    slow.go_on.set()
    assert await files.work(works.tenant)
    assert (await known(works, media_id)).state == "stored"


async def test_a_file_that_kills_whoever_fetches_it_is_given_up(works: Works, files: Files, slow: SlowServer) -> None:
    media_id = await a_file(works)
    for _ in range(media_claims.MOST_ATTEMPTS):
        async with works.database.transaction(works.tenant) as db:
            assert await media_claims.to_fetch(db, works.tenant, works.clock.now())
        works.clock.moved += media_claims.LEASE
    assert await files.work(works.tenant)
    file = await known(works, media_id)
    assert (file.state, file.failure, slow.asked) == ("failed", "unreachable", 0)


async def test_two_workers_never_move_the_same_upload(works: Works, files: Files, tmp_path: Path) -> None:
    async with works.database.transaction(works.tenant) as db:
        media_id = await media.keep_upload(
            db, works.tenant, number_id=NUMBER, mime_type="image/png", filename="a.png", content=PNG,
            now=works.clock.now(),
        )  # fmt: skip
        assert await media_claims.to_move(db, works.tenant, works.clock.now())
    assert not await files.work(works.tenant), "the first one died with it in hand"
    works.clock.moved += media_claims.LEASE + timedelta(seconds=1)
    assert await files.work(works.tenant)
    file = await known(works, media_id)
    assert (file.state, file.content) == ("stored", None)
    assert [each.read_bytes() for each in kept_in(tmp_path / "kept")] == [PNG]
