"""Sends the updates: the first at once, and what gathers while others are under way together in one POST.

An update is on disk before it goes, and forgotten when the application answered 200. Anything else is tried again
after growing gaps, for seven days of the platform's clock.
"""

import asyncio
import itertools
import time
from collections.abc import Coroutine
from typing import Any

import aiohttp
import msgspec

from parley_emulator.clock import Clock
from parley_emulator.settings import Settings
from parley_emulator.state.store import Store
from parley_emulator.webhooks.body import body_of, signature
from parley_emulator.webhooks.counts import Counts
from parley_emulator.webhooks.lanes import Lanes, Update
from parley_emulator.webhooks.mishaps import Fortune, Mishaps
from parley_emulator.webhooks.target import Target, shake_hands


class Outgoing:
    """One queue to one target."""

    def __init__(self, settings: Settings, store: Store, clock: Clock, http: aiohttp.ClientSession) -> None:
        self.pace = settings.outgoing
        self.fortune = Fortune()
        self.counts = Counts()
        self.target = Target(settings.webhook_url, settings.app_secret, settings.verify_token)
        self.problem = "no handshake yet"
        self._store = store
        self._clock = clock
        self._http = http
        self._lanes = Lanes()
        self._seq = itertools.count(1)
        self._fresh: list[Update] = []
        self._is_keeping = False
        self._on_the_way = 0
        self._greeting: asyncio.Task[None] | None = None
        self._linger: asyncio.TimerHandle | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    def load(self) -> None:
        """What was not delivered before the last stop, and the target unless the settings name one."""
        highest = 0
        for seq, lane, entry, created in self._store.webhooks():
            self._lanes.add(Update(seq, lane, entry, created))
            highest = seq
        self._seq = itertools.count(highest + 1)
        if not self.target.url:
            for _, value in self._store.records("target"):
                self.target = msgspec.json.decode(value, type=Target)
        if self.target.url:
            self._start_greeting()

    async def set_target(self, target: Target) -> str:
        """Send there from now on. Answers what is wrong with it, empty for nothing; goes on trying by itself."""
        self.target = target
        self._store.set_record("target", "app", target)
        self.problem = await shake_hands(self._http, target) if target.url and target.handshake else ""
        if self.problem:
            self._start_greeting()
        self._kick()
        return self.problem

    def add(self, lane: str, entry: bytes) -> None:
        """Tell that; it goes out once it is on disk."""
        if self.fortune.is_lost():
            self.counts.dropped += 1
            return
        mishaps = self.fortune.mishaps
        for _ in range(1 + mishaps.repeat):
            seq = next(self._seq)
            # Without an order to keep, each update is a lane of its own.
            update = Update(seq, str(seq) if mishaps.reorder else lane, entry, self._clock.now())
            self._store.add_webhook(update.seq, update.lane, update.entry, update.created)
            self._fresh.append(update)
        if not self._is_keeping:
            self._is_keeping = True
            self._spawn(self._keep())

    def set_mishaps(self, mishaps: Mishaps, seed: int | None) -> None:
        """From now on."""
        self.fortune.set(mishaps, seed)
        self._kick()

    @property
    def pending(self) -> int:
        """How many wait or are on their way."""
        return self._lanes.pending + len(self._fresh)

    def clear(self) -> None:
        """Forget all that waits, and all mishaps."""
        for task in self._tasks:
            task.cancel()
        self._lanes = Lanes()
        self._fresh = []
        self._is_keeping = False
        self.fortune = Fortune()
        self.counts = Counts()
        self._on_the_way = 0
        if self.target.url and self.problem:
            self._start_greeting()

    async def close(self) -> None:
        """Stop; what is not delivered stays on disk."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._linger is not None:
            self._linger.cancel()

    async def _keep(self) -> None:
        """Updates may go once they are on disk; all that came in during one commit wait together."""
        while self._fresh:
            await asyncio.sleep(0)
            updates, self._fresh = self._fresh, []
            await self._store.committed()
            delay = self.fortune.mishaps.delay_seconds
            if delay:
                asyncio.get_running_loop().call_later(delay, self._queue, updates, self._lanes)
            else:
                self._queue(updates, self._lanes)
        self._is_keeping = False

    def _queue(self, updates: list[Update], lanes: Lanes) -> None:
        for update in updates:
            lanes.add(update)
        self._kick()

    def _kick(self, lingered: bool = False) -> None:
        if self.problem or not self.target.url or self.fortune.mishaps.hold:
            return
        if self.fortune.mishaps.reorder:
            self._lanes.shuffle(self.fortune.random)
        while self._lanes.ready and self._on_the_way < self.pace.parallel:
            if self._on_the_way and self._lanes.ready < self.pace.batch and not lingered:
                self._linger_first()
                return
            updates = self._lanes.take(self.pace.batch)
            self._on_the_way += 1
            self._spawn(self._deliver(updates, self._lanes))

    def _linger_first(self) -> None:
        if self._linger is None:
            self._linger = asyncio.get_running_loop().call_later(self.pace.linger, self._lingered)

    def _lingered(self) -> None:
        self._linger = None
        self._kick(lingered=True)

    async def _deliver(self, updates: list[Update], lanes: Lanes) -> None:
        started = time.monotonic()
        taken = await self._post(body_of([update.entry for update in updates]))
        if lanes is not self._lanes:
            return  # forgotten in the meantime
        self._on_the_way -= 1
        self.counts.note(len(updates), taken, time.monotonic() - started)
        if taken:
            self._store.end_webhooks([update.seq for update in updates])
            lanes.finish(updates)
        else:
            self._try_again(updates)
        self._kick()

    async def _post(self, body: bytes) -> bool:
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "facebookexternalua",
            "X-Hub-Signature-256": signature(self.target.app_secret, body),
        }
        timeout = aiohttp.ClientTimeout(total=self.pace.timeout)
        try:
            async with self._http.post(self.target.url, data=body, headers=headers, timeout=timeout) as response:
                await response.read()
                return response.status == 200
        except (aiohttp.ClientError, TimeoutError, ValueError, OSError):
            return False

    def _try_again(self, updates: list[Update]) -> None:
        oldest = self._clock.now() - self.pace.keep_days * 86_400
        expired = [update for update in updates if update.created < oldest]
        kept = [update for update in updates if update.created >= oldest]
        if expired:
            self.counts.expired += len(expired)
            self._store.end_webhooks([update.seq for update in expired])
            self._lanes.pending -= len(expired)
        for update in kept:
            update.attempts += 1
        self._lanes.put_back(kept)
        attempts = max((update.attempts for update in kept), default=0)
        gap = min(self.pace.first_gap * 2 ** max(attempts - 1, 0), self.pace.longest_gap) if kept else 0
        asyncio.get_running_loop().call_later(gap, self._wake, updates, self._lanes)

    def _wake(self, updates: list[Update], lanes: Lanes) -> None:
        lanes.wake(updates)
        self._kick()

    def _start_greeting(self) -> None:
        if self._greeting is not None:
            self._greeting.cancel()
        self._greeting = self._spawn(self._greet())

    async def _greet(self) -> None:
        """The handshake, again and again until the application is there."""
        gap = 0.2
        while self.target.handshake:
            self.problem = await shake_hands(self._http, self.target)
            if not self.problem:
                break
            await asyncio.sleep(gap)
            gap = min(gap * 1.5, 3.0)
        else:
            self.problem = ""
        self._kick()

    def _spawn(self, work: Coroutine[Any, Any, None]) -> "asyncio.Task[None]":
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task
