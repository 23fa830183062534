"""Which of the Client's intents a text means, how sure that is, and whether it is any of them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from parley.core.chatbot.encoder import Encoder
from parley.core.chatbot.features import Features
from parley.core.chatbot.guess import Guess

EMBEDDING_WEIGHT = 1.6  # each lexical part has length 1: the embedding weighs a little more than both together
Arrays = dict[str, Any]


class Understander:
    """Made of what ``teaching.teach`` learned; pure: the same text gives the same guesses."""

    def __init__(self, arrays: Arrays, encoder: Encoder | None) -> None:
        self._encoder = encoder if int(arrays["with_embeddings"]) else None
        self._features = Features.from_arrays(arrays)
        self._intents: list[str] = arrays["intents"].tobytes().decode().split("\x00")
        self.threshold = float(arrays["threshold"])
        self._scale = float(arrays["scale"])
        self._bias = arrays["bias"]
        # One row a term, as a text fetches rows; in half the memory, as a hundred thousand terms have dozens each.
        self._weights = np.ascontiguousarray(arrays["weights"][:, : self._features.count].T, dtype=np.float16)
        self._of_embedding = arrays["weights"][:, self._features.count :].T * np.float32(EMBEDDING_WEIGHT)
        self._examples = arrays["examples"].astype(np.float32).T if "examples" in arrays else None
        self._nearest = float(arrays.get("nearest", 1))

    def guess(self, text: str, k: int = 3) -> list[Guess]:
        """The k likeliest intents, best first."""
        return self.guess_all([text], k)[0]

    def guess_all(self, texts: Sequence[str], k: int = 3) -> list[list[Guess]]:
        """The same for many texts at once."""
        margins = np.array([self._by_words(text) for text in texts])
        embedded = None if self._encoder is None else self._encoder.encode(texts)
        if embedded is not None:
            margins += embedded @ self._of_embedding
        chances = softmax(margins * self._scale) * self._familiarity(embedded, len(texts))[:, None]
        best = np.argsort(-chances, axis=1)[:, :k]
        return [[Guess(self._intents[i], float(chances[row, i])) for i in ordered] for row, ordered in enumerate(best)]

    def is_sure(self, guesses: Sequence[Guess]) -> bool:
        """Whether the best guess is worth an answer."""
        return bool(guesses) and guesses[0].confidence >= self.threshold

    def _by_words(self, text: str) -> Any:
        terms, values = self._features.of(text)
        return values @ self._weights[terms].astype(np.float32) + self._bias

    def _familiarity(self, embedded: Any | None, count: int) -> Any:
        """1 for a text as near to an example as examples are to each other, falling to 0 for one unlike them all."""
        if embedded is None or self._examples is None:
            return np.ones(count)
        nearest = (embedded @ self._examples).max(axis=1)
        return np.clip(nearest / self._nearest, 0, 1) ** 4

    @classmethod
    def load(cls, file: Path, encoder: Encoder | None) -> "Understander":
        """Read what ``save`` kept. Raises ValueError when it was taught with embeddings and none are given."""
        with np.load(file, allow_pickle=False) as kept:
            arrays = {name: kept[name] for name in kept.files}
        if int(arrays["with_embeddings"]) and encoder is None:
            raise ValueError(f"{file} was taught with embeddings: run 'parley bot fetch-embeddings', or teach it again")
        return cls(arrays, encoder)


def save(arrays: Arrays, file: Path) -> None:
    """Keep what was taught as plain arrays: reading them back runs no code."""
    file.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(file, **arrays)


def softmax(values: Any) -> Any:
    """Chances, by row."""
    raised = np.exp(values - values.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)
