"""What the word lists, the recognisers and the text model make of a text together.

The model's odds and what a list's word is worth are added up: a weak word counts in a sentence that sounds like a
breach, a strong one does not in a sentence that is plainly about something else. Where the model was not taught a
clause, lists and recognisers stand by themselves.
"""

from collections.abc import Iterable
from math import exp, log

from parley.core.policy.screening.hits import Hit

# What a word of a list adds to the odds (as logarithm), by the strength that the list gives it.
WORTH = ((0.92, 7.0), (0.8, 5.5), (0.5, 3.0), (0.0, 0.5))
FAINTEST = 0.05  # a weaker sign is none
FARTHEST = 12.0
# Alone the model must be sure, by seven to one: of ordinary talk one message in forty sounds like something by chance.
ALONE = 2.0
HEARD = log(FAINTEST / (1 - FAINTEST)) - 0.01


def combined(found: Iterable[Hit], odds: dict[str, float], *, talks: bool = True) -> tuple[Hit, ...]:
    """One hit a clause from the lists, one from the recognisers, or one from the model where it speaks alone.

    ``talks``: whether the text holds enough words for the model to speak alone; of a name or a number it knows nothing.
    """
    hits: dict[tuple[str, str], Hit] = {}
    for hit in found:
        if hit.kind == "model" and not talks:
            continue
        at_odds = odds.get(hit.group)
        if at_odds is not None and hit.kind == "lexicon":
            hit = Hit(hit.group, hit.kind, likelihood(at_odds + worth(hit.strength)), hit.what)  # noqa: PLW2901
        key = (hit.group, hit.kind)
        if key not in hits or hits[key].strength < hit.strength:
            hits[key] = hit
    for group, at_odds in odds.items():
        beyond = at_odds - ALONE
        if beyond < HEARD:  # as it is of most
            continue
        strength = likelihood(beyond)
        if talks and strength >= FAINTEST and (group, "lexicon") not in hits:
            hits[group, "model"] = Hit(group, "model", strength, "text model")
    return tuple(hits.values())


def worth(strength: float) -> float:
    """What a sign of that strength adds to the odds."""
    return next(worth for least, worth in WORTH if strength >= least)


def likelihood(odds: float) -> float:
    """From 0 to 1; even odds are 0.5."""
    return 1 / (1 + exp(-max(-FARTHEST, min(FARTHEST, odds))))


def odds_of(strength: float) -> float:
    """The other way round."""
    bounded = min(max(strength, 1e-4), 1 - 1e-4)
    return log(bounded / (1 - bounded))
