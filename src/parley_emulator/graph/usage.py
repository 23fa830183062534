"""How often management calls may come: so many an hour for each account, told in a header with every answer."""

from collections import deque
from typing import Any

import msgspec

HOUR = 3_600.0
ACTIVE = 5_000
INACTIVE = 200


class Usage:
    """In memory only."""

    def __init__(self) -> None:
        self._calls: dict[str, deque[float]] = {}

    def clear(self) -> None:
        """Nobody called."""
        self._calls.clear()

    def take(self, account_id: str, most: int, now: float) -> bool:
        """Whether one more call is within the hour's limit."""
        calls = self._calls.setdefault(account_id, deque())
        while calls and not now - HOUR < calls[0] <= now:
            calls.popleft()
        if len(calls) >= most:
            return False
        calls.append(now)
        return True

    def header(self, account_id: str, most: int, now: float) -> str:
        """``X-Business-Use-Case-Usage``: per cent of the limit, and minutes until there is room again."""
        calls = self._calls.get(account_id, ())
        share = min(100, round(100 * len(calls) / most))
        wait = int(max(calls[0] + HOUR - now, 0) // 60) + 1 if len(calls) >= most and calls else 0
        told: dict[str, Any] = {
            "type": "whatsapp_business_management",
            "call_count": share,
            "total_cputime": share // 2,
            "total_time": share // 2,
            "estimated_time_to_regain_access": wait,
        }
        return msgspec.json.encode({account_id: [told]}).decode()
