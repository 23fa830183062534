"""What time it is. The one place that reads the wall clock; everything else is told.

With the local platform the time can be moved: the platform writes the seconds to add into a file, and all
processes follow it. Without that file it is the real time.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path


class Clock:
    """``now()`` as an aware UTC time."""

    def __init__(self, offset_file: Path | None = None) -> None:
        self._file = offset_file
        self._seen = -1
        self._offset = timedelta()

    def now(self) -> datetime:
        """The wall clock, moved by the offset in the file where there is one."""
        if self._file is not None:
            self._follow(self._file)
        return self.wall() + self._offset

    @staticmethod
    def wall() -> datetime:
        """The real time: log-ins and presence go by it, however far the service's clock was moved."""
        return datetime.now(UTC)

    def _follow(self, file: Path) -> None:
        try:
            changed = file.stat().st_mtime_ns
        except FileNotFoundError:
            changed = 0
        if changed == self._seen:
            return
        seconds = file.read_text().strip() if changed else "0"
        self._offset = timedelta(seconds=int(seconds or 0))
        self._seen = changed
