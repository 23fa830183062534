from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from parley.storage import beats
from tests.api.conftest import Browser, Desk, LogIn
from tests.api.world import Business


async def beat(bank: Business, **ago: float) -> datetime:
    at = datetime.now(UTC) - timedelta(**ago)
    async with bank.database.transaction(bank.tenant_id) as db:
        await beats.beat(db, bank.tenant_id, at, None)
    return at


async def went_unanswered(bank: Business, **ago: float) -> None:
    async with bank.database.transaction(bank.tenant_id) as db:
        since = datetime.now(UTC) - timedelta(**ago)
        await db.execute("UPDATE beat SET unanswered_since = %s WHERE tenant_id = %s", [since, bank.tenant_id])


async def test_the_desk_is_told_when_no_worker_is_there(
    bank: Business, ann: Desk, visit: Callable[[], Browser]
) -> None:
    assert (await ann.get("/api/line")).body["state"] == "no_worker"
    died = await beat(bank, minutes=3)
    said: Any = (await ann.get("/api/line")).body
    assert (said["state"], datetime.fromisoformat(said["since"])) == ("no_worker", died)
    assert (await visit().get("/healthz")).body == {"status": "ok", "line": "no_worker"}


async def test_the_desk_is_told_when_whatsapp_is_silent(
    bank: Business, ann: Desk, visit: Callable[[], Browser]
) -> None:
    await beat(bank, seconds=1)
    assert (await ann.get("/api/line")).body == {"state": "well", "since": None, "about": []}
    assert (await visit().get("/healthz")).body == {"status": "ok", "line": "well"}
    await went_unanswered(bank, minutes=11)
    assert (await ann.get("/api/line")).body["state"] == "silent"
    assert (await visit().get("/healthz")).body == {"status": "ok", "line": "silent"}


async def test_the_provider_is_told_whom_it_concerns_the_gravest_first(
    bank: Business, rival: Business, prov: Business, log_in: LogIn
) -> None:
    pat = await log_in(prov, "pat")
    await beat(bank, seconds=1)
    await went_unanswered(bank, minutes=11)
    said = (await pat.get("/api/line")).body
    assert said["state"] == "no_worker" and len(said["about"]) == 1
    await beat(rival, seconds=1)
    said = (await pat.get("/api/line")).body
    assert said["state"] == "silent" and len(said["about"]) == 1
