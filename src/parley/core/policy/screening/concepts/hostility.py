"""How hateful a message is: hostile words that reach a group, and what takes them back."""

import re
from collections.abc import Iterator

from parley.core.policy.screening.concepts.marks import Mark
from parley.core.policy.screening.concepts.message import Message, distance, inside, overlaps
from parley.core.policy.screening.hits import HIT

Judgement = tuple[float, str]

PEOPLE = ("group", "named", "slur", "loose")
AGAINST = {
    **dict.fromkeys(("loathing", "vermin", "harming"), 0.9),
    **dict.fromkeys(("insult", "scorn", "exclusion"), 0.85),
    **dict.fromkeys(("charge", "curse"), 0.75),
    "dislike": 0.7,
}
MILD = ("charge", "scorn", "exclusion")  # taken back by praise in the same message
BODILY = ("vermin", "scorn", "harming")  # words of illness too
DENIAL, DENIED_RESPECT, SLUR, LOOSE = 0.8, 0.75, 0.85, 0.7
NEWS = 0.4  # harm that nobody wishes: a report
TAKEN_BACK = 0.4  # what is left of a strength when the message objects
ACTS = ("harming", "vermin", "loathing")  # what others may do to a group
NEAR_REFUSAL, BEFORE_DENIAL = 5, 3  # in Hindi
LESS = 0.15  # a name that also means something else
SPARED = 6  # words after "do not deserve" that say what
REACH, LONG_REACH, LONG = 25, 9, 45  # words from group to hostile word; from LONG words on a message is long
BESIDE = 6
FEW = 15
PASSING = 0.7  # what is left of one hostile word in a long text
FUTURE = {"es": re.compile("\\w{3}(?:re|remos)$"), "pt": re.compile("\\w{3}(?:rei|remos)$"),
          "fr": re.compile("\\w{3}(?:rai|rons)$"), "ar": re.compile("^(?:[هح]\\w{3}|س[اأنينت])"),
          "hi-Latn": re.compile("\\w(?:unga|ungi|enge|ega|egi|oonga)$")}  # fmt: skip
PLAIN = re.compile("^(?:kill|murder|hang|shoot|burn|execute|exterminate|eradicate|bomb|lynch|beat|stab|attack|rape)$")
SHOULD = frozenset(("should", "must", "shall", "ought"))
SHOULD_WORDS = frozenset((word,) for word in SHOULD)
DENIES = frozenset((("not",), ("never",)))


def judged(message: Message) -> Judgement:
    """How sure it is that the message is hateful, and by what."""
    if not message.has(*PEOPLE):
        return 0.0, ""
    found = [*_said_against(message), *_denied(message), *_names(message)]
    strength, what = max(found, default=(0.0, ""))
    if len(message.words) > LONG and sum(each >= HIT for each, _ in found) < 2:
        strength *= PASSING
    if _objects(message, what):
        strength *= TAKEN_BACK
    return strength, what


def _people(message: Message) -> list[Mark]:
    innocent = message.of("proud", "mask")
    return [mark for mark in message.of(*PEOPLE) if not inside(mark, innocent)]


def _said_against(message: Message) -> list[Judgement]:
    people, masks = _people(message), message.of("mask")
    tomorrow = message.of("tomorrow")
    found = []
    for concept, weight in AGAINST.items():
        for mark in message.of(concept):
            direct = concept == "dislike" or overlaps(mark, tomorrow)
            target = _target(message, mark, _liked(message, mark, people) if direct else people)
            if target is None or overlaps(mark, masks) or _spared(message, mark) or _denies(message, mark, target):
                continue
            if _refused(message, mark, target):
                continue
            strength = weight
            if concept == "harming" and not _wished(message, mark):
                strength = NEWS
            if concept in MILD and _praised(message, mark):
                strength -= 0.4
            if concept in BODILY and message.has("medical"):
                strength -= 0.45
            if target.concept in ("named", "loose"):
                if min(mark.sure, target.sure) < 1 or distance(mark, target) > BESIDE:
                    continue
                strength -= LESS
            found.append((strength * _sure(mark.sure * target.sure), concept))
    return found


def _liked(message: Message, mark: Mark, people: list[Mark]) -> list[Mark]:
    """Whom the writer does not like: named right after it, in Hindi right before it."""
    if message.language.startswith("hi"):
        return [p for p in people if 0 <= mark.start - p.end < BESIDE]
    return [p for p in people if 0 <= p.start - mark.end < 3]


def _denies(message: Message, mark: Mark, target: Mark) -> bool:
    if mark.concept in ("scorn", "curse") and mark.end == mark.start + 1 == target.start:
        return False  # "we want no filthy ..."
    if message.denied(mark):
        return True
    earlier = (each for each in message.of("harming") if each.start < mark.start and mark.concept == "harming")
    return any(message.denied(each) and not message.parted(each, mark) for each in earlier)


def _sure(sure: float) -> float:
    return 1.0 if sure >= 1 else 0.75


def _target(message: Message, mark: Mark, people: list[Mark]) -> Mark | None:
    reach = REACH if len(message.words) <= LONG else LONG_REACH
    near = [p for p in people if not overlaps(mark, [p]) and distance(p, mark) < reach]
    things = message.of("thing")
    near = [p for p in near if not any(distance(t, mark) <= distance(p, mark) for t in things)]
    return max(near, key=lambda p: (p.sure, p.concept in ("group", "slur"), -distance(p, mark)), default=None)


