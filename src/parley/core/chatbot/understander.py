"""Which of the Client's intents a text means, how sure that is, and whether it is any of them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.svm import LinearSVC

from parley.core.chatbot.encoder import Encoder
from parley.core.chatbot.features import Features, embed
from parley.core.chatbot.guess import Guess

RIGHT_ENOUGH = 0.95  # of the answers given on held-out examples, so many must be right
SCALES = np.geomspace(0.5, 20, 30)


class Understander:
    """Built from examples by ``teach``; pure afterwards: the same text gives the same guesses."""

    def __init__(self, arrays: dict[str, Any], encoder: Encoder | None) -> None:
        self._arrays = arrays
        self._encoder = encoder if int(arrays["with_embeddings"]) else None
        self._features = Features.from_arrays(arrays)
        self._intents: list[str] = arrays["intents"].tobytes().decode().split("\x00")
        self.threshold = float(arrays["threshold"])
        self._examples = arrays["examples"].astype(np.float32).T if "examples" in arrays else None

    @classmethod
    def teach(cls, examples: Sequence[tuple[str, str]], encoder: Encoder | None) -> "Understander":
        """Learn from (text, intent_id). Raises ValueError for fewer than two intents.

        How sure a margin is, and from where on an answer is worth giving, is learned on a part that is held out.
        """
        intents = sorted({intent for _, intent in examples})
        if len(intents) < 2:
            raise ValueError("the ChatBot needs examples of at least two intents")
        texts = [text for text, _ in examples]
        labels = np.array([intents.index(intent) for _, intent in examples])
        embedded = embed(encoder, texts)
        scale, threshold = _calibrate(texts, labels, embedded, len(intents))
        features, model = _fit(texts, labels, embedded)
        arrays: dict[str, Any] = {
            **features.to_arrays(),
            "intents": np.frombuffer("\x00".join(intents).encode(), dtype=np.uint8),
            "weights": _each_way(model.coef_).astype(np.float32),
            "bias": _each_way(model.intercept_).astype(np.float32),
            "scale": np.array(scale),
            "threshold": np.array(threshold),
            "with_embeddings": np.array(int(embedded is not None)),
        }
        if embedded is not None:
            arrays["examples"] = embedded.astype(np.float16)
            arrays["nearest"] = np.array(_usual_distance(embedded))
        return cls(arrays, encoder)

    def guess(self, text: str, k: int = 3) -> list[Guess]:
        """The k likeliest intents, best first."""
        return self.guess_all([text], k)[0]

    def guess_all(self, texts: Sequence[str], k: int = 3) -> list[list[Guess]]:
        """The same for many texts at once."""
        embedded = embed(self._encoder, texts)
        rows = self._features.of(texts, embedded)
        margins = rows @ self._arrays["weights"].T + self._arrays["bias"]
        chances = _softmax(margins * float(self._arrays["scale"])) * self._familiarity(embedded, len(texts))[:, None]
        best = np.argsort(-chances, axis=1)[:, :k]
        return [[Guess(self._intents[i], float(chances[row, i])) for i in ordered] for row, ordered in enumerate(best)]

    def is_sure(self, guesses: Sequence[Guess]) -> bool:
        """Whether the best guess is worth an answer."""
        return bool(guesses) and guesses[0].confidence >= self.threshold

    def _familiarity(self, embedded: Any | None, count: int) -> Any:
        """1 for a text as near to an example as examples are to each other, falling to 0 for one unlike them all."""
        if embedded is None or self._examples is None:
            return np.ones(count)
        nearest = (embedded @ self._examples).max(axis=1)
        return np.clip(nearest / float(self._arrays["nearest"]), 0, 1) ** 4

    def save(self, file: Path) -> None:
        """Keep it as plain arrays: reading them back runs no code."""
        file.parent.mkdir(parents=True, exist_ok=True)
        draft = file.with_suffix(".draft.npz")
        np.savez_compressed(draft, **self._arrays)
        draft.replace(file)

    @classmethod
    def load(cls, file: Path, encoder: Encoder | None) -> "Understander":
        """Read what ``save`` kept. Raises ValueError when it was taught with embeddings and none are given."""
        with np.load(file, allow_pickle=False) as kept:
            arrays = {name: kept[name] for name in kept.files}
        if int(arrays["with_embeddings"]) and encoder is None:
            raise ValueError(f"{file} was taught with embeddings: run 'parley bot fetch-embeddings', or teach it again")
        return cls(arrays, encoder)


def _fit(texts: Sequence[str], labels: Any, embedded: Any | None) -> tuple[Features, LinearSVC]:
    features = Features.fit(texts)
    return features, LinearSVC(C=0.5, random_state=0).fit(features.of(texts, embedded), labels)


def _each_way(values: Any) -> Any:
    """Of two intents a linear model keeps one side only; this gives both."""
    return np.concatenate([-values, values]) if len(values) == 1 else values


def _calibrate(texts: Sequence[str], labels: Any, embedded: Any | None, intents: int) -> tuple[float, float]:
    """(scale of the margins, threshold), from a fifth that the model has not seen; usual values for few examples."""
    counts = np.bincount(labels)
    if counts.min() < 2 or len(texts) < 5 * intents:
        return 4.0, 0.5
    kept, held = train_test_split(np.arange(len(texts)), test_size=0.2, random_state=0, stratify=labels)
    part = embedded[kept] if embedded is not None else None
    features, model = _fit([texts[i] for i in kept], labels[kept], part)
    rest = embedded[held] if embedded is not None else None
    rows = features.of([texts[i] for i in held], rest)
    margins = rows @ _each_way(model.coef_).T + _each_way(model.intercept_)
    truth = labels[held]
    losses = [-np.log(_softmax(margins * s)[np.arange(len(held)), truth] + 1e-9).mean() for s in SCALES]
    scale = float(SCALES[int(np.argmin(losses))])
    chances = _softmax(margins * scale)
    return scale, _threshold(chances.max(axis=1), chances.argmax(axis=1) == truth)


def _threshold(confidence: Any, right: Any) -> float:
    """The lowest confidence from which on enough answers are right."""
    order = np.argsort(-confidence)
    share_right = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.nonzero(share_right >= RIGHT_ENOUGH)[0]
    return float(np.clip(confidence[order[enough[-1]]] if len(enough) else 0.9, 0.3, 0.9))


def _usual_distance(embedded: Any) -> float:
    """The similarity to the nearest other example that all but one in twenty examples reach."""
    sample = embedded[:: max(1, len(embedded) // 2000)]
    alike = sample @ embedded.T
    alike[alike > 0.9999] = -1
    return float(np.quantile(alike.max(axis=1), 0.05))


def _softmax(values: Any) -> Any:
    raised = np.exp(values - values.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)
