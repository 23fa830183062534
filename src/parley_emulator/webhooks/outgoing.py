"""Keeps each update on disk before it goes, and sends it on the road to its address: the application's, or another."""

import asyncio
import itertools
from functools import partial

import aiohttp
import msgspec

from parley_emulator.clock import Clock
from parley_emulator.settings import Settings
from parley_emulator.state.store import Store
from parley_emulator.webhooks.counts import Counts
from parley_emulator.webhooks.greeting import Greeting
from parley_emulator.webhooks.lanes import Update
from parley_emulator.webhooks.mishaps import Fortune, Mishaps
from parley_emulator.webhooks.posts import Post, Posts
from parley_emulator.webhooks.road import Means, Road
from parley_emulator.webhooks.target import Target

# Between the address and the name of a lane that does not go to the application's own address.
ELSEWHERE = " "


class Outgoing:
    """``fields``: those that the application subscribed to, None for all."""

    def __init__(self, settings: Settings, store: Store, clock: Clock, http: aiohttp.ClientSession) -> None:
        self.pace = settings.outgoing
        self.target = Target(settings.webhook_url, settings.app_secret, settings.verify_token)
        self.fields: frozenset[str] | None = None
        self._store = store
        self._clock = clock
        self._http = http
        self._seq = itertools.count(1)
        self._keeper: asyncio.Task[None] | None = None
        self._greeting = Greeting(http, lambda: self.target, self._kick)
        self._begin()

    def _begin(self) -> None:
        self.fortune = Fortune()
        self.counts = Counts()
        self.posts = Posts()
        self._fresh: list[tuple[Update, str]] = []
        means = Means(self.pace, self._store, self._clock, self._http, self.fortune, self.counts, self.posts)
        self._means = means
        self._roads = {"": Road(means, lambda: self.target, lambda: bool(self.target.url) and not self.problem)}

    @property
    def problem(self) -> str:
        """What is wrong with the application's address, empty for nothing."""
        return self._greeting.problem

    def load(self) -> None:
        """What was not delivered before the last stop, and the target unless the settings name one."""
        highest = 0
        for seq, lane, entry, created in self._store.webhooks():
            url = lane.split(ELSEWHERE, 1)[0] if ELSEWHERE in lane else ""
            self._road(url).lanes.add(Update(seq, lane, entry, created))
            highest = seq
        self._seq = itertools.count(highest + 1)
        if not self.target.url:
            for _, value in self._store.records("target"):
                self.target = msgspec.json.decode(value, type=Target)
        for _, value in self._store.records("subscription"):
            self.fields = frozenset(msgspec.json.decode(value, type=list[str]))
        if self.target.url:
            self._greeting.start()
        for url, road in self._roads.items():
            if url:
                road.kick()

    async def set_target(self, target: Target) -> str:
        """Send there from now on. Answers what is wrong with it, empty for nothing; goes on trying by itself."""
        self.target = target
        self._store.set_record("target", "app", target)
        problem = await self._greeting.once()
        self._kick()
        return problem

    def set_fields(self, fields: frozenset[str] | None) -> None:
        """The application asks for those, or for all."""
        self.fields = fields
        self._store.set_record("subscription", "fields", None if fields is None else sorted(fields))

    def add(self, lane: str, entry: bytes, url: str = "") -> None:
        """Tell that; it goes out once it is on disk. ``url``: not to the application's own address."""
        if self.fortune.is_lost():
            self.counts.dropped += 1
            return
        mishaps = self.fortune.mishaps
        for _ in range(1 + mishaps.repeat):
            seq = next(self._seq)
            # Without an order to keep, each update is a lane of its own.
            name = str(seq) if mishaps.reorder else lane
            update = Update(seq, f"{url}{ELSEWHERE}{name}" if url else name, entry, self._clock.now())
            self._store.add_webhook(update.seq, update.lane, update.entry, update.created)
            self._fresh.append((update, url))
        if self._keeper is None or self._keeper.done():
            self._keeper = asyncio.get_running_loop().create_task(self._keep())

    def again(self, post: Post) -> None:
        """What it told, once more, as the platform does now and then by mistake."""
        for update in post.updates:
            url, found, name = update.lane.partition(ELSEWHERE)
            self.add(name if found else update.lane, update.entry, url if found else "")

    def set_mishaps(self, mishaps: Mishaps, seed: int | None) -> None:
        """From now on."""
        self.fortune.set(mishaps, seed)
        self._kick()

    def clock_moved(self) -> None:
        """Whatever waits for its time may be due."""
        for road in self._roads.values():
            road.look_again()

    @property
    def pending(self) -> int:
        """How many wait or are on their way."""
        return sum(road.lanes.pending for road in self._roads.values()) + len(self._fresh)

    def clear(self) -> None:
        """Forget all that waits, and all mishaps; where updates go stays."""
        self._stop()
        self._begin()
        self.fields = None
        if self.target.url and self.problem:
            self._greeting.start()

    async def close(self) -> None:
        """Stop; what is not delivered stays on disk."""
        await asyncio.gather(*self._stop(), return_exceptions=True)

    def _stop(self) -> "list[asyncio.Task[None]]":
        tasks = [task for road in self._roads.values() for task in road.close()] + self._greeting.stop()
        if self._keeper is not None:
            self._keeper.cancel()
            tasks.append(self._keeper)
            self._keeper = None
        return tasks

    async def _keep(self) -> None:
        """Updates may go once they are on disk; all that came in during one commit wait together."""
        while self._fresh:
            await asyncio.sleep(0)
            updates, self._fresh = self._fresh, []
            await self._store.committed()
            delay = self.fortune.mishaps.delay_seconds
            if delay:
                asyncio.get_running_loop().call_later(delay, partial(self._queue, updates, self._means))
            else:
                self._queue(updates, self._means)

    def _queue(self, updates: list[tuple[Update, str]], means: Means) -> None:
        if means is not self._means:
            return  # forgotten in the meantime
        for update, url in updates:
            self._road(url).lanes.add(update)
        self._kick()

    def _road(self, url: str) -> Road:
        road = self._roads.get(url)
        if road is None:
            road = self._roads[url] = Road(
                self._means, lambda: msgspec.structs.replace(self.target, url=url), lambda: True
            )
        return road

    def _kick(self) -> None:
        for road in self._roads.values():
            road.kick()
