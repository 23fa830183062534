"""The text model: what word lists and recognisers do not name, learnt from sentences that we wrote.

One linear model a clause over the numbers of ``features``, kept as small whole numbers. ``python -m
scripts.teach_screens`` makes the file.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

from parley.core.policy.screening.features import BUCKETS, features
from parley.core.policy.screening.hits import Hit
from parley.core.policy.screening.reading import Reading

FILE = "screens.npz"
FAINTEST = 0.05  # a weaker sign is none
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Model:
    """``weights``: one row a number, one column a clause. ``slope`` and ``middle`` make strengths of sums."""

    labels: tuple[str, ...]
    weights: npt.NDArray[np.int8]
    scale: Floats
    bias: Floats
    slope: Floats
    middle: Floats
    digest: str

    def sums(self, words: Sequence[str]) -> Floats:
        """How much speaks for each clause."""
        total = self.bias.copy()
        for numbers in features(words):
            if len(numbers):
                part = self.weights[numbers].sum(axis=0, dtype=np.int32)
                total += part * (self.scale / np.float32(len(numbers) ** 0.5))
        return total

    def strengths(self, words: Sequence[str]) -> Floats:
        """From 0 to 1 for each clause; 0.5 is where a person should look."""
        with np.errstate(over="ignore"):
            doubt = np.exp(-self.slope * (self.sums(words) - self.middle))
        return np.float32(1) / (np.float32(1) + doubt)

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


@cache
def model() -> Model | None:
    """The model of the package, None before it was first taught."""
    file = files("parley.core.policy.screening") / FILE
    if not file.is_file():
        return None
    with np.load(io.BytesIO(file.read_bytes()), allow_pickle=False) as kept:
        return Model.from_arrays(kept)


def find(reading: Reading) -> list[Hit]:
    """One hit for each clause that the text may break."""
    taught = model()
    if taught is None or not reading.words:
        return []
    strengths = taught.strengths(reading.words)
    return [
        Hit(taught.labels[place], "model", float(strengths[place]), "text model")
        for place in np.flatnonzero(strengths >= FAINTEST)
    ]
