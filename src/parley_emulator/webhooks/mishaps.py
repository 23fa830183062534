"""What may happen to webhooks on the way, on purpose."""

import random

import msgspec


class Mishaps(msgspec.Struct):
    """``drop``: a share below 1, or the next so many; ``repeat``: so many times more."""

    drop: float = 0
    delay_seconds: float = 0
    repeat: int = 0
    reorder: bool = False
    hold: bool = False


class Fortune:
    """The mishaps in force, with chances that a seed repeats."""

    def __init__(self) -> None:
        self.mishaps = Mishaps()
        self.random = random.Random(0)  # noqa: S311 (to be repeatable, not secret)

    def set(self, mishaps: Mishaps, seed: int | None) -> None:
        """From now on."""
        self.mishaps = mishaps
        self.random.seed(seed)

    def is_lost(self) -> bool:
        """Whether the next update is lost for ever."""
        drop = self.mishaps.drop
        if drop >= 1:
            self.mishaps.drop = drop - 1
            return True
        return drop > 0 and self.random.random() < drop
