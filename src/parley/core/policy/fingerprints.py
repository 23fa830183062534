"""What of one person's thread could be recognised in a message to another, as keyed hashes (D5).

A print is a hash under a key of the tenant that is made from the installation's secret, which is not in the database:
who has the database alone can read nothing from the prints, nor test a guess. Two texts that share nine words in a row
share a passage's print (winnowing: Schleimer, Wilkerson & Aiken 2003).
"""

import hmac
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal
from uuid import UUID

from parley.core.policy.identifiers.decoded import Decoded
from parley.core.policy.identifiers.numbers import count_spoken
from parley.core.policy.identifiers.page import Page
from parley.core.policy.identifiers.plain import UNSEEN, plain
from parley.core.policy.identifiers.words import written_in
from parley.core.policy.screening import read
from parley.core.policy.screening.known_words import cost
from parley.core.policy.screening.normalise import OVERRIDDEN

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
# "order a b one two": letters before digits that were read out.
LETTERS_BEFORE = re.compile(r"\b([a-z]{1,4}) (\d{4,})\b")
FEWEST_SPOKEN = 2
LOOK_ALIKES = str.maketrans("oil", "011")
# Ten times the decimal logarithm of how rare a word is that tells where somebody is, and what ("lisbon"); its letters.
RARE, SHORTEST_DETAIL = 42, 4
DETAIL = re.compile(r"\d{3,}|@|\d+[.,]\d{2}\b")


@dataclass(frozen=True)
class Print:
    """One mark: its kind, and 63 bits of a hash."""

    kind: Kind
    value: int


@dataclass(frozen=True)
class Echo:
    """A mark of another person's thread in a message. ``detail``: the name does not stand alone.

    There is a longer number or an address beside it, or something else of that person's thread.
    """

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


def details_of(key: bytes, text: str, besides: Collection[str] = ()) -> frozenset[Print]:
    """The marks of what tells something of somebody beside their name: numbers of any length, and rarer words.

    They are kept as identifiers, of which no other mark has their form. ``besides``: words that tell nothing.
    """
    found: set[str] = set()
    for word in (*read(text).words[:MOST_WORDS], *read(_spoken(text)).words):
        if word not in besides and (DIGITS.search(word) or _is_rare(word)):
            found.add(word)
    return frozenset(Print("identifier", _hash(f"detail {word}", key)) for word in sorted(found)[:MOST])


def print_of_name(key: bytes, name: str) -> frozenset[Print]:
    """The marks of a person's name, if it is one: of all its two to four words, and of the first and the last."""
    words = _lettered(read(name).words)
    if not 2 <= len(words) <= 4:
        return frozenset()
    return frozenset({_name(words, key), _name((words[0], words[-1]), key)})


def names_in(key: bytes, text: str) -> frozenset[Print]:
    """Every two to four words in a row, as the mark that they would be if they were somebody's name."""
    return frozenset(_name(run, key) for run in _runs(text))


def words_of_names(key: bytes, text: str, names: Collection[Print]) -> frozenset[str]:
    """The words in the text that are those names."""
    return frozenset(word for run in _runs(text) if _name(run, key) in names for word in run)


def print_of_file(key: bytes, sha256: bytes) -> Print:
    """The mark of a file, by its content."""
    return Print("file", _hash(sha256.hex(), key))


def has_detail(text: str) -> bool:
    """Whether the text holds a longer number, an amount or an address: a name alone gives nothing away."""
    return any(DETAIL.search(written) for written in (_plain(text), _spoken(text)))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _lettered(read(text).words[:MOST_WORDS])
    return {words[i : i + n] for n in (2, 3, 4) for i in range(len(words) - n + 1)}


def _lettered(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for word in words if any(map(str.isalpha, word)))


def _name(words: Iterable[str], key: bytes) -> Print:
    """The same in whichever order they stand."""
    return Print("name", _hash(" ".join(sorted(words)), key))


def _is_rare(word: str) -> bool:
    if not word.isalpha() or len(word) < SHORTEST_DETAIL:
        return False
    rarity = cost(word)
    return rarity is None or rarity >= RARE


def _identifiers(text: str) -> Iterable[str]:
    shown = _plain(text)
    closed_up = PREFIXED.sub(r"\1\2", SEPARATED.sub("", shown))
    for match in EMAIL.finditer(shown):
        yield match.group().casefold()
    spoken = _spoken(text)
    for written in (closed_up, spoken, LETTERS_BEFORE.sub(r"\1\2", spoken)):
        for found in _codes(written):
            code = found.replace("-", "").casefold()
            digits = len(DIGITS.findall(code))
            if digits >= 7 or (digits >= 2 and digits < len(code) and len(code) >= 6):
                yield code.translate(LOOK_ALIKES)


def _plain(text: str) -> str:
    """Digits of any script as 0-9, nothing that can not be seen; capital letters stay, they begin a number."""
    if text.isascii():
        return text
    text = OVERRIDDEN.sub(lambda shown: shown.group(1)[::-1], text)
    pairs = zip(text, plain(text), strict=True)
    return "".join(shown.upper() if was.isupper() else shown for was, shown in pairs).replace(UNSEEN, "")


def _spoken(text: str) -> str:
    """The text with digits that are read out as digits, '' where hardly any are."""
    readable = plain(text)
    if count_spoken(written_in(readable)) < FEWEST_SPOKEN:
        return ""
    page = Page(text)
    return Decoded(page, range(len(page.words))).text


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
