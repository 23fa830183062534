"""A linear model kept as small whole numbers: one column a label over the numbers of ``features``."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from math import sqrt
from typing import Any

import numpy as np
import numpy.typing as npt
from propcache.api import cached_property

from parley.core.policy.screening.features import BUCKETS, Numbers

USUAL = (40, 200, 60, 10)  # numbers of the words, of the pieces, of the shapes and of the cues of a usual text
Floats = npt.NDArray[np.float32]


def share(count: int, usual: int) -> float:
    """What one number of a text weighs: in a long text less, so that length alone speaks for nothing."""
    return 1 / sqrt(max(count, 1)) if count <= usual else sqrt(usual) / count


@dataclass(frozen=True)
class Model:
    """``weights``: one row a number, one column a label. ``slope`` and ``middle`` make odds of sums."""

    labels: tuple[str, ...]
    weights: npt.NDArray[np.int8]
    scale: Floats
    bias: Floats
    slope: Floats
    middle: Floats
    digest: str

    def sums(self, features: Sequence[Numbers]) -> Floats:
        """How much speaks for each label."""
        total = self.bias.copy()
        for numbers, usual in zip(features, USUAL, strict=False):  # most models see words and pieces only
            if len(numbers):
                part = np.add.reduce(self.weights.take(numbers, axis=0), axis=0, dtype=np.int32)
                total += part * self._scaled(len(numbers), usual)
        return total

    def _scaled(self, count: int, usual: int) -> Floats:
        """What one of so many numbers weighs: of a usual text remembered."""
        scaled = self._known.get((count, usual))
        if scaled is None:
            scaled = self.scale * np.float32(share(count, usual))
            if count <= usual:
                self._known[count, usual] = scaled
        return scaled

    @cached_property
    def _known(self) -> dict[tuple[int, int], Floats]:
        return {}

    def odds(self, features: Sequence[Numbers]) -> Floats:
        """The logarithm of the odds for each label; 0 is even."""
        found: Floats = (self.sums(features) - self.middle) * self.slope
        return found

    def to_bytes(self) -> bytes:
        """As kept in the package: only the rows that have weights."""
        rows = np.flatnonzero(self.weights.any(axis=1))
        kept = {
            "labels": np.array(self.labels),
            "steps": np.diff(rows, prepend=0).astype(np.uint32),
            "weights": np.ascontiguousarray(self.weights[rows].T),
            "scale": self.scale,
            "bias": self.bias,
            "slope": self.slope,
            "middle": self.middle,
            "digest": np.array(self.digest),
        }
        file = io.BytesIO()
        np.savez_compressed(file, **kept)  # type: ignore[arg-type]
        return file.getvalue()

    @classmethod
    def from_arrays(cls, kept: Any) -> "Model":
        """What ``to_bytes`` made."""
        weights = np.zeros((BUCKETS, len(kept["labels"])), dtype=np.int8)
        weights[np.cumsum(kept["steps"])] = kept["weights"].T
        return cls(
            labels=tuple(str(label) for label in kept["labels"]),
            weights=weights,
            scale=kept["scale"],
            bias=kept["bias"],
            slope=kept["slope"],
            middle=kept["middle"],
            digest=str(kept["digest"]),
        )


def kept_in(file: Traversable) -> Model | None:
    """The model that the file keeps, None if there is no file."""
    if not file.is_file():
        return None
    with np.load(io.BytesIO(file.read_bytes()), allow_pickle=False) as kept:
        return Model.from_arrays(kept)
