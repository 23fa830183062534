"""A message in sentences and their pieces, each as words without accents."""

import re
from dataclasses import dataclass

from parley.core.policy.identifiers.plain import UNSEEN, plain

LONGEST = 2000  # characters that are read
SENTENCE = re.compile(r"([^.!?;\n…।؟]+)([.!?;\n…।؟]*)")
COMMA = re.compile(r"[,،:()\[\]–—]|\s-\s")
WORD = re.compile(r"(?:[^\W_]|[\u0900-\u0963])+")
# Written together in English; in French and Portuguese a dash or an apostrophe parts two words.
NOT = re.compile(r"n['’`´]t\b")
I_WOULD = re.compile(r"\bi['’`´](?=(?:d|m|ve|ll)\b)")


@dataclass(frozen=True)
class Sentence:
    """One sentence: its words with its commas as None, and whether it stands apart from what follows."""

    marked: tuple[str | None, ...]
    stands_apart: bool

    @property
    def words(self) -> tuple[str, ...]:
        """All words in order."""
        return tuple(word for word in self.marked if word is not None)

    def pieces(self, parts: frozenset[str]) -> list[tuple[str, ...]]:
        """Between commas, and between commas and words that part clauses ("and", "because")."""
        return [*self.split(frozenset()), *self.split(parts)]

    def split(self, parts: frozenset[str]) -> list[tuple[str, ...]]:
        """The pieces between commas and these words."""
        pieces: list[list[str]] = [[]]
        for word in self.marked:
            if word is None or word in parts:
                pieces.append([])
            else:
                pieces[-1].append(word)
        return [tuple(piece) for piece in pieces if piece]


def sentences(text: str) -> list[Sentence]:
    """Every sentence that has a word."""
    found = []
    for match in SENTENCE.finditer(text[:LONGEST]):
        marked = _marked(match[1])
        if any(marked):
            apart = match[2][:1] in (".", "\n", "।", "") or match[1].strip().isupper()
            found.append(Sentence(marked, apart))
    return found


def words_of(text: str) -> tuple[str, ...]:
    """As words are compared: small, without accents, "don't" as "dont"."""
    together = I_WOULD.sub("i", NOT.sub("nt", plain(text).replace(UNSEEN, "")))
    return tuple(WORD.findall(together))


def _marked(sentence: str) -> tuple[str | None, ...]:
    made: list[str | None] = []
    for piece in COMMA.split(sentence):
        made += [*words_of(piece), None]
    return tuple(made[:-1])
