"""A text in the form in which numbers and their names can be found: the same length, character for character."""

import unicodedata
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

# Stands for a mark that can not be seen, or that only decorates the character before it.
UNSEEN = "\u200b"
# Letters of other scripts that look like Latin ones, beside those.
TWINS = str.maketrans(
    "аеорсухіѕјһԁո" "οαιρνκτχυ" "ОВЕАРСТМНКХІУЅЈ" "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcyxisjhdn" "oaipvktxu" "obeapctmhkxiysj" "abezhikmnoptyx",
)  # fmt: skip
ARABIC = {"ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي"}
# From the first of each up to the second, nothing is written otherwise: Chinese and Yi, code points that were never
# given out, and those that are given to everybody for private use.
SAME = ((0x3400, 0xA48D), (0x20000, 0x2F800), (0x2FA20, 0xE0000), (0xE01F0, 0x110000))
LONG = 100  # characters; below, it takes longer to hand a text over to arrays than to read it
UNKNOWN = 0xFFFFFFFF


class _Table(dict[int, str]):
    """Filled as characters are met, so that a text is translated at the speed of ``str.translate``."""

    KEPT = 20_000  # so many are remembered; there are a million

    def __missing__(self, code: int) -> str:
        for first, stop in SAME:
            if first <= code < stop:
                return chr(code)
        made = _plain(chr(code))
        if len(self) < self.KEPT:
            self[code] = made
        return made


@lru_cache(maxsize=64)
def plain(text: str) -> str:
    """Digits of any script as 0-9, letters small and without accents, nothing that hides what stands beside it."""
    if text.isascii():
        return text.lower()
    return text.translate(_TABLE) if len(text) < LONG else _plain_of_long(text)


def _plain_of_long(text: str) -> str:
    """The same by a table of all code points: a text may be made of so many that a dictionary hardly ever knows one."""
    known = _all_code_points()
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    made = known[codes]
    unknown = codes[made == UNKNOWN]
    if unknown.size:
        fresh = set(unknown.tolist())
        known[[*fresh]] = [ord(_TABLE[code]) for code in fresh]
        made = known[codes]
    return made.tobytes().decode("utf-32-le", "surrogatepass")


@cache
def _all_code_points() -> NDArray[np.uint32]:
    """Filled as characters are met, 4 MiB and no more."""
    known = np.full(0x110000, UNKNOWN, np.uint32)
    for first, stop in SAME:
        known[first:stop] = np.arange(first, stop)
    return known


def _plain(character: str) -> str:
    if character.isascii():
        return character.lower()
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    if ord(character) in TWINS:
        return character.translate(TWINS)
    category = unicodedata.category(character)
    if category == "Pd" or character in "\u2212\u0640":
        return "-"
    if category == "Zs":
        return " "
    if category in ("Cf", "Me") or (category == "Mn" and not _is_indian(character)):
        return UNSEEN
    return _letter(character)


def _letter(character: str) -> str:
    """Without accents and in small letters: é as e, Ｏ as o, أ as ا."""
    if _is_indian(character):
        return character
    first = unicodedata.normalize("NFKD", character)[:1].lower()
    return ARABIC.get(first, first) if len(first) == 1 else character


def _is_indian(character: str) -> bool:
    """Vowel signs are part of a Hindi word; accents and Arabic's vowel marks are not missed."""
    return "\u0900" <= character <= "\u0d7f"


_TABLE = _Table()
