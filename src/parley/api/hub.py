"""Tells the pages that something changed: one listening connection for each process, fanned out by tenant."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from typing import get_args
from uuid import UUID

import structlog

from parley.api.lookers import Doing, Lookers
from parley.clock import Clock
from parley.storage.database import Database

# A page that has this many different changes unread is not reading: it is dropped, and fetches all when it is back.
MOST_UNREAD = 500
log = structlog.get_logger()

Change = tuple[str | None, str]  # (conversation id or None, kind)


@dataclass(eq=False)
class Listener:
    """One open page. The same change twice is told once."""

    tenant_id: UUID
    unread: dict[Change, None] = field(default_factory=dict)
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    dropped: bool = False

    def tell(self, change: Change) -> None:
        """Never waits."""
        self.unread[change] = None
        self.dropped = self.dropped or len(self.unread) > MOST_UNREAD
        self.wake.set()

    async def changes(self, patience: float) -> list[Change]:
        """What changed since the last call; empty if nothing did for that long."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self.wake.wait(), patience)
        self.wake.clear()
        changes, self.unread = list(self.unread), {}
        return changes


class Hub:
    """Who listens, and the task that hears the database's notices."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._listeners: dict[UUID, set[Listener]] = {}
        self._tasks: list[asyncio.Task[None]] = []
        self.lookers = Lookers()
        self.hears = asyncio.Event()
        self.stopping = False

    def start(self) -> None:
        """Begin to hear."""
        self._tasks = [asyncio.create_task(self._hear()), asyncio.create_task(self._watch_clock())]

    async def stop(self) -> None:
        """End all streams."""
        self.stopping = True
        for listener in self._all():
            listener.dropped = True
            listener.wake.set()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def join(self, tenant_id: UUID) -> Listener:
        """A page opens."""
        listener = Listener(tenant_id, dropped=self.stopping)
        self._listeners.setdefault(tenant_id, set()).add(listener)
        return listener

    def leave(self, listener: Listener) -> None:
        """A page closes."""
        those = self._listeners.get(listener.tenant_id, set())
        those.discard(listener)
        if not those:
            self._listeners.pop(listener.tenant_id, None)

    def _all(self) -> list[Listener]:
        return [listener for those in self._listeners.values() for listener in those]

    async def _hear(self) -> None:
        notices = self._database.listen("parley_live")
        async for channel, payload in notices:
            if not channel:  # (re)connected: what happened meanwhile was not heard, so the pages fetch anew
                self.hears.set()
                for listener in self._all():
                    listener.tell((None, "conversation"))
                continue
            try:
                self._tell(*payload.split(" "))
            except (ValueError, TypeError):
                log.warning("live.notice_not_understood")

    def _tell(self, tenant: str, conversation: str, kind: str, *more: str) -> None:
        """Raises ValueError and TypeError for what is no notice of ours."""
        if kind == "looking" and not self._is_news(UUID(tenant), UUID(conversation), *more):
            return
        for listener in self._listeners.get(UUID(tenant), ()):
            listener.tell((None if conversation == "-" else conversation, kind))

    def _is_news(self, tenant_id: UUID, conversation_id: UUID, account: str, doing: str) -> bool:
        if doing not in get_args(Doing):
            raise ValueError(doing)
        return self.lookers.note(tenant_id, conversation_id, UUID(account), doing, self._clock.wall())  # type: ignore[arg-type]

    async def _watch_clock(self) -> None:
        """The local platform can move the service's time: windows on the pages must follow at once."""
        known = self._clock.now() - self._clock.wall()
        while True:
            await asyncio.sleep(1)
            self.lookers.tidy(self._clock.wall())
            offset = self._clock.now() - self._clock.wall()
            if abs((offset - known).total_seconds()) > 0.5:
                known = offset
                for listener in self._all():
                    listener.tell((None, "clock"))
