"""A text as the screens read it: made once, asked by all of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from parley.core.policy.screening.disguises import undisguised
from parley.core.policy.screening.features import Numbers, features
from parley.core.policy.screening.language import language_of
from parley.core.policy.screening.mending import mended
from parley.core.policy.screening.normalise import fold, spaced
from parley.core.policy.screening.respacing import respaced
from parley.core.policy.screening.tokens import Form, Tokens, tokens
from parley.core.policy.screening.weighing import weighed

ENOUGH, LONG_INITIALS, LOOKED_AT = 3, 2, 40  # words that talk, letters that do not, and words that are looked at


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A text with its folded form and words; of one that is written in disguise, the text as it is meant.

    ``others``: where a word may be meant otherwise than written, with how many words it stands for; ``runs``: letters
    that stood apart, joined. ``languages``: all that the text may be in; ``language``: the likeliest, else 'und'.
    ``features``: the same words as the text model sees them; ``odds``: what it makes of them, by clause;
    ``lure``: how much they speak for a lure.
    """

    text: str
    folded: str
    words: tuple[str, ...]
    others: Mapping[int, tuple[Form, ...]]
    runs: tuple[str, ...]
    language: str
    languages: tuple[str, ...]
    features: tuple[Numbers, Numbers]
    odds: Mapping[str, float]
    lure: float


@lru_cache(maxsize=256)
def read(text: str) -> Reading:
    """The reading of the text; the last few are remembered, since many rules ask about one message."""
    text = undisguised(respaced(text))
    found = _read(text)
    numbers = features(found.words)
    said, odds, lure = weighed(numbers)
    language, languages = language_of(text, said)
    others = {place: tuple(forms) for place, forms in found.others.items()}
    words, runs = tuple(found.words), tuple(found.runs)
    return Reading(text, " ".join(words), words, others, runs, language, languages, numbers, odds, lure)


def talks(reading: Reading) -> bool:
    """Three words or more that are no numbers, codes or initials."""
    talking = 0
    for word in reading.words[:LOOKED_AT]:
        if len(word) > LONG_INITIALS and (word.isalpha() or not any(map(str.isdigit, word))):
            talking += 1
            if talking == ENOUGH:
                return True
    return False


def words_as_meant(text: str) -> list[str]:
    """The words of the reading alone, for who asks nothing else of the text."""
    return _read(undisguised(respaced(text))).words


def _read(text: str) -> Tokens:
    return mended(tokens(fold(spaced(text))))
