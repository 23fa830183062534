"""How much a number may send: in one second altogether, with what it receives, and to one customer."""

from collections import deque

from parley_emulator.state.records import Number

STANDARD = 80
HIGH = 1000
SHARED = 20
PAIR_GAP = 6.0
PAIR_BURST = 45


def most_of(number: Number) -> int:
    """Messages a second, sent and received together."""
    if number.fields.get("is_on_biz_app"):
        return SHARED
    return HIGH if number.throughput == "HIGH" else STANDARD


class Rates:
    """Both limits, in memory only."""

    def __init__(self) -> None:
        self._seconds: dict[str, deque[float]] = {}
        self._pairs: dict[tuple[str, str], float] = {}

    def clear(self) -> None:
        """Everybody may send again."""
        self._seconds.clear()
        self._pairs.clear()

    def has_throughput(self, number: Number, now: float) -> bool:
        """Whether one more send is within the rate: at most that many in any one second of the platform's clock."""
        recent, most = self._seconds.get(number.id), most_of(number)
        # When the clock was set back, what was sent before does not count.
        return recent is None or len(recent) < most or not 0 <= now - recent[len(recent) - most] < 1.0

    def note_throughput(self, number: Number, now: float) -> None:
        """One was sent, or received: none of a customer's is ever turned away for it."""
        recent, most = self._seconds.get(number.id), most_of(number)
        if recent is None or recent.maxlen != most:
            recent = self._seconds[number.id] = deque(recent or (), maxlen=most)
        recent.append(now)

    def has_pair(self, number_id: str, wa_id: str, now: float) -> bool:
        """One message in 6 seconds to a customer; 45 are lent at once and paid back by waiting."""
        return self._paid_until(number_id, wa_id, now) + PAIR_GAP - now <= PAIR_GAP * PAIR_BURST

    def note_pair(self, number_id: str, wa_id: str, now: float) -> None:
        """One was sent."""
        self._pairs[(number_id, wa_id)] = self._paid_until(number_id, wa_id, now) + PAIR_GAP

    def _paid_until(self, number_id: str, wa_id: str, now: float) -> float:
        paid_until = max(self._pairs.get((number_id, wa_id), 0.0), now)
        # When the clock was set back, what was lent before does not count.
        return now if paid_until - now > PAIR_GAP * PAIR_BURST else paid_until
