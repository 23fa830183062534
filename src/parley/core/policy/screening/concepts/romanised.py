"""Hindi in Latin letters has no fixed spelling: words are compared by how they sound."""

import re
from functools import lru_cache

DOUBLED = re.compile(r"([a-z])\1+")
BREATH = re.compile("(?<=[bdgjkpt])h")
LONG = (
    *(
        ("aa", "a"),
        ("ee", "i"),
        ("oo", "u"),
        ("ou", "o"),
        ("au", "o"),
        ("ai", "e"),
        ("ey", "e"),
        ("ei", "e"),
        ("ay", "e"),
    ),
    *(("w", "v"), ("z", "j"), ("ph", "f"), ("q", "k"), ("ck", "k"), ("sh", "s"), ("ru", "ri")),
)
NASAL = re.compile("(?<=[eio])n$")


@lru_cache(maxsize=20_000)
def sounded(word: str) -> str:
    """The word as it sounds, roughly; a ``*`` at its end stays."""
    open_end = word.endswith("*")
    for written, heard in LONG:
        word = word.replace(written, heard)
    word = DOUBLED.sub(r"\1", BREATH.sub("", word))
    return word if open_end else NASAL.sub("", word)
