"""Moves the clock from event to event and does them, no faster than the application takes its webhooks."""

import asyncio
import time
from collections import Counter
from typing import Any

from parley_emulator.platform import Platform
from parley_emulator.scenario.deeds import do, make_customers
from parley_emulator.scenario.plan import DAY, Event, plan
from parley_emulator.scenario.rules import set_rules
from parley_emulator.scenario.scene import Scene

MOST_WAITING = 200
PATIENCE = 60.0
BREATH = 20
MONDAY = 4 * DAY  # the first one after the Unix epoch


class Play:
    """One scenario with one number; ``run`` to its end, ``shown`` at any time."""

    def __init__(self, platform: Platform, number_id: str, scene: Scene) -> None:
        self._platform, self._number_id, self._scene = platform, number_id, scene
        self.state = "planning"
        self.problem = ""
        self._done: Counter[str] = Counter()
        self._left_out: Counter[str] = Counter()
        self._planned = 0
        self._began = time.monotonic()
        self._ended = 0.0

    def shown(self) -> dict[str, Any]:
        """How far it is, by kind."""
        return {
            "name": self._scene.name,
            "state": self.state,
            "problem": self.problem or None,
            "planned": self._planned,
            "done": sum(self._done.values()),
            "left_out": sum(self._left_out.values()),
            "by_kind": dict(sorted(self._done.items())),
            "left_out_by_kind": dict(sorted(self._left_out.items())),
            "webhooks_pending": self._platform.outgoing.pending,
            "seconds": round((self._ended or time.monotonic()) - self._began, 2),
        }

    async def run(self) -> None:
        """To the end, or until it is cancelled."""
        try:
            events = await asyncio.to_thread(plan, self._scene)
            self._planned = len(events)
            set_rules(self._platform, self._number_id, self._scene)
            make_customers(self._platform, self._scene)
            self.state = "playing"
            await self._play(events)
            self.state = "stopped" if self.problem else "finished"
        except asyncio.CancelledError:
            self.state = "stopped"
            raise
        except Exception as error:
            self.state, self.problem = "stopped", f"It broke off with {type(error).__name__}."
            raise
        finally:
            self._ended = time.monotonic()

    async def _play(self, events: list[Event]) -> None:
        now = self._platform.clock.now()
        midnight = now + (MONDAY - now) % (7 * DAY)
        pace = self._scene.play_seconds / (self._scene.days * DAY)
        began = time.monotonic()
        for index, event in enumerate(events):
            number = self._platform.world.numbers.get(self._number_id)
            if number is None:
                self.problem = f"There is no number {self._number_id} any more."
            elif not self._is_followed_soon():
                await self._wait_for_receiver()
            if number is None or self.problem:
                return
            early = began + event.at * pace - time.monotonic()
            if early > 0 or index % BREATH == 0:
                await asyncio.sleep(max(early, 0))
            self._move_to(midnight + event.at)
            (self._done if do(self._platform, number, event) else self._left_out)[event.kind] += 1
        await self._platform.store.committed()

    def _move_to(self, when: float) -> None:
        """The clock moves by whole seconds, and never back."""
        if when >= self._platform.clock.now() + 1:
            self._platform.clock.set(when)
            self._platform.move_clock()

    def _is_followed_soon(self) -> bool:
        return self._platform.outgoing.pending <= MOST_WAITING or not self._platform.outgoing.target.url

    async def _wait_for_receiver(self) -> None:
        tries = time.monotonic()
        while not self._is_followed_soon():
            if time.monotonic() - tries > PATIENCE:
                self.problem = f"The application took too few webhooks for {PATIENCE:g} seconds. Look at its address."
                return
            await asyncio.sleep(0.005)
