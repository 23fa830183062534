"""How much of the hour's calls is used up, as the platform tells with every answer; heeded before it refuses."""

import json
from collections.abc import Mapping
from typing import Any

HEADER = "X-Business-Use-Case-Usage"


class Usage:
    """In memory, by business account."""

    def __init__(self) -> None:
        self._held: dict[str, float] = {}
        self.shares: dict[str, int] = {}

    def held_until(self, account_id: str) -> float:
        """Until when (monotonic seconds) nothing should be called for this account; 0 for now."""
        return self._held.get(account_id, 0.0)

    def read(self, headers: Mapping[str, str], now: float) -> None:
        """What an answer tells. A header that can not be read says nothing."""
        for account_id, told in _told(headers.get(HEADER)):
            shares = [_whole(told.get(name)) for name in ("call_count", "total_cputime", "total_time")]
            self.shares[account_id] = max(shares)
            wait = _whole(told.get("estimated_time_to_regain_access"))
            if wait > 0:
                self._held[account_id] = now + 60.0 * wait
            else:
                self._held.pop(account_id, None)


def _told(header: str | None) -> list[tuple[str, dict[str, Any]]]:
    try:
        read = json.loads(header or "{}")
    except ValueError:
        return []
    if not isinstance(read, dict):
        return []
    return [
        (account_id, told)
        for account_id, each in read.items()
        if isinstance(each, list)
        for told in each
        if isinstance(told, dict)
    ]


def _whole(value: Any) -> int:
    return int(value) if isinstance(value, int | float) else 0
