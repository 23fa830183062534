"""Sentence embeddings on the processor: an int8 MiniLM under onnxruntime, with its own WordPiece tokenizer."""

import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float32]
LONGEST = 128  # word pieces; a question is shorter, and the time grows with the square
BATCH = 32


class Encoder(Protocol):
    """Turns texts into unit vectors, one a row."""

    def encode(self, texts: Sequence[str]) -> Matrix:
        """Shape (len(texts), dimensions), rows of length 1."""
        ...


class MiniLM:
    """all-MiniLM-L6-v2: 384 dimensions, English. Made from a file by ``parley bot fetch-embeddings``."""

    def __init__(self, model: Path, vocabulary: Path, threads: int = 1) -> None:
        import onnxruntime  # noqa: PLC0415 - 80 MB that a bot without the file does not need

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        self._session: Any = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        self._tokenizer = WordPiece(vocabulary.read_text(encoding="utf-8").splitlines())

    def encode(self, texts: Sequence[str]) -> Matrix:
        """Texts of like length go together, so that little is padded."""
        tokens = [self._tokenizer.ids(text) for text in texts]
        order = sorted(range(len(texts)), key=lambda i: len(tokens[i]))
        vectors = np.zeros((len(texts), 384), dtype=np.float32)
        for start in range(0, len(order), BATCH):
            chosen = order[start : start + BATCH]
            vectors[chosen] = self._run([tokens[i] for i in chosen])
        return vectors

    def _run(self, rows: list[list[int]]) -> Matrix:
        longest = max(len(row) for row in rows)
        ids = np.zeros((len(rows), longest), dtype=np.int64)
        mask = np.zeros_like(ids)
        for i, row in enumerate(rows):
            ids[i, : len(row)] = row
            mask[i, : len(row)] = 1
        found: Matrix = self._session.run(None, {"input_ids": ids, "attention_mask": mask})[0]
        return found


class WordPiece:
    """BERT's uncased tokenizer: words, then the longest known pieces of each."""

    def __init__(self, vocabulary: list[str]) -> None:
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        self._start, self._end, self._unknown = (self._ids[each] for each in ("[CLS]", "[SEP]", "[UNK]"))

    def ids(self, text: str) -> list[int]:
        """Numbers of the pieces, with the marks of beginning and end."""
        pieces = [piece for word in _words(text[:2000]) for piece in self._pieces(word)]
        return [self._start, *pieces[: LONGEST - 2], self._end]

    def _pieces(self, word: str) -> list[int]:
        if len(word) > 100:
            return [self._unknown]
        found, start = [], 0
        while start < len(word):
            end = len(word)
            while end > start and (("##" if start else "") + word[start:end]) not in self._ids:
                end -= 1
            if end == start:
                return [self._unknown]
            found.append(self._ids[("##" if start else "") + word[start:end]])
            start = end
        return found


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFD", text.lower())
    spaced = []
    for character in plain:
        category = unicodedata.category(character)
        if category == "Mn" or (category in ("Cc", "Cf") and character not in "\t\n\r"):
            continue
        alone = category.startswith("P") or character in "$+<=>^`|~" or "\u4e00" <= character <= "\u9fff"
        spaced.append(f" {character} " if alone else character)
    return "".join(spaced).split()
