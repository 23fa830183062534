"""E2: threats, ways to hurt people or animals, crime and trade with it, self-harm, praise of atrocities, spying.

Not: a process that is killed, a film that is shot, games and stories, history, prevention, what a word means.
"""

from collections.abc import Iterator, Sequence

from parley.core.policy.screening.concepts.classes import kind_of, words_of
from parley.core.policy.screening.concepts.deeds import is_attended, spares_animals
from parley.core.policy.screening.concepts.marks import Mark, Words, marks, pieces
from parley.core.policy.screening.concepts.message import Message, distance, inside, overlaps
from parley.core.policy.screening.concepts.objects import MATERIALS
from parley.core.policy.screening.concepts.play import is_play
from parley.core.policy.screening.concepts.request import Request, calls, is_past, of_somebody, prevents, tells
from parley.core.policy.screening.concepts.stories import excuses, is_staged
from parley.core.policy.screening.concepts.vocabulary import vocabulary
from parley.core.policy.screening.hits import Hit
from parley.core.policy.screening.reading import Reading

GROUP = "E2"
FILES = ("harm", "stories", "play", "negation")
CALLING = frozenset({
    "grave", "threat", "violence", "distress", "gore", "crime",
    "trade", "self_harm", "atrocity", "acquaintance", "extortion"
})  # fmt: skip
PRIVATE = frozenset({"private"})  # what says nothing while it is nobody's
REACH = 5  # words from what is done to whom it is done
NEAR = 9  # words from will or question to the deed
TRADE, CRIME, ASKED_CRIME, EXTORTION, SELF_HARM, PRAISE, SNOOPING = 0.85, 0.6, 0.9, 0.8, 0.8, 0.75, 0.6
WILL, ASKED, THREAT, GRAVE = 0.85, 0.85, 0.9, 0.7
DISTRESS, GORE, EACH = 0.4, 0.36, 0.05  # and what each word adds
STORY, LEARNING = 0.3, 0.4  # what is left of a strength in a story; where somebody learns, warns or reports

PAST = (("why", "did"), ("how", "did"), ("when", "did"))  # a question about history
COMPARED = frozenset(("same", "illegal", "legal", "crime", "offence", "punished"))  # "is arson the same as"
EXPLAINING = frozenset(("explain", "describe", "define"))

VIOLENT = ("how to hurt", "threat", "how to do a grave crime", "crime")
UNEXCUSED = ("praise of an atrocity", "spying", "forbidden trade")  # whatever the message wants to learn
FAINTEST = 0.1
THINGS = frozenset(("inert", "food", "machine"))
WHEN = words_of("objects", "when")
HAIR = frozenset(("hair", "hairs", "beard", "moustache"))


def uncalled(reading: Reading) -> bool:
    """Whether an English request may harm by what it would do to whom, or by whose details it asks for."""
    return calls(reading) or of_somebody(reading)


def find(reading: Reading) -> list[Hit]:
    """One hit if the text does or helps harm, as strong as that is sure."""
    strength, what = max((_judged(words) for words in pieces(reading)), default=(0.0, ""))
    return [Hit(GROUP, "detector", strength, what)] if strength >= FAINTEST else []


def is_played(reading: Reading) -> bool:
    """Whether a request is about a game or a story, or somebody who lives in one."""
    known = vocabulary(*FILES)
    messages = ((words, Message(words, marks(known, words))) for words in pieces(reading))
    return any(Request(words).is_set_in_play(message) and excuses(message, "") for words, message in messages)


def _judged(words: Words) -> tuple[float, str]:
    known = vocabulary(*FILES)
    request = Request(words)
    private = request.of_somebody and words.call(known, PRIVATE)
    if not private and not words.call(known, CALLING) and not request.strength:
        return 0.0, ""
    message = Message(words, marks(known, words))
    strength, what = max(_harms(message), default=(0.0, ""))
    if (is_staged(message) or request.is_told(message)) and excuses(message, what):
        strength *= STORY
    elif _learns(message, what) or (what in VIOLENT and request.harmless):
        strength *= LEARNING
    return max((strength, what), request.judged(message))


def _learns(message: Message, what: str) -> bool:
    if what in UNEXCUSED:
        return False
    if what == "crime" and message.words[0] == "why" and message.words[1] in ("are", "do", "does", "is"):
        return True
    return message.has("learning") or _asks_what(message) or is_past(message.words) or _is_told(message.words)


def _is_told(words: Sequence[str]) -> bool:
    """What somebody does, or is to be kept from."""
    return tells(words) or prevents(words)


def _asks_what(message: Message) -> bool:
    """ "What is a pyramid scheme?": the thing is asked about, not how to do it."""
    if message.words[0] in EXPLAINING and not message.has("asking") and "how" not in message.words:
        return True
    if message.words[0] in ("is", "are", "was") and not COMPARED.isdisjoint(message.words[:8]):
        return not message.has("asking")
    asks_first = any(mark.start == 0 for mark in message.of("snooping"))
    return asks_first and message.asks and not message.has("asking") and not message.has("will")


