"""What is read of a question in English, each sign by its name: words, how it opens, classes of things, deed, target.

No sign decides by itself. The names stand in the model's file, so that what was decided can be told by them.
"""

import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import pairwise

from parley.core.policy.screening.concepts.asked import asked
from parley.core.policy.screening.concepts.classes import deeds, kind_of
from parley.core.policy.screening.concepts.objects import targets

WORDS = tomllib.loads((files("parley.core.policy.screening.questions") / "words.toml").read_text(encoding="utf-8"))
PLAIN = frozenset(WORDS["plain"].split())  # words that are their own class: they say how a sentence is built
OPENERS = frozenset(WORDS["openers"].split())
ENDINGS = ("ing", "ed", "es", "s", "er", "ly")
STEM, OPENING = 4, 4  # letters that are left of a stem; and that an opening has
AGAINST = ("beings", "property", "unlawful", "protective", "taking", "obtaining")  # in this order a verb is one of them
LENGTHS = 4  # words that make one step of length
LONGEST = 5


def signs(words: Sequence[str]) -> Counter[str]:
    """Every sign, with how often it is there."""
    found = Counter(between(words))
    for word in set(words):
        found.update(of_word(word))
    return found


def of_word(word: str) -> Iterator[str]:
    """What a word says wherever it stands."""
    yield f"word {word}"
    yield f"stem {_stem(word)}"
    yield f"begins {word[:OPENING]}"
    kind = kind_of(word)
    if kind:
        yield f"names {kind}"


def between(words: Sequence[str]) -> Iterator[str]:
    """What they say by their order."""
    for count in (1, 2, 3):
        yield f"opens {' '.join(words[:count])}"
    yield f"length {min(len(words) // LENGTHS, LONGEST)}"
    for one, other in set(pairwise(words)):
        yield f"row {one} {other}"
    classes = [_class(word) for word in words]
    for row in {*pairwise(classes), *zip(classes, classes[1:], classes[2:], strict=False)}:
        yield f"classes {' '.join(row)}"
    yield from _deeds(words)


def _deeds(words: Sequence[str]) -> Iterator[str]:
    """What is asked for, and to whom or what it would be done."""
    for each in asked(words, ()):
        place = each.start
        if words[place].endswith("ly") and place + 1 < each.end:
            place += 1
        deed = _deed(words[place])
        yield f"deed {deed}"
        for target, _ in zip(targets(words, place + 1, each.end), range(2), strict=False):
            kind = target.kind or "other"
            yield f"target {kind}"
            yield f"does {deed} to {kind}"
            yield f"target {kind}{' own' * target.own}{' of others' * target.others}"
            yield f"does {_stem(words[place])} to {kind}"


def _deed(word: str) -> str:
    return next((name for name in AGAINST if word in deeds(name)), "other")


def _class(word: str) -> str:
    if word in deeds("beings"):
        return f"deed {kind_of(word)}".strip()
    return kind_of(word) or (word if word in PLAIN else "_")


def _stem(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= STEM:
            return word[: -len(ending)]
    return word
