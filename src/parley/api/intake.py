"""Keeps what the platform reports: the events of requests that arrive together share a transaction.

One flusher gathers what is waiting into one transaction for each tenant, and each request is answered when its own
rows are committed. There are two of them, so that one can gather while the other's commit is on its way to the disk.
"""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from parley.clock import Clock
from parley.storage import inbox
from parley.storage.database import Database
from parley.whatsapp.webhook import Event

MOST_TOGETHER = 500
FLUSHERS = 2
encode = msgspec.json.Encoder().encode


@dataclass
class _Waiting:
    """The events of one request, and where their writer waits."""

    events: list[Event]
    kept: asyncio.Future[None] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


class Intake:
    """Gathers the events of concurrent requests into few transactions. One for each process."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._queue: asyncio.Queue[_Waiting] = asyncio.Queue()
        self._numbers: dict[str, UUID] = {}
        self._tasks: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Start the flushers."""
        self._tasks = [asyncio.create_task(self._flush_for_ever()) for _ in range(FLUSHERS)]

    async def stop(self) -> None:
        """Stop the flushers; who still waits is told to repeat."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def keep(self, events: list[Event]) -> None:
        """Return when the events are committed. Raises what the database raised."""
        if not events:
            return
        waiting = _Waiting(events)
        self._queue.put_nowait(waiting)
        await waiting.kept

    async def _flush_for_ever(self) -> None:
        while True:
            batch = [await self._queue.get()]
            while len(batch) < MOST_TOGETHER and not self._queue.empty():
                batch.append(self._queue.get_nowait())
            try:
                await self._flush([event for waiting in batch for event in waiting.events])
            except Exception as error:
                if len(batch) > 1:
                    await self._flush_one_by_one(batch)
                else:
                    _tell(batch[0], error)
            else:
                for waiting in batch:
                    _tell(waiting, None)

    async def _flush_one_by_one(self, batch: list[_Waiting]) -> None:
        """One request's rows must not make those of others fail."""
        for waiting in batch:
            try:
                await self._flush(waiting.events)
            except Exception as error:
                _tell(waiting, error)
            else:
                _tell(waiting, None)

    async def _flush(self, events: list[Event]) -> None:
        now = self._clock.now()
        for tenant_id, those in (await self._by_tenant(events)).items():
            encoded = [_storable(event.payload) for event in those]
            async with self._database.transaction(tenant_id) as db:
                await inbox.insert_events(db, tenant_id, those, encoded, now)
        strangers = [event for event in events if event.number_id not in self._numbers]
        if strangers:
            await self._set_aside(strangers, now)

    async def _by_tenant(self, events: list[Event]) -> dict[UUID, list[Event]]:
        if any(event.number_id not in self._numbers for event in events):
            self._numbers = await inbox.directory_numbers(self._database)  # it may have been added since
        found: dict[UUID, list[Event]] = {}
        for event in events:
            tenant_id = self._numbers.get(event.number_id)
            if tenant_id is not None:
                found.setdefault(tenant_id, []).append(event)
        return found

    async def _set_aside(self, events: list[Event], now: datetime) -> None:
        tenant_id = await inbox.provider_tenant(self._database)
        if tenant_id is None:
            raise LookupError("there is no provider yet to keep it for")
        for event in events:
            told = event.payload.get("reason")
            about = f"the number {event.number_id} is not known here" if event.number_id else "it names no number"
            async with self._database.transaction(tenant_id) as db:
                kept = _storable(event.payload)
                await inbox.quarantine(db, tenant_id, [event], [kept], str(told or about), now)


def _storable(payload: dict[str, Any]) -> str:
    """As JSON that PostgreSQL takes: it has no NUL in text."""
    encoded = encode(payload).decode()
    return encoded.replace("\\u0000", "\\ufffd") if "\\u0000" in encoded else encoded


def _tell(waiting: _Waiting, error: Exception | None) -> None:
    if waiting.kept.done():
        return
    if error is None:
        waiting.kept.set_result(None)
    else:
        waiting.kept.set_exception(error)
