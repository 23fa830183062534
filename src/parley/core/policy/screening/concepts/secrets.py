"""What an English request would find out about somebody, or do to watch them, that is theirs to tell.

Private is what belongs to somebody the asker knows or to anyone by name, unless the name is of a story; public is where
a star was born.
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from parley.core.policy.screening.by_word import ByWord
from parley.core.policy.screening.concepts.asked import asked
from parley.core.policy.screening.concepts.classes import kind_of, words_of

SPYING = 0.7
NEAR = 6
KNOWN = words_of("secrets", "known")
WITHOUT = words_of("secrets", "without")
OPENING = words_of("secrets", "opening")
ASKS = words_of("secrets", "asks")
VERBS = frozenset(("does", "do", "did", "is", "are", "has", "have", "had", "s"))
THEIRS = frozenset(("her", "his", "their"))
MET = frozenset(("from", "at", "behind", "in"))
KEPT = frozenset(("keeps", "keep", "hides", "hide", "has", "wrote", "writes"))
OWN = frozenset(("my", "our"))
ANY = frozenset(("a", "an"))
NEARBY = words_of("secrets", "nearby")
SEEN = words_of("secrets", "seen")
MEETING = words_of("secrets", "meeting")


@cache
def _words(name: str) -> frozenset[str]:
    return words_of("secrets", name)


def calls(words: Sequence[str], forms: Iterable[str]) -> bool:
    """Whether the words, or ``forms`` that they may be meant as, may ask for such a thing."""
    if OPENING.isdisjoint(words):
        return False
    every = {*words, *forms}
    return not _all().isdisjoint(every) and of_somebody(every)


def of_somebody(words: AbstractSet[str]) -> bool:
    """Whether they name anybody, or say how people are watched or read: without that nothing is sought about them."""
    if any(map(_SOMEBODY.__getitem__, words)):
        return True
    if not THEIRS.isdisjoint(words) and not _words("reading").isdisjoint(words):
        return True
    return not _words("watched").isdisjoint(words) and not _words("hidden").isdisjoint(words)


def _is_somebody(word: str) -> bool:
    return kind_of(word) == "people" or word in _words("famous")


_SOMEBODY = ByWord(_is_somebody)


@cache
def _all() -> frozenset[str]:
    names = ("sensitive", "places", "confidants", "watched", "entering", "details")
    more = ("follow", "following", "watch", "track")
    return frozenset().union(*map(_words, names), more, _words("famous"), MEETING)


def sought(words: Sequence[str], ends: Sequence[int], private: Sequence[int]) -> Iterator[tuple[float, str]]:
    """Every secret that is asked for; ``private``: where the words for private details stand."""
    private = [*private, *(place for place, word in enumerate(words) if word in _words("details"))]
    private = [place for place in private if _words("official").isdisjoint(words[max(0, place - 1) : place])]
    people = [place for place, word in enumerate(words) if _is_known(words, place, word)]
    if any(_is_of_these(words, place, private) for place in people) and _asks(words, ends):
        yield SPYING, "spying"
    if _is_named(words, private):
        yield SPYING, "spying"
    if (
        words[0] in ("is", "has", "does", "did", "was")
        and _is_outsider(words, people)
        and not _words("sensitive").isdisjoint(words[2:8])
    ):
        yield SPYING, "spying"
    if words[0] in ASKS or words[:2] == ("find", "out") or {"whether", "if"} & set(words):
        yield from _attributes(words, ends, people)
    for each in asked(words, ends):
        span = words[each.start : each.end]
        whereabouts = span[:3] == ("find", "out", "where") and any(kind_of(each) == "people" for each in span[4:5])
        if whereabouts and not _words("places").isdisjoint(span):
            yield SPYING, "spying"
        if _reads_theirs(span, private, each.start):
            yield SPYING, "spying"
        if _watches(span, any(each.start <= place < each.end for place in people)):
            yield SPYING, "spying"


def _is_outsider(words: Sequence[str], people: Sequence[int]) -> bool:
    """ "Is my colleague ...": of their own family people ask for its good."""
    return any(0 < place < 4 and words[place] in _words("outsiders") for place in people)


def _is_known(words: Sequence[str], place: int, word: str) -> bool:
    """ "My colleague", "that woman", "the judge who sentenced me"."""
    if kind_of(word) != "people" or word in ("her", "him", "them", "people"):
        return False
    if _is_near(words, place):
        return True
    before, after = words[max(0, place - 3) : place], words[place + 1 : place + 2]
    if word in _words("adjectives") and after and kind_of(after[0]) != "people" and after != ("s",):
        return False
    if not KNOWN.isdisjoint(before) or word in _words("hiding"):
        return True
    return "the" in before and (_is_who_did(words, place) or (bool(after) and after[0] in MET and word in SEEN))


def _is_near(words: Sequence[str], place: int) -> bool:
    """ "Linda from accounting", "the judge in my case", "the man next door": of the asker's own life."""
    before, after = words[max(0, place - 3) : place], words[place + 1 : place + 5]
    if after[:2] == ("next", "door"):
        return True
    named = words[place] in _words("names")
    if not named and "the" not in before:
        return False
    if after[:1] and after[0] not in MET and after[0] != "on":  # a second name stands between
        after = after[1:] if named else ()
    return (after[:1] != () and (after[0] in MET or after[0] == "on")) and not NEARBY.isdisjoint(after[1:3])


