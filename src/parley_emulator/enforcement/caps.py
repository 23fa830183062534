"""How much marketing one person gets in 24 hours, from all businesses together (reference 6.4).

The real platform looks at how full a person's inbox is and how much of it they read, and publishes no figure. Here a
seed gives each person a figure, always the same one; without a plan nobody has a limit.
"""

import hashlib
from collections import deque

import msgspec

DAY = 86_400.0
# There are no such limits for people or businesses there.
EEA = {"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT"}
EEA |= {"LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK"}
EXEMPT = frozenset({*EEA, "GB", "JP", "KR"})
KIND = "marketing_caps"


class Plan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``most``: the largest figure anybody has; ``experiment``: the share of people who get none at all (130472).

    ``united_states``: numbers of +1 get none, as since April 2025.
    """

    seed: int
    most: int = 3
    experiment: float = 0.01
    united_states: bool = False


class Caps:
    """Who got how much, in memory; after a restart it is read from the messages."""

    def __init__(self) -> None:
        self.plan: Plan | None = None
        self._times: dict[str, deque[float]] = {}

    def clear(self) -> None:
        """No limits, and nobody got anything."""
        self.plan = None
        self._times.clear()

    def note(self, wa_id: str, now: float) -> None:
        """One more marketing message is on its way."""
        self._times.setdefault(wa_id, deque(maxlen=1000)).append(now)

    def in_day(self, wa_id: str, now: float) -> int:
        """How many there were in the last 24 hours."""
        times = self._times.get(wa_id, deque())
        while times and times[0] <= now - DAY:
            times.popleft()
        return sum(at <= now for at in times)


def limit_of(plan: Plan, wa_id: str) -> int:
    """From 1 to the plan's most."""
    return 1 + _dice(plan.seed, "limit", wa_id) % plan.most


def is_in_experiment(plan: Plan, wa_id: str) -> bool:
    """Whether the person gets none."""
    return _dice(plan.seed, "experiment", wa_id) % 1_000_000 < plan.experiment * 1_000_000


def _dice(seed: int, what: str, wa_id: str) -> int:
    return int.from_bytes(hashlib.sha256(f"{seed}:{what}:{wa_id}".encode()).digest()[:8], "big")
