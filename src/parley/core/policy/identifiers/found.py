"""A number found in a text, and the text in a form in which it can be found."""

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True)
class Found:
    """A full number at ``text[start:end]``; ``last`` are the characters that may stay."""

    kind: str
    start: int
    end: int
    last: str


def plain(text: str) -> str:
    """Digits of any script as 0-9, and marks that can not be seen as a separator; the same length as ``text``."""
    if text.isascii():
        return text
    return "".join(_plain(character) for character in text)


def _plain(character: str) -> str:
    if character.isascii():
        return character
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    category = unicodedata.category(character)
    if category == "Pd":
        return "-"
    if category in ("Cf", "Mn", "Zs"):
        return " "
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character