def _is_who_did(words: Sequence[str], place: int) -> bool:
    """ "The judge who sentenced me"."""
    return tuple(words[place + 1 : place + 2]) == ("who",) and "me" in words[place:]


def _is_of_these(words: Sequence[str], owner: int, private: Sequence[int]) -> bool:
    after = words[owner + 1 : owner + 2]
    if after == ("s",):
        return any(0 < detail - owner < NEAR for detail in private)
    if after and after[0] in KEPT and words[owner - 1] in OWN:
        return owner - 2 in private  # "the diary my roommate keeps locked"
    if not ANY.isdisjoint(words[max(0, owner - 2) : owner]):
        return False  # the salary of a prison guard is nobody's
    return any(0 < owner - detail < NEAR and "of" in words[detail:owner] for detail in private)


def _asks(words: Sequence[str], ends: Sequence[int]) -> bool:
    if words[0] in ASKS or words[:2] in (
        ("tell", "me"),
        ("give", "me"),
        ("find", "out"),
        ("show", "me"),
        ("exactly", "how"),
    ):
        return True
    verbs = _words("entering") | {"find", "obtain", "learn", "know", "discover", "dig"}
    return any(not verbs.isdisjoint(words[each.start : each.start + 3]) for each in asked(words, ends))


def _is_named(words: Sequence[str], private: Sequence[int]) -> bool:
    """A number or word that only its owner should know, of somebody with a first name."""
    for place, word in enumerate(words):
        if word in _words("famous") and "s" in words[place + 1 : place + 4]:
            after = words[place + 1 : place + NEAR + 2]
            if not _words("hard").isdisjoint(after) and any(place < detail < place + NEAR + 2 for detail in private):
                return True
        if word in _words("famous") and "of" in words[max(0, place - 3) : place]:
            before = words[max(0, place - NEAR) : place]
            if not _words("hard").isdisjoint(before) and any(place - NEAR <= detail < place for detail in private):
                return True
    return False


def _attributes(words: Sequence[str], ends: Sequence[int], people: Sequence[int]) -> Iterator[tuple[float, str]]:
    if not people:
        return
    mine = any(
        not {"my", "our", "that"}.isdisjoint(words[max(0, place - 3) : place])
        or _is_who_did(words, place)
        or words[place] in _words("hiding")
        for place in people
    )
    if not mine or ({"whether", "if", "find"}.isdisjoint(words) and VERBS.isdisjoint(words[:6])):
        return
    first = min(people)
    after = words[first:]
    if ("where" in words[:4] or "which" in words[:4]) and not _words("places").isdisjoint(after):
        yield SPYING, "spying"
    if words[0] in ("who", "whom") and not MEETING.isdisjoint(after[:4]):
        yield SPYING, "spying"
    finds = words[0] in ("what", "which") or words[:2] == ("how", "much") or "find" in words or "know" in words
    if finds and not _words("sensitive").isdisjoint(words) and "i" not in after:
        yield SPYING, "spying"
    confided = words[0] == "what" and {"tell", "confess", "say", "told"} & set(words)
    if confided and any(word in _words("confidants") for word in after[1:]):
        yield SPYING, "spying"


def _reads_theirs(span: Sequence[str], private: Sequence[int], start: int) -> bool:
    """ "By reading her messages"."""
    for place, word in enumerate(span):
        if word in _words("reading") and span[place + 1 : place + 2] and span[place + 1] in THEIRS:
            return any(place + 1 < detail - start < place + 4 for detail in private)
    return False


def _watches(span: Sequence[str], of_somebody: bool) -> bool:
    devices = [place for place, word in enumerate(span) if word in _words("watched")]
    if (
        devices
        and not _words("hidden").isdisjoint(span)
        and span[0] not in ("find", "detect", "spot", "remove", "report")
    ):
        return True
    if of_somebody and span[:2] == ("track", "down") and not _words("fled").isdisjoint(span):
        return True
    secretly = not WITHOUT.isdisjoint(span) and "without" in span
    if not of_somebody:
        return False
    if span[0] in ("follow", "watch", "track", "bug", "tap", "spy", "film", "record", "monitor", "photograph") and (
        secretly or {"home", "phone", "car", "room", "house", "location", "webcam", "calls"} & set(span)
    ):
        return True
    return secretly and not _words("entering").isdisjoint(span[:3])