def _spared(message: Message, mark: Mark) -> bool:
    """They do not deserve this, or should not have to bear it."""
    denials = message.of("denial")
    if message.language.startswith("hi") and any(0 <= d.start - mark.end < BEFORE_DENIAL for d in denials):
        return True
    return any(0 <= mark.start - d.end < SPARED and not message.parted(d, mark) for d in denials)


def _refused(message: Message, mark: Mark, target: Mark) -> bool:
    """Whether the writer will not stand by what is done to them: "never forgive those who kill"; in Hindi, at the end.

    "Never accept them" is about the group itself, which then stands right beside the refusal.
    """
    for refusal in message.of("refusing"):
        if message.language.startswith("hi"):
            acts = message.of("harming")
            if any(0 <= refusal.start - act.end < NEAR_REFUSAL and target.start < act.start for act in acts):
                return True
            continue
        follows = refusal.end <= mark.start and not message.parted(refusal, mark)
        hit = any(mark.end <= each.start for each in _people(message)) and mark.concept == "harming"
        done = mark.concept in ACTS or (mark.concept == "scorn" and target.end <= mark.start)
        if follows and done and (hit or target.start - refusal.end > 1):
            return True
    return False


def _wished(message: Message, mark: Mark) -> bool:
    if message.has("wish"):
        return True
    words = message.words[mark.start : mark.end]
    ending = FUTURE.get(message.language)
    return any(PLAIN.match(word) or (ending and ending.search(word)) for word in words)


def _praised(message: Message, mark: Mark) -> bool:
    turns = message.of("but")
    for praise in message.of("respect"):
        turned = any(praise.start < turn.start < mark.start for turn in turns)
        if not turned and not message.denied(praise) and not overlaps(praise, [mark]):
            return True
    return False


def _denied(message: Message) -> list[Judgement]:
    """Respect, rights or humanity that the group is refused."""
    people = [mark for mark in _people(message) if mark.concept in ("group", "slur")]
    hostile = message.of(*AGAINST)
    found = []
    for mark in [*message.of("denial"), *_should_not(message, people)]:
        spared = any(0 <= h.start - mark.end < SPARED for h in hostile if h.concept != "charge")
        spared = spared or _is_undeserved(message, mark, hostile)
        target = _target(message, mark, people)
        if target and not spared:
            found.append((DENIAL * _sure(target.sure), "denied rights"))
    for mark in message.of("respect"):
        if inside(mark, message.of("mask")):
            continue
        refusing = overlaps(mark, message.of("refusing"))  # "never support those who ..." is not about the group
        target = _target(message, mark, [p for p in people if not _turned(message, p, mark)])
        spared = any(0 <= h.start - mark.end < SPARED for h in hostile) or _is_undeserved(message, mark, hostile)
        if target and refusing and distance(mark, target) > 1:
            continue
        if target and message.denied(mark, 4) and not spared:
            found.append((DENIED_RESPECT * _sure(target.sure), "denied respect"))
    return found


def _is_undeserved(message: Message, mark: Mark, hostile: list[Mark]) -> bool:
    """In Hindi what they do not deserve stands before that."""
    return message.language.startswith("hi") and any(0 <= mark.start - each.end < BEFORE_DENIAL for each in hostile)


def _turned(message: Message, one: Mark, other: Mark) -> bool:
    """Whether a "but" stands between the two."""
    first, last = sorted((one.start, other.start))
    return any(first < turn.start < last for turn in message.of("but"))


def _should_not(message: Message, people: list[Mark]) -> Iterator[Mark]:
    """ "Should they not", "they must never": what the group is told not to do."""
    words = message.words
    for person in people:
        asked = person.start and words[person.start - 1] in SHOULD
        after = words[person.end : person.end + 2]
        if (asked and after[:1] in DENIES) or (after[:1] in SHOULD_WORDS and after[1:] in DENIES):
            yield Mark("denial", person.end, person.end + 1 + (not asked), person.sure)


def _names(message: Message) -> list[Judgement]:
    people = _people(message)
    own = message.has("self") or (message.has("respect") and not message.has(*AGAINST))
    weight = 0.5 if own else 1.0
    sure = [m for m in people if m.concept == "slur" and (m.sure >= 1 or _scorned(message))]
    found = [(SLUR * weight * _sure(m.sure), "slur") for m in sure]
    if message.has("scornful"):
        found += [(LOOSE * weight * _sure(m.sure), "scornful name") for m in people if m.concept == "loose"]
    return found


def _scorned(message: Message) -> bool:
    """Whether a misspelt insult may be meant: in a short message that sounds scornful."""
    return message.has("scornful") and len(message.words) <= FEW


def _objects(message: Message, what: str) -> bool:
    """Whether the hostile words are somebody else's, and the message speaks against them."""
    if message.has("strong_objection", "mine"):
        return True
    reporting = message.of("reporting")
    if not reporting and not message.quoted:
        return False
    if message.has("consequence"):
        return True
    hostile = message.of("scorn", "charge", "exclusion", "insult", "loathing", "harming", "vermin")
    others = message.of("slur", "loose", *AGAINST)
    for mark in message.of("objection"):
        if inside(mark, reporting):
            continue
        if not overlaps(mark, hostile) or any(not overlaps(mark, [other]) for other in others):
            return True
    return False
