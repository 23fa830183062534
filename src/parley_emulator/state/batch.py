"""What is to be written in one commit, merged while it waits."""

import asyncio
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Batch:
    """Later writes of the same thing replace earlier ones. ``done`` is set when it is all on disk."""

    wipe: bool = False
    messages: list[list[Any]] = field(default_factory=list)
    statuses: dict[int, list[Any]] = field(default_factory=dict)
    updates: dict[int, list[Any]] = field(default_factory=dict)
    finished: list[int] = field(default_factory=list)
    records: dict[tuple[str, str], str | None] = field(default_factory=dict)
    done: "asyncio.Future[None] | None" = None

    def is_empty(self) -> bool:
        """Whether there is nothing to do, and nobody who waits."""
        return not (
            self.wipe or self.messages or self.statuses or self.updates or self.finished or self.records or self.done
        )
