"""The platform's clock: the wall clock, moved by whole seconds that applications can follow through a file."""

import os
import time
from datetime import UTC, datetime
from pathlib import Path


class Clock:
    """``now()`` in Unix seconds."""

    def __init__(self, file: Path | None = None, offset: int = 0) -> None:
        self._file = file
        self.offset = offset
        self.move_to(offset)

    def now(self) -> float:
        """Unix seconds of the platform."""
        return time.time() + self.offset

    def iso(self, seconds_later: float = 0) -> str:
        """The same as the Graph API writes it."""
        return datetime.fromtimestamp(self.now() + seconds_later, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def advance(self, seconds: float) -> None:
        """Move on (or back) by that much."""
        self.move_to(self.offset + round(seconds))

    def set(self, now: float) -> None:
        """Make it that time now."""
        self.move_to(round(now - time.time()))

    def move_to(self, offset: int) -> None:
        """Use that offset from the wall clock, and tell whoever follows the file."""
        self.offset = offset
        if self._file is not None:
            _write_whole(self._file, str(offset))


def _write_whole(file: Path, text: str) -> None:
    """A reader sees the old text or the new one, never half."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f".{file.name}.{os.getpid()}")
    fresh.write_text(text)
    fresh.replace(file)
