"""How a number's messages were taken, day by day: how many arrived, were read, brought a block or a report."""

from collections import defaultdict
from dataclasses import dataclass

DAY = 86_400
DAYS = 7


@dataclass(slots=True)
class Tally:
    """One number on one day."""

    delivered: int = 0
    read: int = 0
    blocks: int = 0
    reports: int = 0


class Tallies:
    """In memory; after a restart it is read from messages and chats."""

    def __init__(self) -> None:
        self._days: dict[str, dict[int, Tally]] = defaultdict(dict)

    def clear(self) -> None:
        """Nothing happened."""
        self._days.clear()

    def forget(self, key: str) -> None:
        """Nothing happened to that one."""
        self._days.pop(key, None)

    def at(self, number_id: str, now: float) -> Tally:
        """The tally of that day, to be added to."""
        days, day = self._days[number_id], int(now // DAY)
        tally = days.get(day)
        if tally is None:
            tally = days[day] = Tally()
            for old in [each for each in days if each < day - 2 * DAYS]:
                del days[old]
        return tally

    def of_week(self, number_id: str, now: float) -> Tally:
        """The last seven days in one."""
        today = int(now // DAY)
        week = [tally for day, tally in self._days[number_id].items() if today - DAYS < day <= today]
        return Tally(
            sum(each.delivered for each in week),
            sum(each.read for each in week),
            sum(each.blocks for each in week),
            sum(each.reports for each in week),
        )
