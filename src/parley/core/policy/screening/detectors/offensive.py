"""E7: sexual content, abuse of the reader, and coarse language."""

from parley.core.policy.screening.concepts.marks import Mark, Words, marks, pieces
from parley.core.policy.screening.concepts.message import Message, distance, overlaps
from parley.core.policy.screening.concepts.vocabulary import vocabulary
from parley.core.policy.screening.hits import Hit
from parley.core.policy.screening.reading import Reading

GROUP = "E7"
FILES = ("offensive", "negation")
CALLING = frozenset({"explicit", "sexual", "swearing", "abuse", "insult"})
EXPLICIT, SEVERAL_EXPLICIT, PASSING = 0.9, 0.97, 0.6
SEXUAL, SUGGESTIVE, EACH = 0.55, 0.4, 0.07
ABUSE, AIMED, SWEARING, EACH_COARSE, INSULT = 0.85, 0.7, 0.52, 0.04, 0.6
LONG = 60  # words of a text in which one word is said in passing
CLOSE = 3
NEAR = 4  # words from who called somebody names to the names
OFTEN = 0.04  # of the words, from where on suggestive ones make a text sexual


def find(reading: Reading) -> list[Hit]:
    """One hit if the text is offensive, as strong as that is sure."""
    strength, what = max((_judged(words) for words in pieces(reading)), default=(0.0, ""))
    return [Hit(GROUP, "detector", strength, what)] if strength else []


def _judged(words: Words) -> tuple[float, str]:
    known = vocabulary(*FILES)
    if not words.call(known, CALLING):
        return 0.0, ""
    message = Message(words, marks(known, words))
    return max(_explicit(message), _abusive(message))


def _meant(message: Message, *concepts: str) -> list[Mark]:
    innocent = message.of("innocent")
    return [mark for mark in message.of(*concepts) if not overlaps(mark, innocent)]


def _explicit(message: Message) -> tuple[float, str]:
    explicit = {mark.start for mark in _meant(message, "explicit")}
    suggestive = {message.words[mark.start] for mark in _meant(message, "sexual")}
    words = len(message.words)
    if explicit:
        several = len(explicit) > 1 or len(suggestive) > 1
        passing = words > LONG and not several
        return (PASSING if passing else SEVERAL_EXPLICIT if several else EXPLICIT), "explicit"
    if len(suggestive) < 2 or message.has("medical"):
        return 0.0, ""
    often = len(suggestive) > 2 and len(suggestive) / max(words, 20) > OFTEN
    return min(
        (SEXUAL if often else SUGGESTIVE) + EACH * (len(suggestive) - 2), EXPLICIT if often else SUGGESTIVE
    ), "sexual"


def _abusive(message: Message) -> tuple[float, str]:
    if any(not _is_told(message, mark) for mark in _meant(message, "abuse")):
        return ABUSE, "abuse"
    swearing, insults, readers = _meant(message, "swearing"), _meant(message, "insult"), message.of("reader")
    insults = [mark for mark in insults if not _is_told(message, mark)]
    if any(distance(mark, reader) < CLOSE for mark in swearing for reader in readers):
        return AIMED, "coarse words to the reader"
    if any(0 <= mark.start - reader.end < 2 and not message.denied(mark) for mark in insults for reader in readers):
        return INSULT, "an insult"
    if not swearing:
        return 0.0, ""
    return min(SWEARING + EACH_COARSE * (len(swearing) - 1), AIMED), "coarse words"


def _is_told(message: Message, insult: Mark) -> bool:
    """ "She called me a stupid cow": told of somebody, not said to the reader."""
    return any(0 <= insult.start - told.end < NEAR and not message.parted(told, insult) for told in message.of("told"))
