"""A text in a form that hides nothing: look-alike letters, invisible marks and accents are gone, place by place.

What attackers do with whole words (spacing, digits for letters) is for ``tokens``: this file knows characters only.
"""

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from parley.core.policy.parts import WHOLE

# What matters say comes in parts that are not longer (``parts``); of anything else, this much is read.
FIRST, LAST = 4_200, WHOLE - 4_200
SYMBOL = "~"  # stands for any picture
OVERRIDE = "\u202e"  # shows what follows backwards
OVERRIDDEN = re.compile("\u202e([^\u202a-\u202e\u2066-\u2069]*)")
INVISIBLE = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
                       "\u3164\ufe00-\ufe0f\ufeff\uffa0\u0300-\u036f\u0483-\u0489\u20d0-\u20f0]+")  # fmt: skip
FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u058f\u13a0-\u13ff]")
# From where the letters begin, so that a row of others is looked through once.
FOREIGN_WORD = re.compile(r"(?:(?<![^\W\d_])[^\W\d_]*)?[\u0370-\u03ff\u0400-\u058f\u13a0-\u13ff][^\W_]*")
LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
LONGEST_WORD = 240  # no word is so long: what looks at pairs of letters must not be kept busy
ENDLESS = re.compile(rf"\w{{{LONGEST_WORD}}}")
ROW, CAPITAL, SHORTEST_CAPITAL = re.compile(r"[^\W\d_]{12,240}"), re.compile("(?<=[a-z])(?=[A-Z])"), 4
UNUSED, TAGS = 0x323B0, 0xE0000  # between these, no character was ever given out
INDIC = ("\u0900", "\u0dff")
# Letters that Arabic (and Persian, Urdu) writers use one for the other, and the marks that they leave out.
ARABIC = {
    **dict.fromkeys("أإآٱ", "ا"),
    **dict.fromkeys("ىیئې", "ي"),
    **dict.fromkeys("ةہەھ", "ه"),
    **dict.fromkeys("کڪ", "ك"),
    "ؤ": "و",
    "گ": "ك",
    "پ": "ب",
    "چ": "ج",
    "ژ": "ز",
    "ڤ": "ف",
    "ـ": "",
    "ء": "",
}
HINDI = {"़": "", "ँ": "ं", "ॅ": "े", "ॉ": "ो"}
DASHES = frozenset("·•‧∙⋅・●○◦‐‑‒–—―−⁄∕")


def spaced(text: str) -> str:
    """With a space before each capital in a row of letters longer than words are: "HowcanIsell", "#BigSummerSale"."""
    return ROW.sub(_spaced, text) if ROW.search(text) else text


def _spaced(row: re.Match[str]) -> str:
    words = CAPITAL.sub(" ", row.group())
    return words if (words.count(" ") + 1) * SHORTEST_CAPITAL <= len(row.group()) else row.group()


@lru_cache(maxsize=64)
def fold(text: str) -> str:
    """Lower-case, without accents, look-alikes or anything that can not be seen. Takes time in proportion."""
    folded = _folded(text)
    return ENDLESS.sub(r"\g<0> ", folded) if len(folded) >= LONGEST_WORD else folded


def _folded(text: str) -> str:
    if len(text) > FIRST + LAST:
        text = f"{text[:FIRST]} {text[-LAST:]}"
    if text.isascii():
        return text.lower().replace("_", "-")
    if OVERRIDE in text:
        text = OVERRIDDEN.sub(lambda shown: shown.group(1)[::-1], text)
    text = INVISIBLE.sub("", text)
    if FOREIGN.search(text):
        text = FOREIGN_WORD.sub(_as_read, text)
    return text.translate(_FOLDS)[: (FIRST + LAST) * 2]


def _as_read(word: re.Match[str]) -> str:
    exact, loose = _lookalikes()
    written = word.group()
    read = [exact.get(character, character) for character in written]
    if LATIN.search(written):
        return "".join(loose.get(character, character) for character in read)
    return "".join(read) if not any(FOREIGN.match(character) for character in read) else written


@cache
def _table() -> dict[str, dict[str, str]]:
    data = tomllib.loads((files("parley.core.policy.screening") / "confusables.toml").read_text(encoding="utf-8"))
    return {script: {c: letter for letter, like in letters.items() for c in like} for script, letters in data.items()}


@cache
def _lookalikes() -> tuple[dict[str, str], dict[str, str]]:
    scripts = _table()
    exact = scripts["cyrillic"] | scripts["greek"] | scripts["armenian"] | scripts["cherokee"]
    return exact, scripts["loose"]


class _Folds(dict[int, str]):
    """What becomes of each character, found out when it is first met."""

    KEPT = 20_000  # so many are remembered; there are a million

    def __missing__(self, code: int) -> str:
        if UNUSED <= code < TAGS:
            return ""
        if 0x3400 <= code < 0xA48D or 0x20000 <= code < 0x2A6E0:
            return chr(code)  # Chinese and Yi
        folded = _fold_one(chr(code))
        if len(self) < self.KEPT:
            self[code] = folded
        return folded


_FOLDS = _Folds()


def _fold_one(character: str) -> str:
    if "\u2e80" <= character <= "\ua4cf" or "\uac00" <= character <= "\uf8ff":
        return character  # Chinese, Japanese, Korean and private characters: nothing to fold, and there are many
    latin = _table()["latin"].get(character) or _enclosed(character)
    if latin:
        return latin
    plain = unicodedata.normalize("NFKD", character).casefold()
    return "".join(_base(each) for each in unicodedata.normalize("NFKD", plain))


def _enclosed(character: str) -> str:
    """Letters in dark squares and circles, and those that flags are made of."""
    for first in (0x1F130, 0x1F150, 0x1F170, 0x1F1E6):
        if first <= ord(character) < first + 26:
            return chr(ord("a") + ord(character) - first)
    return ""


def _base(character: str) -> str:
    if character in ARABIC:
        return ARABIC[character]
    if character in HINDI:
        return HINDI[character]
    if character == "_" or character in DASHES:
        return "-"
    if character.isspace():
        return " "
    if character.isascii():
        return character if character.isprintable() else ""
    latin = _table()["latin"].get(character)
    if latin:
        return latin
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.digit(character))
    if category in ("Mn", "Mc", "Me"):
        return character if INDIC[0] <= character <= INDIC[1] else ""
    if category in ("Cf", "Cc", "Cs", "Cn"):
        return ""
    if category.startswith("Z"):
        return " "
    return SYMBOL if category.startswith("S") else character
