"""The way to one address: what gathers while other updates are under way goes together in one POST.

Anything but 200, so a redirection too, is tried again after growing gaps of the platform's clock, for seven days of it.
"""

import asyncio
import math
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

import aiohttp

from parley_emulator.clock import Clock
from parley_emulator.settings import Outgoing as Pace
from parley_emulator.state.store import Store
from parley_emulator.webhooks.body import body_of, signature
from parley_emulator.webhooks.counts import Counts
from parley_emulator.webhooks.gathering import gathered
from parley_emulator.webhooks.lanes import Lanes, Update
from parley_emulator.webhooks.mishaps import Fortune
from parley_emulator.webhooks.posts import Posts
from parley_emulator.webhooks.target import Target

# However far the gaps have grown, the platform's clock may be moved at any time.
LONGEST_NAP = 15.0


@dataclass
class Means:
    """What all roads share."""

    pace: Pace
    store: Store
    clock: Clock
    http: aiohttp.ClientSession
    fortune: Fortune
    counts: Counts
    posts: Posts


class Road:
    """``is_open`` says whether updates may go now."""

    def __init__(self, means: Means, target: Callable[[], Target], is_open: Callable[[], bool]) -> None:
        self.lanes = Lanes()
        self._means = means
        self._target = target
        self._is_open = is_open
        self._on_the_way = 0
        self._waiting: list[tuple[float, list[Update]]] = []
        self._linger: asyncio.TimerHandle | None = None
        self._nap: asyncio.TimerHandle | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    def kick(self, lingered: bool = False) -> None:
        """Send what may go."""
        pace, mishaps = self._means.pace, self._means.fortune.mishaps
        if mishaps.hold or not self._is_open():
            return
        if mishaps.reorder:
            self.lanes.shuffle(self._means.fortune.random)
        while self.lanes.ready and self._on_the_way < pace.parallel:
            if (self._on_the_way or pace.gather) and self.lanes.ready < pace.batch and not lingered:
                self._linger_first()
                return
            updates = self.lanes.take(pace.batch)
            self._on_the_way += 1
            self._spawn(self._deliver(updates))

    def look_again(self) -> None:
        """The clock was moved, or time has passed: those whose gap is over are tried again."""
        self._wake(self._means.clock.now())

    def close(self) -> "list[asyncio.Task[None]]":
        """Stop. Answers what is still to end."""
        for timer in (self._linger, self._nap):
            if timer is not None:
                timer.cancel()
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        return tasks

    def _linger_first(self) -> None:
        if self._linger is None:
            self._linger = asyncio.get_running_loop().call_later(
                self._means.pace.gather or self._means.pace.linger, self._lingered
            )

    def _lingered(self) -> None:
        self._linger = None
        self.kick(lingered=True)

    async def _deliver(self, updates: list[Update]) -> None:
        started = time.monotonic()
        answer = await self._post(body_of(gathered([update.entry for update in updates])))
        taken = answer == 200
        self._on_the_way -= 1
        post = self._means.posts.note(updates, answer, self._means.clock.now())
        self._means.counts.note(len(updates), taken, time.monotonic() - started)
        if taken:
            self._means.store.end_webhooks([update.seq for update in updates])
            self.lanes.finish(updates)
            if self._waiting:
                self._wake(math.inf)  # the application is back
        else:
            post.next_try = self._try_again(updates)
        self.kick()

    async def _post(self, body: bytes) -> int:
        """The status, 0 for no answer."""
        target = self._target()
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "facebookexternalua",
            "X-Hub-Signature-256": signature(target.app_secret, body),
        }
        timeout = aiohttp.ClientTimeout(total=self._means.pace.timeout)
        try:
            async with self._means.http.post(
                target.url, data=body, headers=headers, timeout=timeout, allow_redirects=False
            ) as response:
                await response.read()
                return response.status
        except (aiohttp.ClientError, TimeoutError, ValueError, OSError):
            return 0

    def _try_again(self, updates: list[Update]) -> float | None:
        """When, on the platform's clock; None for what has expired."""
        pace, now = self._means.pace, self._means.clock.now()
        oldest = now - pace.keep_days * 86_400
        expired = [update for update in updates if update.created < oldest]
        kept = [update for update in updates if update.created >= oldest]
        if expired:
            self._means.counts.expired += len(expired)
            self._means.store.end_webhooks([update.seq for update in expired])
            self.lanes.pending -= len(expired)
        for update in kept:
            update.attempts += 1
        self.lanes.put_back(kept)
        attempts = max((update.attempts for update in kept), default=0)
        gap = min(pace.first_gap * 2 ** max(min(attempts, 40) - 1, 0), pace.longest_gap) if kept else 0
        self._waiting.append((now + gap, updates))
        self._nap_until_due()
        return now + gap if kept else None

    def _nap_until_due(self) -> None:
        if self._nap is not None:
            self._nap.cancel()
            self._nap = None
        if self._waiting:
            gap = min(due for due, _ in self._waiting) - self._means.clock.now()
            nap = min(max(gap, 0.0), LONGEST_NAP)
            self._nap = asyncio.get_running_loop().call_later(nap, self.look_again)

    def _wake(self, now: float) -> None:
        """``now`` is one moment for both lists: what became due between them would be in neither, and never go."""
        due = [updates for at, updates in self._waiting if at <= now]
        self._waiting = [(at, updates) for at, updates in self._waiting if at > now]
        for updates in due:
            self.lanes.wake(updates)
        self._nap_until_due()
        if due:
            self.kick()

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
