"""What of one person's thread could be recognised in a message to another, as keyed hashes (D5).

A print is a hash under a key of the tenant that is made from the installation's secret, which is not in the database:
who has the database alone can read nothing from the prints, nor test a guess. Two texts that share nine words in a row
share a passage's print (winnowing: Schleimer, Wilkerson & Aiken 2003).
"""

import hmac
import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal
from uuid import UUID

from parley.core.policy.screening import read

Kind = Literal["passage", "identifier", "name", "file"]
WORDS_TOGETHER, LOOKED_AT = 6, 4
# More than the longest message has: a mark that is left out is a passage that nobody finds.
MOST = 512
MOST_WORDS = 2000
EMAIL = re.compile(r"[\w.+-]{2,64}@[\w-]{2,63}(?:\.[\w-]{2,63})+")
# Order, customer and account numbers: seven digits or more, or six and more of letters and digits mixed.
CODE = re.compile(r"\b[A-Za-z0-9][A-Za-z0-9-]{5,30}\b")
ROW = re.compile(r"[\w-]{6,}")  # what a code may stand in, read once
PREFIXED = re.compile(r"\b([A-Z]{1,4})[ -](\d{4,})\b")
DIGITS = re.compile(r"\d")
SEPARATED = re.compile(r"(?<=\d)[ ./()-]{1,2}(?=\d)")
DETAIL = re.compile(r"\d{3,}|@|\d+[.,]\d{2}\b")


@dataclass(frozen=True)
class Print:
    """One mark: its kind, and 63 bits of a hash."""

    kind: Kind
    value: int


@dataclass(frozen=True)
class Echo:
    """A mark of another person's thread in a message. ``detail``: there is a number or an address beside the name."""

    kind: Kind
    detail: bool = True


def key_of(secret: bytes, tenant_id: UUID) -> bytes:
    """The key of this tenant's prints. Raises ValueError without a secret: what anybody could make hides nothing."""
    if not secret:
        raise ValueError("prints need the installation's secret")
    return hmac.digest(secret, b"parley:prints:" + tenant_id.bytes, "sha256")


def prints_of(key: bytes, text: str) -> frozenset[Print]:
    """The marks of a text: its passages, and the identifiers in it."""
    found = {Print("passage", value) for value in _winnowed(read(text).words, key)}
    found |= {Print("identifier", _hash(each, key)) for each in _identifiers(text)}
    return frozenset(sorted(found, key=lambda each: (each.kind != "identifier", each.value))[:MOST])


def print_of_name(key: bytes, name: str) -> frozenset[Print]:
    """The mark of a person's name, if it is one: two words or more."""
    words = read(name).words
    return frozenset({Print("name", _hash(" ".join(words), key))} if 2 <= len(words) <= 4 else ())


def names_in(key: bytes, text: str) -> frozenset[Print]:
    """Every two to four words in a row, as the mark that they would be if they were somebody's name."""
    words = read(text).words[:MOST_WORDS]
    runs = {" ".join(words[i : i + n]) for n in (2, 3, 4) for i in range(len(words) - n + 1)}
    return frozenset(Print("name", _hash(run, key)) for run in runs)


def print_of_file(key: bytes, sha256: bytes) -> Print:
    """The mark of a file, by its content."""
    return Print("file", _hash(sha256.hex(), key))


def has_detail(text: str) -> bool:
    """Whether the text holds a number or an address: a name alone gives nothing away."""
    return DETAIL.search(text) is not None


def _identifiers(text: str) -> Iterable[str]:
    closed_up = PREFIXED.sub(r"\1\2", SEPARATED.sub("", text))
    for match in EMAIL.finditer(text):
        yield match.group().casefold()
    for written in _codes(closed_up):
        code = written.replace("-", "").casefold()
        digits = len(DIGITS.findall(code))
        if digits >= 7 or (digits >= 2 and digits < len(code) and len(code) >= 6):
            yield code


def _codes(text: str) -> Iterable[str]:
    """What is long enough for one, and has a digit in it or after it."""
    for row in ROW.finditer(text):
        last = max((digit.end() for digit in DIGITS.finditer(row.group())), default=0) + row.start()
        for code in CODE.finditer(text, row.start(), row.end()):
            if code.start() >= last:
                break
            yield code.group()


def _winnowed(words: tuple[str, ...], key: bytes) -> set[int]:
    words = words[:MOST_WORDS]
    hashes = [_hash(" ".join(words[i : i + WORDS_TOGETHER]), key) for i in range(len(words) - WORDS_TOGETHER + 1)]
    if len(hashes) < LOOKED_AT:
        return set()  # fewer than nine words are nobody's own
    return {min(hashes[i : i + LOOKED_AT]) for i in range(len(hashes) - LOOKED_AT + 1)}


def _hash(text: str, key: bytes) -> int:
    return int.from_bytes(blake2b(text.encode(errors="replace"), digest_size=8, key=key).digest(), "big") >> 1
