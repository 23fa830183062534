"""What a thread has asked its customer for, so that a bare answer is understood (D3).

The question may stand some messages back: the answer comes after "one moment", a second time, or in pieces.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from parley.core.policy.identifiers.data import read, words
from parley.core.policy.identifiers.grammar import Grammar, Span, likely, normal
from parley.core.policy.identifiers.idle import idle_words
from parley.core.policy.identifiers.numbers import masks_in
from parley.core.policy.identifiers.page import LOOK_ALIKES, NOTHING
from parley.core.policy.identifiers.plain import plain
from parley.core.policy.identifiers.sentences import Sentence, parts_of
from parley.core.policy.identifiers.words import STOPS, Name, stem, words_of

MOST = 12  # messages looked back
LONGEST = 2000  # characters of a message that is looked at
ASKING = ("give", "need", "question")
# Makes a name alone a request, but for thanks: "your account number please".
THANKS = words("thread.toml", "thanks")
AMOUNTS = words("thread.toml", "amounts")
MANNERS, WHICH = words("thread.toml", "manners"), words("thread.toml", "which")
QUESTIONS = WHICH | AMOUNTS | MANNERS
FEW = 3
EARLY = 3  # words of a sentence among which a question without its mark begins
# What shows who somebody is, where no number was named.
PROOF = frozenset({"id"})
OURS = "\n\n"  # messages in a row are read as one


class Turn(NamedTuple):
    """One message of a thread, ``theirs`` if the customer wrote it."""

    theirs: bool
    text: str


class _Heard(NamedTuple):
    """What a sentence of ours names, and whether it asks, asks for proof, says nothing new, or means what was named."""

    named: frozenset[str]
    asks: bool
    proof: bool
    idle: bool
    points_back: bool


def asked_in(turns: Sequence[Turn]) -> tuple[frozenset[str], int]:
    """The tags of what is being asked for when the newest turn is over, and at which turn it was first spoken of."""
    has_gone_on = False  # our side said more after what comes now
    for first, theirs, texts in _backwards(turns):
        if theirs:
            if has_gone_on and any(masks_in(plain(text)) for text in texts):
                return NOTHING, len(turns)  # answered, and over
            found = _announced(texts, may_be_beside=not has_gone_on)
        else:
            said = [*_heard(OURS.join(texts))]
            found = _asked(said)
            has_gone_on = has_gone_on or not all(each.idle for each in said)
        if found is not None:
            return found, first
    return NOTHING, len(turns)


def _backwards(turns: Sequence[Turn]) -> Iterator[tuple[int, bool, list[str]]]:
    """The messages of one side in a row, newest first; what one is too long to say is not looked at."""
    lately = [*enumerate(turns)][-MOST:]
    groups = [(theirs, [*group]) for theirs, group in groupby(lately, key=lambda each: each[1].theirs)]
    for theirs, group in reversed(groups):
        yield group[0][0], theirs, [turn.text[:LONGEST] for _, turn in group]


def _asked(said: Sequence[_Heard]) -> frozenset[str] | None:
    """What our side asked for. None: nothing new, so what was asked before stands. Empty: something without a name."""
    asked, before = NOTHING, NOTHING
    for each in said:
        if each.asks and (each.named or each.points_back):
            asked |= each.named or before
        before = each.named
    if asked:
        return _apart(asked)
    if any(each.proof for each in said):
        return PROOF
    asking = [each for each in said if each.asks]
    if asking:
        return None if all(each.points_back for each in asking) else NOTHING
    stated = [each.named for each in said if each.named]
    return _apart(stated[-1]) if stated else None


def _heard(text: str) -> Iterator[_Heard]:
    """Every sentence but those that say only that something shall not be sent, or has come."""
    for sentence in (sentence for part in parts_of(text) for sentence in part.sentences()):
        tongues = likely(sentence.normal)
        if not sentence.asks and (_is_denied(sentence, tongues) or _spans("had", sentence.normal)):
            continue
        proof = _spans("proof", sentence.normal)
        idle = all(word in idle_words() or word.isdigit() for word in sentence.words.texts)
        points_back = idle or any(grammar.spans("it", sentence.normal) for grammar in tongues)
        named = NOTHING if _is_open(sentence, tongues) else _named(sentence)
        yield _Heard(named, _is_asking(sentence, tongues, proof), bool(proof), idle, points_back)


def _is_open(sentence: Sentence, tongues: Sequence[Grammar]) -> bool:
    """ "Anything else about your account?": a question with what may be a number's name, but not for the number."""
    if not sentence.asks or any(not name.beside for name in sentence.names):
        return False
    if _requests(sentence, tongues):
        return False
    inside = {place for name in sentence.names for place in range(name.first, name.last + 1)}
    rest = [word for place, word in enumerate(sentence.normal) if place not in inside and word not in STOPS]
    said = {stem(word) for word in rest}
    is_short = len(rest) <= FEW and idle_words().issuperset(rest)  # "and your account?"
    return "number" not in said and WHICH.isdisjoint(rest) and not is_short


