"""What the ChatBot sees of a text: words and characters weighted by rarity, and the embedding where there is one."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer

from parley.core.chatbot.encoder import Encoder

KINDS: dict[str, dict[str, Any]] = {
    "word": {"analyzer": "word", "ngram_range": (1, 2), "token_pattern": r"(?u)\b\w+\b", "sublinear_tf": True},
    "char": {"analyzer": "char_wb", "ngram_range": (2, 5), "sublinear_tf": True},
}


class Features:
    """Fitted on the examples; the embedding is given in, since it is reused for the distance to them."""

    def __init__(self, vectorizers: dict[str, TfidfVectorizer]) -> None:
        self._vectorizers = vectorizers

    @classmethod
    def fit(cls, texts: Sequence[str]) -> "Features":
        """Learn the vocabulary."""
        return cls({kind: TfidfVectorizer(**how).fit(texts) for kind, how in KINDS.items()})

    def of(self, texts: Sequence[str], embedded: Any | None) -> sparse.csr_matrix:
        """One row a text."""
        parts = [vectorizer.transform(texts) for vectorizer in self._vectorizers.values()]
        if embedded is not None:
            parts.append(sparse.csr_matrix(embedded * EMBEDDING_WEIGHT))
        return sparse.hstack(parts, format="csr")

    def to_arrays(self) -> dict[str, Any]:
        """As arrays that can be kept without running code when read again."""
        kept = {}
        for kind, vectorizer in self._vectorizers.items():
            terms = sorted(vectorizer.vocabulary_, key=vectorizer.vocabulary_.__getitem__)
            kept[f"{kind}_terms"] = np.frombuffer("\x00".join(terms).encode(), dtype=np.uint8)
            kept[f"{kind}_idf"] = vectorizer.idf_.astype(np.float32)
        return kept

    @classmethod
    def from_arrays(cls, arrays: Any) -> "Features":
        """Read what ``to_arrays`` made."""
        vectorizers = {}
        for kind, how in KINDS.items():
            terms = arrays[f"{kind}_terms"].tobytes().decode().split("\x00")
            vectorizer = TfidfVectorizer(**how, vocabulary={term: i for i, term in enumerate(terms)})
            vectorizer.idf_ = arrays[f"{kind}_idf"].astype(np.float64)
            vectorizers[kind] = vectorizer
        return cls(vectorizers)


EMBEDDING_WEIGHT = 1.6  # each lexical part has length 1: the embedding weighs a little more than both together


def embed(encoder: Encoder | None, texts: Sequence[str]) -> Any | None:
    """The embeddings, None where there is no encoder."""
    return None if encoder is None else encoder.encode(texts)
