"""What a measure is given: how thorough to be, where to measure, and a way to say what it does."""

import sys
from dataclasses import dataclass, field

from benchmarks.place import Place


def say(line: str) -> None:
    """To a person; standard output belongs to the JSON document."""
    print(line, file=sys.stderr, flush=True)


@dataclass
class Run:
    """``short``: fewer seconds and rounds, for a first look. ``large``: a million conversations as well."""

    short: bool = False
    large: bool = False
    place: Place = field(default_factory=lambda: Place(say))

    @property
    def rounds(self) -> int:
        """How often each rate is measured; the median counts."""
        return 1 if self.short else 3

    def seconds(self, whole: float) -> float:
        """How long to measure."""
        return whole / 3 if self.short else whole
