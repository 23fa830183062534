"""A text in the form in which numbers and their names can be found: the same length, character for character."""

import unicodedata
from functools import lru_cache

# Stands for a mark that can not be seen, or that only decorates the character before it.
UNSEEN = "\u200b"
# Letters of other scripts that look like Latin ones, beside those.
TWINS = str.maketrans(
    "аеорсухіѕјһԁո" "οαιρνκτχυΟΙ" "ОВЕАРСТМНКХІ",
    "aeopcyxisjhdn" "oaipvktxuoi" "obeapctmhkxi",
)  # fmt: skip
UNUSED, TAGS = 0x323B0, 0xE0000  # between these, no character was ever given out
ARABIC = {"ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي"}


class _Table(dict[int, str]):
    """Filled as characters are met, so that a text is translated at the speed of ``str.translate``."""

    KEPT = 20_000  # so many are remembered; there are a million

    def __missing__(self, code: int) -> str:
        if UNUSED <= code < TAGS or 0x3400 <= code < 0xA48D or 0x20000 <= code < 0x2A6E0:  # and Chinese and Yi
            return chr(code)
        made = _plain(chr(code))
        if len(self) < self.KEPT:
            self[code] = made
        return made


@lru_cache(maxsize=64)
def plain(text: str) -> str:
    """Digits of any script as 0-9, letters small and without accents, nothing that hides what stands beside it."""
    return text.lower() if text.isascii() else text.translate(_TABLE)


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
