"""How many people a number may write to first in 24 hours, as the platform tells it (cloud API, 7)."""

import re

UNLIMITED = 1_000_000_000
TIER = re.compile(r"(?:TIER_)?(\d+)(K?)")


def daily_limit(told: str) -> int | None:
    """``TIER_2K``, ``2000``, ``TIER_UNLIMITED`` or ``-1``; None for what says no number."""
    text = told.strip().upper()
    if text in ("TIER_UNLIMITED", "UNLIMITED", "-1"):
        return UNLIMITED
    found = TIER.fullmatch(text)
    return int(found[1]) * (1000 if found[2] else 1) if found else None
