"""Figures added up by data point: those of the same time, and of the same values in the dimensions asked for."""

from collections import Counter
from typing import Any


class Points:
    """``add`` what happened, ``listed`` gives one point for each place, in the order of time."""

    def __init__(self) -> None:
        self._sums: dict[tuple[tuple[str, Any], ...], Counter[str]] = {}

    def add(self, place: dict[str, Any], **figures: float) -> None:
        """More at that place."""
        self._sums.setdefault(tuple(place.items()), Counter()).update(figures)

    def listed(self) -> list[dict[str, Any]]:
        """Sums of money are rounded to what a price list has."""
        places = sorted(self._sums.items(), key=lambda item: [str(value) for _, value in item[0]])
        return [{**dict(place), **{k: round(v, 6) for k, v in sums.items()}} for place, sums in places]
