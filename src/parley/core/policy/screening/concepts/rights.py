"""Questions that would take rights from a real group of people: who, what is kept from them, and whether that can be.

"Why should Hindus be barred from teaching?" would; "why should cucumbers be barred from teaching?" speaks of nobody,
and "why can Hindus not float through walls?" of nothing that anyone has.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from parley.core.policy.screening.concepts.classes import kind_of, words_of

DENIED = 0.8
SUBJECT = 7  # words that a subject has at most
NORMS = words_of("rights", "norms")
FACTS = words_of("rights", "facts")
BEST = words_of("rights", "best")
REASONS = words_of("rights", "reasons")
OPENING = words_of("rights", "opening")
RANKING = frozenset(("are", "which", "what"))
WE = frozenset(["we", "i", "you", "one", "society"])
VERBS = words_of("rights", "verbs")
OPINION = words_of("rights", "opinion")
PASSIVE = words_of("rights", "passive")
ACTS = words_of("rights", "acts")
TRIFLES = frozenset(("food", "pests", "fiction", "inert"))
UNDESERVING = frozenset(["deserve", "deserves", "belong", "entitled", "trusted", "fit", "capable", "worthy", "suited"])
PEOPLE_WITH = frozenset(("in", "on", "with", "who", "from", "of", "without"))
ABROAD = frozenset(("abroad", "overseas"))
KINDS = frozenset(("race", "ethnicity", "nationality", "religion", "gender"))
MADE = words_of("rights", "made")
ROWS = frozenset(tuple(row.split("-")) for row in words_of("rights", "rows"))
REAL = words_of("rights", "real")
PLACES = frozenset(("people", "public", "property"))  # classes of things that rights are about
TO, FROM = ("to",), ("from",)


class Question(NamedTuple):
    """``subject``: whom it asks about; ``norm``: whether it asks what ought to be; ``rest``: what of them."""

    subject: Sequence[str]
    norm: bool
    rest: Sequence[str]


@cache
def _words(name: str) -> frozenset[str]:
    return words_of("rights", name)


def calls(words: Sequence[str]) -> bool:
    """Whether the words may ask so."""
    return (not OPENING.isdisjoint(words) or not RANKING.isdisjoint(words[:1])) and not _all().isdisjoint(words)


def names_group(words: AbstractSet[str]) -> bool:
    """Whether a group may be among them: without one nothing is denied to anybody."""
    if not (_words("groups").isdisjoint(words) and _words("folk").isdisjoint(words)):
        return True
    return not _words("least").isdisjoint(words) or ("because" in words and not _words("described").isdisjoint(words))


@cache
def _all() -> frozenset[str]:
    return frozenset().union(_words("groups"), _words("folk"), _words("least"), ("not", "t", "be", "why"))


def denied(words: Sequence[str]) -> Iterator[tuple[float, str]]:
    """Rights that the question would take from a group, or their worth."""
    if _ranks(words):
        yield DENIED, "denied rights"
    for question in _questions(words):
        said = question.rest
        group = _has_group(question.subject) or (question.norm and _has_group(said))
        if not group or is_nonsense(said) or _is_trifle(said):
            continue
        complete = not _words("whole").isdisjoint(said) or _are_bad(said)
        domain = not _words("domains").isdisjoint(said)
        shut = not _words("shut").isdisjoint(said)
        passive = question.norm and not PASSIVE.isdisjoint(said[:6])
        if not (complete or ((domain or passive) and shut)):
            continue
        if question.norm or complete or not UNDESERVING.isdisjoint(said) or "rightly" in said:
            yield DENIED, "denied rights"


def _ranks(words: Sequence[str]) -> bool:
    """ "Are Hindus dumber than us?", "which race is the laziest?"."""
    if words[0] == "are" and words[1:2] not in (("there",), ("you",), ("we",)):
        place = next((at for at, word in enumerate(words[:SUBJECT]) if word in _words("lesser")), 0)
        too = next((at for at, word in enumerate(words[:SUBJECT]) if word == "too"), 0)
        place = place or (too if "to" in words[too + 2 : too + 4] or "for" in words[too + 2 : too + 4] else 0)
        return bool(place) and _has_group(words[1:place])
    if words[0] not in ("which", "what") or not words[1:2] or words[1] not in KINDS:
        return False
    of = words[3:4] if words[2:3] == ("of",) else ("people",)
    return of in (("people",), ("humans",), ("men",)) and not _words("least").isdisjoint(words[2:10])


def asks_of_past(words: Sequence[str]) -> bool:
    """ "Why were women not allowed to vote?": what was kept from them, not what should be."""
    return words[0] == "why" and words[1:2] in (("were",), ("was",), ("did",)) and BEST.isdisjoint(words)


def _describes(before: str, word: str) -> bool:
    if before in _words("described"):
        return True
    return word == "people" and before.endswith(("ed", "ese", "ish", "ian", "ic", "ual", "less")) and before != "used"


def _are_bad(said: Sequence[str]) -> bool:
    """ "Make bad tenants"."""
    return any(one in ("bad", "terrible", "awful") and kind_of(two) == "people" for one, two in pairwise(said))


def is_unreal(words: Sequence[str]) -> bool:
    """Whether it asks why something is kept from nobody real, or why something that nobody has is kept from a group."""
    questions = list(_questions(words))
    return bool(questions) and all(
        is_nonsense(each.rest) or not (_has_group(each.subject) or (_is_we(each.subject) and _has_group(each.rest)))
        for each in questions
    )


def is_nonsense(said: Sequence[str]) -> bool:
    """Whether it is about what only stories and things have, or an act that is no right with such a thing."""
    if any(map(_is_nothing, said)) or not ROWS.isdisjoint(pairwise(said)):
        return True
    domains = _words("domains").intersection(said)
    return bool(said) and bool(domains) and domains <= ACTS and kind_of(said[-1]) in TRIFLES


def _is_nothing(word: str) -> bool:
    """A word for what nobody has or does, in any of its forms."""
    stem = word.removesuffix("ing")
    return not _words("nonsense").isdisjoint((word, stem, f"{stem}e", word.removesuffix("s")))


def is_no_right(words: Sequence[str]) -> bool:
    """Whether each act that the question would forbid is one that nobody needs a right to: "be allowed to hum"."""
    questions = list(_questions(words))
    return bool(questions) and all(is_nonsense(each.rest) or _is_trifle(each.rest) for each in questions)


def _is_trifle(said: Sequence[str]) -> bool:
    """An act after "allowed to" or "banned from" that touches nothing which people, places and goods are needed for."""
    start = next((place for place, word in enumerate(said[:-1]) if word in PASSIVE), -1) + 1
    if not start or said[start : start + 1] not in (TO, FROM) or len(said) < start + 3:
        return False
    act = said[start + 1 :]
    if not _words("whole").isdisjoint(act) or not REAL.isdisjoint(act):
        return False
    if any(word in _words("domains") and word not in ACTS for word in act):
        return False
    kinds = {kind_of(word) for word in act}
    return not kinds.isdisjoint(TRIFLES) and kinds.isdisjoint(PLACES)


def _is_we(subject: Sequence[str]) -> bool:
    return (
        not subject or not WE.isdisjoint(subject) or subject[0] in ("nobody", "landlords", "employers", "shops", "it")
    )


def _has_group(words: Sequence[str]) -> bool:
    for place, word in enumerate(words):
        if word == "because" and tuple(words[place + 2 : place + 3]) in (("are",), ("is",), ("re",)):
            return any(each in _words("described") for each in words[place + 3 : place + 5])
        if word in _words("groups") and (not place or words[place - 1] not in MADE):
            return True
        if word in _words("folk"):
            before = words[place - 1] if place else ""
            after = words[place + 1] if place + 1 < len(words) else ""
            foreign = after == "born" and not ABROAD.isdisjoint(words[place + 2 : place + 3])
            if (
                foreign
                or _describes(before, word)
                or (
                    word == "people"
                    and after in PEOPLE_WITH
                    and not _words("with").isdisjoint(words[place + 2 : place + 6])
                )
            ):
                return True
    return False


def _questions(words: Sequence[str]) -> Iterator[Question]:
    for place, word in enumerate(words):
        if word == "why" and place + 2 < len(words):
            yield from _why(words, place + 1)
        elif word == "should" and place == 0:
            yield _parted(words, 1, norm=True)
        elif word in REASONS and place < SUBJECT:
            yield Question((), True, words[place + 1 :])
        elif word == "wrong" and words[place + 1 : place + 2] == ("with",):
            yield Question((), True, words[place + 2 :])
        elif (
            word == "how"
            and words[place + 1 : place + 2]
            and words[place + 1] in ("can", "could", "do", "should", "to")
        ):
            yield from _how(words, place)


def _why(words: Sequence[str], place: int) -> Iterator[Question]:
    word = words[place]
    if word in ("is", "s", "was") and words[place + 1 : place + 2] == ("it",):
        if not BEST.isdisjoint(words[place + 2 : place + 6]):
            yield Question((), True, words[place + 3 :])
    elif word in NORMS:
        yield _parted(words, place + 1, norm=True)
    elif word in FACTS:
        yield _parted(words, place + 1, norm=False)
    else:
        for at in range(place, min(place + SUBJECT, len(words))):
            if words[at] in NORMS or words[at] in FACTS:
                yield Question(words[place:at], words[at] in NORMS, words[at:])
                return


def _how(words: Sequence[str], place: int) -> Iterator[Question]:
    rest = words[place + 2 :]
    verbs = rest[1:4] if rest[:1] and rest[0] in WE else rest[:3]
    if not (_words("shut") - OPINION).isdisjoint(verbs):
        yield Question((), True, rest)


def _parted(words: Sequence[str], place: int, *, norm: bool) -> Question:
    """The subject ends where the verb begins."""
    for at in range(place + (words[place] == "t"), min(place + SUBJECT, len(words))):
        if words[at] in VERBS or words[at] in _words("shut"):
            start = place + (words[place] == "t")
            rest = words[place:] if start != place else words[at:]
            return Question(words[start:at], norm, rest)
    return Question(words[place : place + 3], norm, words[place:])
