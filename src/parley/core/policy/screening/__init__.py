"""What a text speaks of, for the clauses on content: word lists, recognisers and a text model, in six languages.

``screen`` asks all of them once for a text; each rule looks at the hits of its own clause.
"""

from functools import lru_cache

from parley.core.policy.screening import model, stretches
from parley.core.policy.screening.combining import combined
from parley.core.policy.screening.hits import CLEAR, HIT, Hit
from parley.core.policy.screening.passages import parted, worth_reading
from parley.core.policy.screening.questions.weighing import heard
from parley.core.policy.screening.reading import Reading, read, talks
from parley.core.policy.screening.recognising import found

__all__ = [
    "CLEAR",
    "HIT",
    "OF_STRETCHES",
    "REMEMBERED",
    "Hit",
    "Reading",
    "of_passages",
    "read",
    "screen",
    "signs",
    "strongest",
    "talks",
]


# Texts of which is remembered what was found in them: a bot's answers and canned replies are said to many people.
REMEMBERED = 1_024
# What deceives may take many sentences to do so.
OF_STRETCHES = frozenset({"B8"})


@lru_cache(maxsize=REMEMBERED)
def screen(text: str) -> tuple[Hit, ...]:
    """Every sign of a breach as strong as all of them together make it, also weak ones below ``HIT``."""
    strongest: dict[tuple[str, str], Hit] = {}
    for hit in (*_screened(text), *of_passages(text)):
        key = hit.group, hit.kind
        if key not in strongest or strongest[key].strength < hit.strength:
            strongest[key] = hit
    return tuple(strongest.values())


def of_passages(text: str) -> tuple[Hit, ...]:
    """What sentences of the text say by themselves, and of deception its stretches."""
    reading = read(text)
    found = parted(text, reading)
    parts = dict.fromkeys(worth_reading(found, reading.others))
    hits = (hit for part in parts for hit in _screened(part, whole=False) if hit.group not in OF_STRETCHES)
    return (*hits, *stretches.find(found, reading))


@lru_cache(maxsize=REMEMBERED)
def _screened(text: str, whole: bool = True) -> tuple[Hit, ...]:
    reading = read(text)
    hits = heard(reading, found(reading, whole=whole))
    return combined(hits, model.odds(reading), talks=talks(reading))


@lru_cache(maxsize=256)
def signs(text: str) -> tuple[Hit, ...]:
    """What the word lists, the recognisers and the model each say by themselves."""
    reading = read(text)
    return (*heard(reading, found(reading)), *model.find(reading))


def strongest(text: str, group: str) -> Hit | None:
    """The strongest hit of the clause that counts, None if there is none."""
    return _strongest(text).get(group)


@lru_cache(maxsize=REMEMBERED)
def _strongest(text: str) -> dict[str, Hit]:
    """By clause: each of two dozen rules asks about the same text."""
    by_group: dict[str, Hit] = {}
    for hit in screen(text):
        if hit.strength >= HIT and (hit.group not in by_group or by_group[hit.group].strength < hit.strength):
            by_group[hit.group] = hit
    return by_group
