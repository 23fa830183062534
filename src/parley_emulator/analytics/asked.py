"""What a call asks figures for: ``.start(1).end(2).granularity(DAY)``, or the same as parameters."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from parley_emulator.graph.refusal import Refusal

DAY = 86_400
YEAR = 366 * DAY
# Figures come in one piece; what their lists say of pages is always this.
ONE_PAGE = {"before": "MAZDZD", "after": "MjQZD"}


@dataclass(frozen=True)
class Span:
    """``start`` is in it, ``end`` is not; ``granularity`` as the call wrote it."""

    start: int
    end: int
    granularity: str

    def has(self, at: float) -> bool:
        """Whether that moment is asked for."""
        return self.start <= at < self.end

    def point(self, at: float) -> dict[str, int]:
        """``start`` and ``end`` of the data point that the moment belongs to."""
        if self.granularity == "HALF_HOUR":
            return _step(at, 1_800)
        if self.granularity in {"DAY", "DAILY"}:
            return _step(at, DAY)
        first = datetime.fromtimestamp(at, UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        following = (first + timedelta(days=31)).replace(day=1)
        return {"start": int(first.timestamp()), "end": int(following.timestamp())}


@dataclass(frozen=True)
class Asked:
    """``values``: what was written for each name, ``now`` in seconds."""

    values: Mapping[str, str]
    now: float

    @classmethod
    def in_call(cls, parameters: Mapping[str, Any], now: float) -> "Asked":
        """The same, from the parameters of a list of its own."""
        return cls({name: str(value) for name, value in parameters.items()}, now)

    def span(self, granularities: Collection[str], back: int = YEAR, unless_said: str = "") -> Span:
        """From when to when, in what steps; those of ``unless_said`` where the call names none. Raises Refusal."""
        start, end = self._time("start"), self._time("end")
        if start >= end:
            raise Refusal(100, "Param start must be before end.")
        if start < self.now - back:
            raise Refusal(100, f"Param start must be within the last {back // DAY} days.")
        granularity = self.values.get("granularity", "").strip("\"' ").upper() or unless_said
        if granularity not in granularities:
            raise Refusal(100, f"Param granularity must be one of {', '.join(granularities)}.")
        return Span(start, end, granularity)

    def listed(self, name: str, allowed: Collection[str] = ()) -> list[str]:
        """``["A","B"]``, ``[A,B]`` or ``A,B``; in capitals where only some words are allowed. Raises Refusal."""
        found = [each.strip("\"' ") for each in self.values.get(name, "").strip("[] ").split(",")]
        found = [each.upper() if allowed else each for each in found if each]
        if allowed and not set(found) <= set(allowed):
            raise Refusal(100, f"Param {name} may have {', '.join(allowed)}.")
        return found

    def _time(self, name: str) -> int:
        value = self.values.get(name, "").strip("\"' ")
        if not value:
            raise Refusal(100, f"The parameter {name} is required.")
        if not value.isdigit():
            raise Refusal(100, f"Param {name} must be a Unix time in seconds.")
        return int(value)


def _step(at: float, seconds: int) -> dict[str, int]:
    start = int(at // seconds) * seconds
    return {"start": start, "end": start + seconds}
