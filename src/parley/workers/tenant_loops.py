"""The shape of every worker: woken for a tenant by a notice, or after a while anyway; works until nothing is left."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from uuid import UUID

import structlog

from parley.storage.database import Database

TENANTS = "SELECT tenant_id FROM directory_tenants() WHERE kind = 'client' OR %s"
LONGEST_PAUSE = 5.0
log = structlog.get_logger()

# Does a piece of work for the tenant; True if there may be more.
Work = Callable[[UUID], Awaitable[bool]]


class TenantLoops:
    """Runs ``work`` for each tenant by itself, ``parallel`` at a time: tenants never wait for each other.

    ``channel`` is the notice that wakes it; without one, and for what notices do not tell (time has passed), it looks
    every ``every`` seconds. With ``providers``, for these tenants too. Work that fails is logged and tried again after
    a growing pause.
    """

    def __init__(
        self, name: str, database: Database, work: Work, *, every: float, parallel: int = 1, providers: bool = False
    ) -> None:
        self.name = name
        self._database = database
        self._work = work
        self._every = every
        self._parallel = parallel
        self._providers = providers
        self._wakes: dict[UUID, list[asyncio.Event]] = {}
        self._tasks: list[asyncio.Task[None]] = []

    def wake(self, tenant_id: UUID | None) -> None:
        """Look for work now; None: of every tenant."""
        if tenant_id is not None and tenant_id not in self._wakes:
            self._begin(tenant_id)
        for known, events in self._wakes.items():
            if tenant_id in (None, known):
                for event in events:
                    event.set()

    async def run(self) -> None:
        """Begin with the tenants there are, and look for new ones now and then. Ends when cancelled."""
        try:
            while True:
                await self._find_tenants()
                await asyncio.sleep(30)
        finally:
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _find_tenants(self) -> None:
        async with self._database.directory() as db:
            rows = await (await db.execute(TENANTS, [self._providers])).fetchall()
        for (tenant_id,) in rows:
            if tenant_id not in self._wakes:
                self._begin(tenant_id)

    def _begin(self, tenant_id: UUID) -> None:
        events = [asyncio.Event() for _ in range(self._parallel)]
        self._wakes[tenant_id] = events
        self._tasks += [asyncio.create_task(self._loop(tenant_id, event)) for event in events]

    async def _loop(self, tenant_id: UUID, woken: asyncio.Event) -> None:
        pause = 0.1
        while True:
            try:
                while await self._work(tenant_id):
                    pause = 0.1
            except Exception as error:
                log.error(f"{self.name}.failed", tenant=str(tenant_id), retry_seconds=pause, exc_info=error)
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)
                continue
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(woken.wait(), self._every)
            woken.clear()


async def follow_notices(database: Database, loops: dict[str, list[TenantLoops]]) -> None:
    """Wake the loops of each channel when the database tells of work. Ends when cancelled."""
    async for channel, payload in database.listen(*loops):
        woken = loops.get(channel, [])
        if not channel:  # connected (again): whatever happened meanwhile was not heard
            woken = [loop for several in loops.values() for loop in several]
        for loop in woken:
            loop.wake(UUID(payload) if payload else None)
