"""What waits for another try is never forgotten, however the clock goes on meanwhile."""

from typing import Any

from parley_emulator.settings import Outgoing
from parley_emulator.webhooks.counts import Counts
from parley_emulator.webhooks.lanes import Update
from parley_emulator.webhooks.mishaps import Fortune
from parley_emulator.webhooks.posts import Posts
from parley_emulator.webhooks.road import Means, Road
from parley_emulator.webhooks.target import Target


class Ticking:
    """A second has passed each time somebody looks at it."""

    def __init__(self) -> None:
        self._now = 0.0

    def now(self) -> float:
        self._now += 1
        return self._now


async def test_what_becomes_due_while_the_road_looks_is_not_lost() -> None:
    anything: Any = None
    clock: Any = Ticking()
    means = Means(Outgoing(), anything, clock, anything, Fortune(), Counts(), Posts())
    road = Road(means, Target, lambda: False)
    for seq in range(20):
        road.lanes.add(Update(seq, f"lane {seq}", b"{}", 0.0))
    for seq in range(20):
        updates = road.lanes.take(1)
        updates[0].attempts = seq % 4
        road._try_again(updates)
    for _ in range(30):
        road.look_again()
    assert (road.lanes.ready, road.lanes.pending) == (20, 20)
    for task in road.close():
        task.cancel()
