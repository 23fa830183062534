"""What the model of lures says of the texts that taught it, each judged by a model that was taught without it.

``python -m scripts.teach_lures`` writes the file: hashes of texts and odds, no text.
"""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path

import numpy as np

FILE = Path(__file__).with_name("held_out.npz")


def write(unseen: Mapping[str, float]) -> None:
    """Keeps the odds (as logarithms) by text for ``odds_unseen``."""
    keys = np.array([_key(text) for text in unseen], dtype=np.uint64)
    np.savez_compressed(FILE, keys=keys, odds=np.array(list(unseen.values()), dtype=np.float16))


def odds_unseen(text: str) -> float | None:
    """None for a text that taught nothing."""
    return kept().get(_key(text))


@cache
def kept() -> dict[int, float]:
    """The odds by the beginning of the text's hash."""
    with np.load(FILE, allow_pickle=False) as file:
        return dict(zip(file["keys"].tolist(), file["odds"].tolist(), strict=True))


def _key(text: str) -> int:
    return int.from_bytes(sha256(text.encode()).digest()[:8])
