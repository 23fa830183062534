"""How often a log-in may fail: by account from one address, by account, and by address."""

from collections import OrderedDict, deque

WITHIN = 900.0
MOST_KEPT = 50_000


class Throttle:
    """Failures of the last quarter of an hour, in memory: each process counts for itself."""

    def __init__(self, *, pair: int = 5, account: int = 20, address: int = 200) -> None:
        self._limits = {"pair": pair, "account": account, "address": address}
        self._failures: OrderedDict[tuple[str, str], deque[float]] = OrderedDict()

    def seconds_to_wait(self, email: str, address: str, now: float) -> int:
        """0 if another try is allowed."""
        waits = [self._wait(key, now) for key in _keys(email, address)]
        return max(waits)

    def count(self, email: str, address: str, now: float) -> None:
        """A try begins: it counts as failed until it has succeeded, so that many at once gain nothing."""
        for key in _keys(email, address):
            self._failures.setdefault(key, deque()).append(now)
            self._failures.move_to_end(key)
        while len(self._failures) > MOST_KEPT:
            self._failures.popitem(last=False)

    def forgive(self, email: str, address: str) -> None:
        """The try succeeded: forget this account's failures from this address, and that the address tried now."""
        pair, account, place = _keys(email, address)
        self._failures.pop(pair, None)
        for key in (account, place):
            if self._failures.get(key):
                self._failures[key].pop()

    def _wait(self, key: tuple[str, str], now: float) -> int:
        failures = self._failures.get(key)
        if failures is None:
            return 0
        while failures and failures[0] <= now - WITHIN:
            failures.popleft()
        if len(failures) < self._limits[key[0]]:
            return 0
        return int(failures[-self._limits[key[0]]] + WITHIN - now) + 1


def _keys(email: str, address: str) -> tuple[tuple[str, str], tuple[str, str], tuple[str, str]]:
    who = email.strip().lower()
    return ("pair", f"{who} {address}"), ("account", who), ("address", address)
