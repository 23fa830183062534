"""Batches that are on the wire while the next are claimed: by number, and none is left behind."""

import asyncio
from collections.abc import Coroutine
from typing import Any


class UnderWay:
    """Of one turn of the sender. What a batch raises, whoever waits next raises."""

    def __init__(self) -> None:
        self.begun = 0
        self._batches: dict[asyncio.Task[None], str] = {}

    def begin(self, number_id: str, size: int, batch: Coroutine[Any, Any, None]) -> None:
        """Have it done beside all others."""
        self.begun += size
        self._batches[asyncio.create_task(batch)] = number_id

    def of(self, number_id: str) -> int:
        """How many of that number are not done."""
        return sum(each == number_id for each in self._batches.values())

    def __bool__(self) -> bool:
        return bool(self._batches)

    async def one_more_done(self, at_most: float | None = None) -> None:
        """Wait until one is done, or for so many seconds."""
        if self._batches:
            done, _ = await asyncio.wait(self._batches, timeout=at_most, return_when=asyncio.FIRST_COMPLETED)
            self._forget(done)

    async def end(self, at_most: float | None = None) -> None:
        """Wait until all are done; those that are not after so many seconds are cut off."""
        if self._batches:
            done, late = await asyncio.wait(self._batches, timeout=at_most)
            for batch in late:
                batch.cancel()
            await asyncio.gather(*late, return_exceptions=True)
            self._forget(done | late)

    def _forget(self, done: set[asyncio.Task[None]]) -> None:
        for batch in done:
            del self._batches[batch]
        for failed in [batch for batch in done if not batch.cancelled() and batch.exception()]:
            failed.result()
