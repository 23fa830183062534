"""A reader that fails time and again is left alone for a while: what is to be sent does not wait for its time-outs."""

from time import monotonic

MOST, SECONDS = 5, 30.0


class Rest:
    """Counts failures in a row."""

    def __init__(self, most: int = MOST, seconds: float = SECONDS) -> None:
        self._most = most
        self._seconds = seconds
        self._failed = 0
        self._until = 0.0

    @property
    def is_on(self) -> bool:
        """Whether it is not asked now. The first question after a rest shows whether it is well."""
        return monotonic() < self._until

    def answered(self) -> None:
        """It is well."""
        self._failed = 0

    def failed(self) -> None:
        """With enough failures in a row the rest begins."""
        self._failed += 1
        if self._failed >= self._most:
            self._until = monotonic() + self._seconds
