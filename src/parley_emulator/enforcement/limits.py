"""How many people a portfolio started a conversation with: different ones, outside of their windows, in 24 hours."""

DAY = 86_400.0
WEEK = 7 * DAY


class People:
    """Each person with the time of the last start, the longest ago first."""

    def __init__(self) -> None:
        self._last: dict[str, float] = {}

    def count(self, since: float) -> int:
        """Those since then; older ones are forgotten."""
        while self._last:
            oldest = next(iter(self._last))
            if self._last[oldest] > since:
                break
            del self._last[oldest]
        return len(self._last)

    def has(self, wa_id: str, since: float) -> bool:
        """Whether the person is one of them."""
        return self._last.get(wa_id, 0.0) > since

    def note(self, wa_id: str, now: float) -> None:
        """One more start."""
        self._last.pop(wa_id, None)
        self._last[wa_id] = now


class Limits:
    """In memory; after a restart it is read from the messages."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Nobody was written to."""
        self._day: dict[str, People] = {}
        self._week: dict[str, People] = {}

    def has_room(self, business_id: str, wa_id: str, now: float, most: int) -> bool:
        """Whether one more start to that person is within the limit."""
        people = self._day.get(business_id)
        return people is None or people.has(wa_id, now - DAY) or people.count(now - DAY) < most

    def note(self, business_id: str, wa_id: str, now: float) -> None:
        """A conversation was started."""
        for people in (self._day, self._week):
            people.setdefault(business_id, People()).note(wa_id, now)

    def in_day(self, business_id: str, now: float) -> int:
        """Different people of the last 24 hours."""
        return self._day[business_id].count(now - DAY) if business_id in self._day else 0

    def in_week(self, business_id: str, now: float) -> int:
        """Different people of the last 7 days."""
        return self._week[business_id].count(now - WEEK) if business_id in self._week else 0
