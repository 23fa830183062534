"""A sign-up while WhatsApp is slow: no transaction waits for it, and whoever dies over it leaves it to the next."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from aiohttp import web

from parley.actions import sign_up
from parley.actions.sign_up import Secrets
from parley.demo.installation import free_port
from parley.storage import sign_up_claims, sign_ups
from parley.storage.sign_ups import SignUp
from parley.whatsapp.client import GraphSession
from parley.workers.sign_ups import SignUps
from tests.workers.conftest import Works

A_WORKER = """
import asyncio, sys
from pathlib import Path
from uuid import UUID
from parley.clock import Clock
from parley.settings import Settings
from parley.storage.database import Database
from parley.storage.secrets import Vault
from parley.whatsapp.client import GraphSession
from parley.workers.sign_ups import SignUps

async def main(url, database_url, folder, tenant, app_secret, secret_key):
    settings = Settings(data_dir=Path(folder), database_url=database_url, app_secret=app_secret, verify_token="v",
                        secret_key=secret_key, _env_file=None)
    graph = await GraphSession.open(url, "v23.0", app_secret)
    await SignUps(settings, await Database.open(settings), Clock(), graph, Vault(secret_key)).work(UUID(tenant))

asyncio.run(main(*sys.argv[1:]))
"""


@dataclass
class SlowPlatform:
    """Asked for a token it answers when the test lets it go; whatever else it is asked, the token opens nothing."""

    url: str
    exchanges: int = 0
    begun: asyncio.Event = field(default_factory=asyncio.Event)
    go_on: asyncio.Event = field(default_factory=asyncio.Event)

    async def answer(self, request: web.Request) -> web.Response:
        if not request.path.endswith("/oauth/access_token"):
            return web.json_response({"error": {"code": 190, "message": "no", "type": "OAuthException"}}, status=401)
        self.exchanges += 1
        self.begun.set()
        await self.go_on.wait()
        return web.json_response({"access_token": "EAAslow", "token_type": "bearer"})


@pytest.fixture
async def slow() -> AsyncIterator[SlowPlatform]:
    platform = SlowPlatform(f"http://127.0.0.1:{free_port()}")
    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", platform.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", int(platform.url.rsplit(":", 1)[1])).start()
    yield platform
    platform.go_on.set()
    await runner.cleanup()


@pytest.fixture
async def worker(works: Works, slow: SlowPlatform) -> AsyncIterator[SignUps]:
    graph = await GraphSession.open(slow.url, "v23.0", works.settings.app_secret)
    yield SignUps(works.settings, works.database, works.clock, graph, works.vault)
    await graph.close()


async def a_sign_up(works: Works) -> UUID:
    """One that waits, since its dialogue has ended."""
    now = works.clock.now()
    async with works.database.transaction(works.tenant) as db:
        begun = await sign_up.begin(
            db, works.tenant, in_app=False, redirect_uri="http://x/", account_id=uuid4(), now=now
        )
        secrets = Secrets(code="AQ1", pin="246810")
        await sign_up.hand_over(
            db, works.tenant, begun, works.vault, secrets, account_id="900", number_id="901", now=now
        )
    return begun


async def known(works: Works, sign_up_id: UUID) -> SignUp:
    async with works.database.transaction(works.tenant) as db:
        return await sign_ups.lock(db, works.tenant, sign_up_id)


async def exchanging(works: Works, worker: SignUps, slow: SlowPlatform) -> asyncio.Task[bool]:
    """A worker that waits for the token."""
    task = asyncio.create_task(worker.work(works.tenant))
    await asyncio.wait_for(slow.begun.wait(), 10)
    return task


async def test_while_whatsapp_is_called_no_transaction_is_open_and_nobody_else_takes_it(
    works: Works, worker: SignUps, slow: SlowPlatform
) -> None:
    begun = await a_sign_up(works)
    task = await exchanging(works, worker, slow)
    assert await works.open_transactions() == 0
    assert not await worker.work(works.tenant), "it is in hand"
    slow.go_on.set()
    assert await task
    now = await known(works, begun)
    assert (now.state, now.claims, slow.exchanges) == ("stopped", 1, 1)
    assert Secrets.opened(works.vault, now.sealed).token == "EAAslow"


async def test_a_worker_that_was_killed_leaves_it_to_the_next_after_the_deadline(
    works: Works, worker: SignUps, slow: SlowPlatform, database_url: str, tmp_path: Path
) -> None:
    begun = await a_sign_up(works)
    told = [slow.url, database_url, str(tmp_path), str(works.tenant), works.settings.app_secret]
    await works.kill_over_it(A_WORKER, slow.begun, *told, works.settings.secret_key)
    slow.go_on.set()
    assert not await worker.work(works.tenant), "its claim holds until the deadline"
    works.clock.moved += sign_up_claims.LEASE
    assert await worker.work(works.tenant)
    now = await known(works, begun)
    assert (now.state, now.claims, slow.exchanges) == ("stopped", 2, 2)


async def test_whoever_comes_back_too_late_changes_nothing(works: Works, worker: SignUps, slow: SlowPlatform) -> None:
    begun = await a_sign_up(works)
    late = await exchanging(works, worker, slow)
    works.clock.moved += sign_up_claims.LEASE
    async with works.database.transaction(works.tenant) as db:
        claimed = await sign_up_claims.take(db, works.tenant, works.clock.now())
    assert claimed is not None
    slow.go_on.set()
    assert await late
    now = await known(works, begun)
    assert (now.state, now.steps, now.trouble) == ("waiting", [], "")
    assert Secrets.opened(works.vault, now.sealed).token == ""
    async with works.database.transaction(works.tenant) as db:
        stale = replace(now, claims=claimed.claims - 1)
        assert not await sign_up.connected(db, works.tenant, stale, works.clock.now())
    assert (await known(works, begun)).state == "waiting"


async def test_a_worker_that_ends_in_order_leaves_it_at_once(works: Works, worker: SignUps, slow: SlowPlatform) -> None:
    begun = await a_sign_up(works)
    task = await exchanging(works, worker, slow)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    slow.go_on.set()
    assert await worker.work(works.tenant)
    assert ((await known(works, begun)).state, slow.exchanges) == ("stopped", 2)


async def test_what_is_written_down_moves_the_deadline_on(works: Works) -> None:
    await a_sign_up(works)
    async with works.database.transaction(works.tenant) as db:
        claimed = await sign_up_claims.take(db, works.tenant, works.clock.now())
        assert claimed is not None
        works.clock.moved += sign_up_claims.LEASE / 2
        assert await sign_up_claims.save(db, works.tenant, claimed, works.clock.now())
        works.clock.moved += sign_up_claims.LEASE / 2
        assert await sign_up_claims.take(db, works.tenant, works.clock.now()) is None
        works.clock.moved += sign_up_claims.LEASE / 2
        assert await sign_up_claims.take(db, works.tenant, works.clock.now()) is not None
