"""A figure, the aim it is held to, and the bare limit beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any, Literal

Better = Literal["more", "less"]


@dataclass(frozen=True)
class Figure:
    """One number. ``bare``: what the least possible program reached in the same run, ``bare_is`` says which."""

    what: str
    value: float
    unit: str
    better: Better = "less"
    aim: float | None = None
    bare: float | None = None
    bare_is: str = ""
    detail: dict[str, Any] = field(default_factory=dict)

    @property
    def ratio(self) -> float | None:
        """The figure as a multiple of the bare limit."""
        return round(self.value / self.bare, 3) if self.bare else None

    @property
    def standing(self) -> str:
        """``met``, ``half`` (within twice the aim) or ``missed``; empty without an aim."""
        if self.aim is None or not self.aim:
            return ""
        reached = self.value / self.aim if self.better == "more" else self.aim / max(self.value, 1e-9)
        return "met" if reached >= 1 else "half" if reached >= 0.5 else "missed"

    def plain(self) -> dict[str, Any]:
        """As JSON values; what does not apply is left out."""
        values = {
            "what": self.what,
            "value": round(self.value, 3),
            "unit": self.unit,
            "aim": self.aim,
            "standing": self.standing,
            "bare": round(self.bare, 3) if self.bare is not None else None,
            "bare_is": self.bare_is,
            "ratio": self.ratio,
            "detail": self.detail,
        }
        return {name: value for name, value in values.items() if value not in (None, "", {})}

    def line(self) -> str:
        """For a person."""
        aim = f"  aim {'≥' if self.better == 'more' else '≤'} {_shown(self.aim)}: {self.standing}" if self.aim else ""
        bare = f"  bare {_shown(self.bare)} ({self.bare_is}), ratio {self.ratio}" if self.bare is not None else ""
        return f"  {self.what}: {_shown(self.value)} {self.unit}{aim}{bare}"


def _shown(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which that share of all lies."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)] if ordered else float("nan")


def middle(values: Sequence[float]) -> float:
    """The median: the machine is shared, and one round may have bad luck."""
    return median(values) if values else float("nan")
