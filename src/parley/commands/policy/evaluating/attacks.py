"""What attackers do to a text so that filters do not read it: most ways are applied to every longer word."""

import re
from collections.abc import Callable
from zlib import crc32

WORD = re.compile(r"[^\W\d_]{4,}")
LATIN = re.compile(r"[a-zA-Z]{4,}")
CYRILLIC = str.maketrans("aceopxyisjABCEHKMOPTXY", "асеорхуіѕјАВСЕНКМОРТХУ")
GREEK = str.maketrans("aoivpxtABEHIKMNOPTXYZ", "αοιvρχτΑΒΕΗΙΚΜΝΟΡΤΧΥΖ")
LEET = str.maketrans("aeiosAEIOS", "4310543105")
SIGNS = str.maketrans("asiASI", "@$!@$!")
FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
BOLD = {ord("a") + i: 0x1D41A + i for i in range(26)} | {ord("A") + i: 0x1D400 + i for i in range(26)}
CIRCLED = {ord("a") + i: 0x24D0 + i for i in range(26)} | {ord("A") + i: 0x24B6 + i for i in range(26)}

# Honest talk around it, which may outweigh it and is in another language than some.
BEFORE = "Thank you for your message, your order has left our warehouse. You can follow it in the app at any time."
AFTER = "If you need anything else, just write to us here. We are glad to help, every day from eight to eight."


def variants(text: str) -> dict[str, str]:
    """The text as each attack writes it; those that change nothing are left out."""
    made = {name: attack(text) for name, attack in ATTACKS.items()}
    return {name: variant for name, variant in made.items() if variant != text}


def _each(pattern: re.Pattern[str], change: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: pattern.sub(lambda word: change(word.group()), text)


def _in_the_middle(mark: str) -> Callable[[str], str]:
    return lambda word: word[: len(word) // 2] + mark + word[len(word) // 2 :]


def _between(mark: str) -> Callable[[str], str]:
    return mark.join


def _some(table: dict[int, int]) -> Callable[[str], str]:
    """Some letters only, chosen by the word: the same word is always written the same way."""
    return lambda word: "".join(
        each.translate(table) if crc32(f"{word}{place}".encode()) % 2 else each for place, each in enumerate(word)
    )


def _repeat(word: str) -> str:
    place = 1 + crc32(word.encode()) % (len(word) - 1)
    return word[:place] + word[place] * 3 + word[place:]


ATTACKS: dict[str, Callable[[str], str]] = {
    "homoglyphs, Cyrillic": _each(LATIN, _some(CYRILLIC)),
    "homoglyphs, Greek": _each(LATIN, _some(GREEK)),
    "homoglyphs, full width": _each(LATIN, lambda word: word.translate(FULL_WIDTH)),
    "homoglyphs, bold": _each(LATIN, lambda word: word.translate(BOLD)),
    "homoglyphs, circled": _each(LATIN, lambda word: word.translate(CIRCLED)),
    "spacing": _each(LATIN, lambda word: f" {_between(' ')(word)} "),
    "dots": _each(LATIN, _between(".")),
    "pictures": _each(LATIN, _between("\U0001f525")),
    "splitting, hyphen": _each(LATIN, _in_the_middle("-")),
    "splitting, space": _each(LATIN, _in_the_middle(" ")),
    "leet": _each(LATIN, _some(LEET)),
    "leet, signs": _each(LATIN, _some(SIGNS)),
    "zero width": _each(WORD, _between("\u200b")),
    "combining marks": _each(LATIN, _between("\u0336")),
    "repeated letters": _each(LATIN, _repeat),
    "run together": lambda text: text.replace(" ", ""),
    "beside honest talk": lambda text: f"{BEFORE} {text}\n{AFTER}",
}
