"""Recovery phrases of wallets: 12 to 24 words of one list in a row, whose last bits are a checksum (BIP 39)."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import groupby

from parley.core.policy.identifiers.found import Found
from parley.core.policy.identifiers.page import Page

TURN = 6
CHECKS = True
KIND = "password"
LENGTHS = (24, 21, 18, 15, 12)
BITS = 11  # that one word stands for


def find(page: Page) -> Iterator[Found]:
    """Each phrase once, the longest at its place; numbers may stand between the words ("1. legal 2. winner")."""
    texts = page.words.texts
    if not has_enough(texts):
        return
    numbers = phrase_words()
    row: list[int] = []
    for here in range(len(texts) + 1):
        text = texts[here] if here < len(texts) else ""
        if text in numbers:
            row.append(here)
        elif not text.isdigit() or not row:
            yield from _in_row(page, row)
            row = []


def may_have_phrase(words: list[str]) -> bool:
    """Whether so many words of the list stand in a row."""
    if not has_enough(words):
        return False
    known = map(phrase_words().__contains__, words)
    return max((sum(1 for _ in row) for is_of_list, row in groupby(known) if is_of_list), default=0) >= LENGTHS[-1]


def has_enough(words: list[str]) -> bool:
    """Whether so many words of the list are anywhere: few messages have that."""
    return len(words) >= LENGTHS[-1] and sum(map(phrase_words().__contains__, words)) >= LENGTHS[-1]


def _in_row(page: Page, row: list[int]) -> Iterator[Found]:
    first = 0
    while first + LENGTHS[-1] <= len(row):
        length = next((each for each in LENGTHS if _checks(page, row[first : first + each], each)), 0)
        if length:
            start, end = page.words.starts[row[first]], page.words.ends[row[first + length - 1]]
            yield Found(KIND, start, end, "", "check digit")
        first += length or 1


def _checks(page: Page, row: list[int], length: int) -> bool:
    if len(row) < length:
        return False
    numbers = phrase_words()
    value = 0
    for here in row:
        value = value << BITS | numbers[page.words.texts[here]]
    sum_bits = length * BITS // 33
    entropy, checksum = value >> sum_bits, value & ((1 << sum_bits) - 1)
    digest = sha256(entropy.to_bytes((length * BITS - sum_bits) // 8, "big")).digest()
    return digest[0] >> (8 - sum_bits) == checksum


@cache
def phrase_words() -> dict[str, int]:
    """The words with their numbers."""
    lines = (files("parley.core.policy.identifiers") / "phrase_words.txt").read_text(encoding="utf-8").splitlines()
    return {word: number for number, word in enumerate(line for line in lines if not line.startswith("#"))}
