"""The words of languages that no list of ours holds as they are written: stems, with all that each class of them takes.

Hindi in Latin letters is written as each hears it, and of Arabic the lists know what is printed, not what is spoken.
"""

import tomllib
from collections.abc import Iterator
from itertools import product
from typing import Any

from parley.core.policy.screening.normalise import fold
from scripts.screen_samples import SCREENING

SHORTEST = 4  # letters of an inflected word: shorter ones stand inside of too many others
SHORTEST_BARE = 2
NONE = "-"  # nothing before or behind the stem


def inflected() -> Iterator[tuple[str, str, int]]:
    """Each word with its language and cost."""
    for file in sorted((SCREENING / "teaching" / "spoken").glob("*.toml")):
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        for group in data.values():
            if isinstance(group, dict):
                for word in dict.fromkeys(_forms(group, data["spelt"])):
                    yield word, data["language"], group["price"]


def _forms(group: dict[str, Any], spelt: list[list[str]]) -> Iterator[str]:
    before, endings = (_affixes(group.get(name, NONE)) for name in ("before", "endings"))
    for first, stem, ending in product(before, group["stems"].split(), endings):
        for word in _spellings(first + stem + ending, spelt):
            folded = fold(word)
            if len(folded) >= (SHORTEST if first or ending else SHORTEST_BARE):
                yield folded


def _affixes(listed: str) -> list[str]:
    return ["" if each == NONE else each for each in listed.split()]


def _spellings(word: str, spelt: list[list[str]]) -> set[str]:
    ways = {word}
    for one, other in spelt:
        ways |= {way.replace(one, other) for way in ways}
    return ways