def _announced(texts: Sequence[str], *, may_be_beside: bool) -> frozenset[str] | None:
    """What the customer is about to give, or wants to change; what stands with its number was given.

    ``may_be_beside``: what mostly stands beside a number ("my account") counts too, as the answer was "go ahead".
    """
    for text in reversed(texts):
        if any(any(map(str.isdigit, word)) for word in words_of(plain(text)).texts):
            continue
        sentences = [sentence for part in parts_of(text) for sentence in part.sentences()]
        for sentence in reversed(sentences):
            if may_be_beside or any(not name.beside for name in sentence.names):
                told = _named(sentence)
                if told:
                    return told
    return None


def _named(sentence: Sentence) -> frozenset[str]:
    """The names in the sentence: those that are names by themselves ("which account"), else those beside numbers."""
    said = sentence.normal
    strong = [
        name for name in sentence.names if not name.beside or {*said[max(name.first - 1, 0) : name.first]} & WHICH
    ]
    if not strong and not (AMOUNTS.isdisjoint(said) and MANNERS.isdisjoint(said[:EARLY])):
        return NOTHING  # "how much shall I transfer?"
    return _tags(strong or sentence.names)


def _tags(names: Sequence[Name]) -> frozenset[str]:
    return frozenset(tag for name in names for tag in name.tags)


def _apart(tags: frozenset[str]) -> frozenset[str]:
    """With an identifier among what is asked for, the others are no reason to keep a number."""
    return tags - LOOK_ALIKES if tags - LOOK_ALIKES - {"last"} else tags


def _is_asking(sentence: Sentence, tongues: Sequence[Grammar], proof: list[Span]) -> bool:
    """ "I must verify who you are" asks for nothing but proof, whatever else is named with it."""
    if _requests(sentence, tongues, proof):
        return True
    if proof:
        return False
    if sentence.asks or not QUESTIONS.isdisjoint(sentence.normal[:EARLY]):
        return True
    spans = [span for grammar in tongues for span in grammar.spans("please", sentence.normal)]
    return not THANKS.issuperset(word for first, end in spans for word in sentence.normal[first:end])


def _requests(sentence: Sentence, tongues: Sequence[Grammar], besides: Sequence[Span] = ()) -> bool:
    """What is needed has to be named ("the customs ask for it" is no new question)."""
    keys = ASKING if sentence.names else [key for key in ASKING if key != "need"]
    return any(grammar.spans(key, sentence.normal, besides) for grammar in tongues for key in keys)


def _is_denied(sentence: Sentence, tongues: Sequence[Grammar]) -> bool:
    """ "Never send it here": names what is not asked for."""
    for grammar in tongues:
        idle = grammar.spans("idle", sentence.normal)
        if sentence.names and grammar.spans("deny", sentence.normal, idle):
            return True
    return False


def _spans(key: str, said: Sequence[str]) -> list[Span]:
    """Where a phrase of this kind stands."""
    phrases = _phrases(key)
    return [
        (here, here + len(phrase))
        for here, word in enumerate(said)
        for phrase in phrases.get(word, ())
        if tuple(said[here : here + len(phrase)]) == phrase
    ]


@cache
def _phrases(key: str) -> dict[str, list[tuple[str, ...]]]:
    """By their first word."""
    made: dict[str, list[tuple[str, ...]]] = {}
    for each in (phrase for written in read("thread.toml")[key].values() for phrase in written):
        phrase = tuple(map(normal, words_of(plain(each)).texts))
        made.setdefault(phrase[0], []).append(phrase)
    return made
