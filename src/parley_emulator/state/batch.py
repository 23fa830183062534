"""What is to be written in one commit, merged while it waits."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from parley_emulator.state.records import Message


@dataclass
class Batch:
    """Later writes of the same thing replace earlier ones. ``waiting``: who is told when it is all on disk."""

    wipe: bool = False
    messages: dict[int, Message] = field(default_factory=dict)
    statuses: dict[int, Message] = field(default_factory=dict)
    updates: dict[int, list[Any]] = field(default_factory=dict)
    finished: list[int] = field(default_factory=list)
    records: dict[tuple[str, str], str | None] = field(default_factory=dict)
    waiting: "list[asyncio.Future[None]]" = field(default_factory=list)

    def is_empty(self) -> bool:
        """Whether there is nothing to do, and nobody who waits."""
        things = self.messages or self.statuses or self.updates or self.finished or self.records
        return not (self.wipe or things or self.waiting)

    def tell(self, error: Exception | None = None) -> None:
        """It is on disk, or can not be; whoever gave up in the meantime is not told."""
        for each in self.waiting:
            if each.done():
                continue
            if error is None:
                each.set_result(None)
            else:
                each.set_exception(error)
