"""International bank account numbers, by their country's length and check digits."""

import re
from collections.abc import Iterator

from stdnum import iban

from parley.core.policy.identifiers.data import read
from parley.core.policy.identifiers.found import Found
from parley.core.policy.identifiers.page import Page
from parley.core.policy.identifiers.plain import UNSEEN
from parley.core.policy.identifiers.words import LEET

TURN = 1
CHECKS = True
KIND = "bank account number"
LENGTHS: dict[str, int] = read("iban_lengths.toml")
COST = 4  # of the windows that a page has
WIDEST_GAP = 4
GAP = rf"[^\w]{{0,{WIDEST_GAP}}}"
# By their first letter, the second letters of the countries that have IBANs.
FIRSTS = sorted({country[0] for country in LENGTHS})
SECONDS = {first: "".join(sorted(each[1] for each in LENGTHS if each[0] == first)) for first in FIRSTS}
COUNTRY = "|".join(f"{first}{GAP}[{seconds}]" for first, seconds in SECONDS.items())
# A country's two letters and two digits, or letters typed for digits, where a word begins.
START = re.compile(rf"(?<![^\W_])(?=(?:{COUNTRY}){GAP}[\doil]{GAP}[\doil])")
# Letters typed for the digits they look like.
LOOKS = str.maketrans("oil", "011")
VALUES = {ord(letter): str(value) for value, letter in enumerate("abcdefghijklmnopqrstuvwxyz", 10)}  # ISO 13616
BANK = 10  # characters in which the country, the check digits and a bank's letters are written
NAMES = frozenset({"iban", "account"})
LOOK_ALIKES = frozenset({"other", "phone"})


def find(page: Page) -> Iterator[Found]:
    """IBANs; words after the number do not hide it, nor do spaces and marks within."""
    if not page.with_digit:
        return
    until = 0
    for start in START.finditer(page.plain):
        if start.start() < until or page.budget < 0:
            continue
        page.budget -= COST
        found = _at(page, page.word_at(start.start()))
        if found:
            until = found.end
            yield found


def _at(page: Page, here: int) -> Found | None:
    words = page.words
    compact, wanted = "", 0
    for there in range(here, len(words)):
        if there > here and not _joined(page, words.ends[there - 1], words.starts[there]):
            return None
        compact += words.texts[there]
        if not wanted and len(compact) >= 4:
            wanted = _wanted(compact)
            if not wanted:
                return None
        if wanted and len(compact) >= wanted:
            return _judged(page, compact, words.starts[here], words.ends[there]) if len(compact) == wanted else None
    return None


def _wanted(compact: str) -> int:
    return LENGTHS.get(compact[:2], 0) if compact[2:4].translate(LOOKS).isdigit() else 0


def _judged(page: Page, compact: str, start: int, end: int) -> Found | None:
    last = compact[-4:].upper()
    looks = compact[:2] + compact[2:].translate(LOOKS)
    letters_kept = compact[:2] + compact[2:4].translate(LOOKS) + compact[4:8] + compact[8:].translate(LOOKS)
    bank_read = letters_kept[:4] + compact[4:8].translate(LEET) + letters_kept[8:]
    ways = filter(_checks, dict.fromkeys((compact, looks, letters_kept, bank_read)))
    if any(map(iban.is_valid, ways)):
        return Found(KIND, start, end, last)
    if sum(c.isdigit() for c in compact) < 10 or page.has_words(start + BANK, end):
        return None
    tags = page.named(start, end)
    called = tags & NAMES or (not tags & LOOK_ALIKES and page.is_bare(start, end))
    return Found(KIND, start, end, last, "context") if called else None


def _checks(compact: str) -> bool:
    """Whether the remainder is right: asked before the library, which takes ten times as long to say no."""
    number = f"{compact[4:]}{compact[:4]}".translate(VALUES)
    return number.isdecimal() and int(number) % 97 == 1


def _joined(page: Page, end: int, start: int) -> bool:
    gap = page.plain[end:start].replace(UNSEEN, "")
    return len(gap) <= WIDEST_GAP and "\n\n" not in gap
