"""A number or a secret found in a text."""

from dataclasses import dataclass
from typing import Literal

# What makes us sure, the surest first: its own check digits in a form that is nothing else's; a word that names it;
# check digits that other numbers may have by chance, and nothing else in the message; only the shape of such an answer.
Basis = Literal["check digit", "context", "alone", "form"]


@dataclass(frozen=True)
class Found:
    """A full number at ``text[start:end]``; ``last`` are the characters that may stay, '' for a secret."""

    kind: str
    start: int
    end: int
    last: str
    basis: Basis = "check digit"
