"""Updates waiting to go out: one lane for each customer and number, and in a lane one after the other."""

import random
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

MOST_BYTES = 2_900_000


@dataclass(slots=True)
class Update:
    """One change to tell."""

    seq: int
    lane: str
    entry: bytes
    created: float
    attempts: int = 0


@dataclass(slots=True)
class Lane:
    """``resting``: a part of it is on its way, or waits for another try."""

    updates: deque[Update] = field(default_factory=deque)
    resting: bool = False


class Lanes:
    """Which updates may go now."""

    def __init__(self) -> None:
        self._lanes: dict[str, Lane] = {}
        self._ready: deque[str] = deque()
        self.pending = 0
        self.ready = 0

    def add(self, update: Update) -> None:
        """At the end of its lane."""
        lane = self._lanes.get(update.lane)
        if lane is None:
            lane = self._lanes[update.lane] = Lane()
        if not lane.updates and not lane.resting:
            self._ready.append(update.lane)
        lane.updates.append(update)
        self.pending += 1
        if not lane.resting:
            self.ready += 1

    def take(self, most: int) -> list[Update]:
        """The next updates to go together; their lanes rest until they are back."""
        taken: list[Update] = []
        size = 0
        while self._ready and len(taken) < most and size < MOST_BYTES:
            lane = self._lanes[self._ready.popleft()]
            lane.resting = True
            self.ready -= len(lane.updates)
            while lane.updates and len(taken) < most and size < MOST_BYTES:
                taken.append(lane.updates.popleft())
                size += len(taken[-1].entry)
        return taken

    def finish(self, updates: list[Update]) -> None:
        """They are delivered or given up: their lanes go on."""
        self.pending -= len(updates)
        self.wake(updates)

    def put_back(self, updates: list[Update]) -> None:
        """To the front of their lanes, which rest until they are woken."""
        for update in reversed(updates):
            lane = self._lanes.get(update.lane)
            if lane is not None:
                lane.updates.appendleft(update)

    def wake(self, updates: Iterable[Update]) -> None:
        """The lanes of those updates go on."""
        for name in dict.fromkeys(update.lane for update in updates):
            lane = self._lanes.get(name)
            if lane is None or not lane.resting:
                continue
            lane.resting = False
            if lane.updates:
                self._ready.append(name)
                self.ready += len(lane.updates)
            else:
                del self._lanes[name]

    def shuffle(self, chance: random.Random) -> None:
        """The lanes that are ready in any order."""
        order = list(self._ready)
        chance.shuffle(order)
        self._ready = deque(order)