def _meant(message: Message, concept: str) -> list[Mark]:
    harmless = message.of("harmless")
    return [mark for mark in message.of(concept) if not overlaps(mark, harmless)]


def _harms(message: Message) -> Iterator[tuple[float, str]]:
    asked = message.has("asking")
    yield from _violence(message)
    if any(not message.denied(mark) for mark in _meant(message, "threat")):
        yield THREAT, "threat"
    for mark in _meant(message, "crime"):
        if not message.denied(mark):
            yield (ASKED_CRIME if asked else CRIME), "crime"
    if _meant(message, "trade"):
        yield TRADE, "forbidden trade"
    if _meant(message, "self_harm"):
        yield SELF_HARM, "self-harm"
    distress = {mark.start for mark in message.of("distress")}
    if len(distress) > 1:
        yield min(DISTRESS + EACH * len(distress), SELF_HARM), "distress"
    gore = {message.words[mark.start] for mark in _meant(message, "gore")}
    if len(gore) > 2:
        yield min(GORE + EACH * len(gore), SELF_HARM), "gore"
    if _meant(message, "extortion"):
        yield EXTORTION, "extortion"
    if message.has("atrocity") and _meant(message, "approval") and message.words[:2] not in PAST:
        yield PRAISE, "praise of an atrocity"
    owners = message.of("acquaintance")
    if message.has("snooping") and any(_is_of(p, o) for p in message.of("private") for o in owners):
        yield SNOOPING, "spying"
    if any(0 <= g.start - a.end < 2 for g in _meant(message, "grave") for a in message.of("asking")):
        yield GRAVE, "how to do a grave crime"


def _is_of(detail: Mark, owner: Mark) -> bool:
    """ "My ex's messages", "los mensajes de mi ex"."""
    return 0 <= detail.start - owner.end < 4 or 0 <= owner.start - detail.end < 2


def _violence(message: Message) -> Iterator[tuple[float, str]]:
    victims = [v for v in message.of("victim") if not inside(v, message.of("harmless"))]
    victims = [v for v in victims if not _owns_a_thing(message, v) and not _describes_a_thing(message, v)]
    if message.language.startswith("hi"):
        yield from _violence_last(message, victims)
        return
    for deed in _meant(message, "violence"):
        if message.denied(deed):
            continue
        verb = message.words[deed.start]
        reasons = [r for r in message.of("will", "asking") if 0 <= deed.start - r.end < NEAR]
        first = min((r.end for r in reasons), default=deed.start)
        near = [v for v in victims if first <= v.start < deed.end + REACH and not message.parted(v, deed)]
        if message.language == "en":
            near = [v for v in near if not is_play(message.words, deed.start, v.end, len(message.words))]
        near = [v for v in near if not _is_food(message, verb, v)]
        near = [v for v in near if not is_attended(verb, message.words[v.end - 1])]
        if not any(v.start >= deed.end or v.start > first for v in near):
            continue
        will = any(r.concept == "will" for r in reasons)
        asked = any(r.concept == "asking" for r in reasons)
        if will or asked:
            yield (WILL if will else ASKED), "threat" if will else "how to hurt"


def _owns_a_thing(message: Message, victim: Mark) -> bool:
    """ "My son's hair", "my sister's wedding": not the person is meant, nor what is dear to them."""
    if not HAIR.isdisjoint(message.words[victim.end : victim.end + 3]):
        return True
    if message.words[victim.end : victim.end + 1] != ("s",):
        return False
    owned = (victim.end + 1, victim.end + 2)
    return not any(mark.start in owned for mark in message.of("dear", "victim"))


def _describes_a_thing(message: Message, victim: Mark) -> bool:
    """ "Bank statements", "body hair", "the boss level": what is named first only says of what kind the thing is."""
    if victim.start and message.words[victim.start - 1] in MATERIALS and message.language == "en":
        return True  # "a plastic soldier"
    following = message.words[victim.end : victim.end + 1]
    return bool(following) and message.language == "en" and kind_of(following[0]) in THINGS and following[0] not in WHEN


def _is_food(message: Message, verb: str, victim: Mark) -> bool:
    """ "Gut a rabbit", "bury a dead bird": what hunters, cooks and owners of pets do."""
    if kind_of(message.words[victim.end - 1]) != "animals":
        return False
    return spares_animals(verb, message.words[max(0, victim.start - 3) : victim.end + REACH])


def _violence_last(message: Message, victims: list[Mark]) -> Iterator[tuple[float, str]]:
    """In Hindi, where the deed comes after whom it hits, and "how" between the two or at the end."""
    for deed in _meant(message, "violence"):
        near = [v for v in victims if 0 <= deed.start - v.end < REACH and not message.parted(v, deed)]
        reasons = [r for r in message.of("will", "asking") if distance(r, deed) < REACH]
        if near and reasons and not message.denied(deed):
            will = any(r.concept == "will" for r in reasons)
            yield (WILL if will else ASKED), "threat" if will else "how to hurt"
