"""How the ChatBot is taught. Apart from understanding: the libraries take 70 MiB, and a process that answers none."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import train_test_split
from sklearn.svm import LinearSVC

from parley.core.chatbot.encoder import Encoder
from parley.core.chatbot.features import END
from parley.core.chatbot.understander import EMBEDDING_WEIGHT, Arrays, softmax

KINDS: dict[str, dict[str, Any]] = {
    "word": {"analyzer": "word", "ngram_range": (1, 2), "token_pattern": r"(?u)\b\w+\b", "sublinear_tf": True},
    "char": {"analyzer": "char_wb", "ngram_range": (2, 5), "sublinear_tf": True},
}
RIGHT_ENOUGH = 0.95  # of the answers given on held-out examples, so many must be right
SCALES = np.geomspace(0.5, 20, 30)
Vectorizers = dict[str, TfidfVectorizer]


def teach(examples: Sequence[tuple[str, str]], encoder: Encoder | None) -> Arrays:
    """Learn from (text, intent_id): what an ``Understander`` is made of. Raises ValueError for fewer than two intents.

    How sure a margin is, and from where on an answer is worth giving, is learned on a part that is held out.
    """
    intents = sorted({intent for _, intent in examples})
    if len(intents) < 2:
        raise ValueError("the ChatBot needs examples of at least two intents")
    texts = [text for text, _ in examples]
    labels = np.array([intents.index(intent) for _, intent in examples])
    embedded = None if encoder is None else encoder.encode(texts)
    scale, threshold = _calibrate(texts, labels, embedded, len(intents))
    vectorizers, model = _fit(texts, labels, embedded)
    arrays: Arrays = {
        **_terms(vectorizers),
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
    return arrays


def _fit(texts: Sequence[str], labels: Any, embedded: Any | None) -> tuple[Vectorizers, LinearSVC]:
    vectorizers = {kind: TfidfVectorizer(**how).fit(texts) for kind, how in KINDS.items()}
    return vectorizers, LinearSVC(C=0.5, random_state=0).fit(_rows(vectorizers, texts, embedded), labels)


def _rows(vectorizers: Vectorizers, texts: Sequence[str], embedded: Any | None) -> sparse.csr_matrix:
    """One row a text."""
    parts = [vectorizer.transform(texts) for vectorizer in vectorizers.values()]
    if embedded is not None:
        parts.append(sparse.csr_matrix(embedded * EMBEDDING_WEIGHT))
    return sparse.hstack(parts, format="csr")


def _terms(vectorizers: Vectorizers) -> Arrays:
    """As arrays that can be kept without running code when read again."""
    kept = {}
    for kind, vectorizer in vectorizers.items():
        terms = sorted(vectorizer.vocabulary_, key=vectorizer.vocabulary_.__getitem__)
        kept[f"{kind}_terms"] = np.frombuffer(END.join(terms).encode(), dtype=np.uint8)
        kept[f"{kind}_idf"] = vectorizer.idf_.astype(np.float32)
    return kept


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
    vectorizers, model = _fit([texts[i] for i in kept], labels[kept], part)
    rest = embedded[held] if embedded is not None else None
    rows = _rows(vectorizers, [texts[i] for i in held], rest)
    margins = rows @ _each_way(model.coef_).T + _each_way(model.intercept_)
    truth = labels[held]
    losses = [-np.log(softmax(margins * s)[np.arange(len(held)), truth] + 1e-9).mean() for s in SCALES]
    scale = float(SCALES[int(np.argmin(losses))])
    chances = softmax(margins * scale)
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
