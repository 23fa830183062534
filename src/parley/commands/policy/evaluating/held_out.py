"""What the model of lures says of the texts that taught it, each judged by a model that was taught without it.

``python -m scripts.teach_lures`` writes the file: hashes of texts and what was said of each, no text.
"""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import numpy as np

FILE = Path(__file__).with_name("held_out.npz")


class Unseen(NamedTuple):
    """``odds``: of the whole text, as a logarithm. ``stretch``: how strong the strongest hit of its stretches is."""

    odds: float
    stretch: float = 0.0


def write(said: Mapping[str, Unseen]) -> None:
    """Keeps it by text for ``unseen``."""
    keys = np.array([_key(text) for text in said], dtype=np.uint64)
    np.savez_compressed(FILE, keys=keys, said=np.array([*said.values()], dtype=np.float16))


def unseen(text: str) -> Unseen | None:
    """None for a text that taught nothing."""
    return kept().get(_key(text))


@cache
def kept() -> dict[int, Unseen]:
    """By the beginning of the text's hash."""
    with np.load(FILE, allow_pickle=False) as file:
        return dict(zip(file["keys"].tolist(), map(Unseen._make, file["said"].tolist()), strict=True))


def _key(text: str) -> int:
    return int.from_bytes(sha256(text.encode()).digest()[:8])
