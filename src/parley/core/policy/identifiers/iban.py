"""International bank account numbers, by their country's form and check digits."""

import re

from stdnum import iban

from parley.core.policy.identifiers.found import Found

CANDIDATE = re.compile(r"\b[A-Za-z]{2} ?\d{2}(?:[ -]?[A-Za-z0-9]){11,30}\b")
SEPARATORS = re.compile(r"[ -]")


def find(text: str) -> list[Found]:
    """IBANs; words after the number do not hide it."""
    found = []
    for candidate in CANDIDATE.finditer(text):
        length = _length(candidate.group())
        if length:
            raw = candidate.group()[:length]
            found.append(
                Found(
                    "bank account number", candidate.start(), candidate.start() + length, SEPARATORS.sub("", raw)[-4:]
                )
            )
    return found


def _length(candidate: str) -> int:
    """How many characters of the candidate are an IBAN, 0 if none are."""
    ends = [len(candidate), *(m.start() for m in reversed(list(SEPARATORS.finditer(candidate))))]
    for end in ends:
        compact = SEPARATORS.sub("", candidate[:end])
        if 15 <= len(compact) <= 34 and iban.is_valid(compact):
            return end
    return 0
