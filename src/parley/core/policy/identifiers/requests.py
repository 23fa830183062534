"""Whether a text asks a person for an identifier or a secret, in any of the languages."""

import re

from parley.core.policy.identifiers.as_meant import as_meant
from parley.core.policy.identifiers.data import words
from parley.core.policy.identifiers.grammar import Grammar, Span, likely
from parley.core.policy.identifiers.page import fillers
from parley.core.policy.identifiers.plain import plain
from parley.core.policy.identifiers.sentences import Sentence, parts_of
from parley.core.policy.identifiers.wanted import SECRET, called, may_want, wanted_in
from parley.core.policy.identifiers.words import STOPS, Name
from parley.core.policy.parts import beginning_and_end

INDEFINITE = words("grammar.toml", "indefinite")
PLAIN, PRESENT = words("grammar.toml", "plain_request"), words("grammar.toml", "present")
BLANK = re.compile(r"\W{0,3}[:=]\s*(?:[_.…]{2,}|\[\s*\]|\(\s*\)|<[^>]*>|\n|$)|\s*[_…]{2,}")
CLAUSE = re.compile(r"[,;:—–،؛]|\bbut\b|\bpero\b|\bmas\b|\bmais\b|لكن|लेकिन|\blekin\b")
REACH = 14  # words between asking and what is asked for
NEAR = 6
OTHER = frozenset({"other"})  # a name of nothing secret: "at delivery"
DOCUMENTS = frozenset({"passport", "licence", "id"})


def asks_for(text: str) -> str | None:
    """The name of what is asked for, None if nothing is; also where the words are written to hide."""
    text = beginning_and_end(text)
    asked = _asks_for(text)
    if asked is not None:
        return asked
    meant = as_meant(text)
    return _asks_for(meant) if meant is not None else None


def _asks_for(text: str) -> str | None:
    if not may_want(plain(text)):  # no sentence of it does
        return None
    before: Name | None = None  # what the sentence before named, neither asked for nor denied
    elsewhere = False  # and whether it named a safe place for it
    for part in parts_of(text):
        for sentence in part.sentences() if before is not None or may_want(part.readable) else ():
            wanted = list(wanted_in(sentence))
            if not wanted and before is None:
                continue
            tongues = likely(sentence.normal)
            if any(_is_denied(sentence, grammar, wanted) for grammar in tongues):
                before = None
                continue
            if any(_is_elsewhere(sentence, grammar, wanted) for grammar in tongues):
                before, elsewhere = (wanted[-1] if wanted else None), True
                continue
            asked = _asked(sentence, wanted, tongues)
            if asked is None and before is not None and _points_back_here(sentence, tongues, elsewhere):
                asked = before
            if asked is not None:
                return called(asked)
            before, elsewhere = (wanted[-1] if wanted else None), False
    return None


def _points_back_here(sentence: Sentence, tongues: list[Grammar], elsewhere: bool) -> bool:
    """ "Send it": what the sentence before named; "send it to me", if that was for another place."""
    pointing = [grammar for grammar in tongues if _points_back(sentence, grammar)]
    return any(not elsewhere or grammar.spans("here", sentence.normal) for grammar in pointing)


def _is_denied(sentence: Sentence, grammar: Grammar, wanted: list[Name]) -> bool:
    """Whether the sentence says that it shall not be done: before the name, or soon after it."""
    named = [(name.first, name.last + 1) for name in sentence.names if not name.beside]
    idle = grammar.spans("idle", sentence.normal)
    given = [start for key in ("give", "it") for start, _ in grammar.spans(key, sentence.normal, idle)]
    for start, end in grammar.spans("deny", sentence.normal, [*idle, *named]):
        before = [name for name in wanted if name.last < start]
        if not before or not wanted or len(before) < len(wanted) or grammar.language == "hi":
            return True
        if not CLAUSE.search(sentence.between(before[-1].last, start)):
            return True
        if min(given, default=0) >= end:  # nothing is asked for before it
            return True
    return False


def _is_elsewhere(sentence: Sentence, grammar: Grammar, wanted: list[Name]) -> bool:
    """Whether it is to be given in a safe place, not in this chat."""
    secrets = [name for name in sentence.names if not name.beside and name.tags != OTHER]
    named = [(name.first, name.last + 1) for name in secrets]
    places = grammar.spans("safe", sentence.normal, named)
    if not places or grammar.spans("here", sentence.normal):
        return False
    return not all(_is_somebody_there(sentence, grammar, place, wanted) for place, _ in places)


def _is_somebody_there(sentence: Sentence, grammar: Grammar, place: int, wanted: list[Name]) -> bool:
    """ "OTP please, rider is at the gate": the place is where somebody waits, not where it is to be given."""
    first, end = _clause(sentence, place)
    said = sentence.normal[first:end]
    if PRESENT.isdisjoint(said) or grammar.spans("give", said):
        return False
    return any(not first <= name.first < end and _is_clause_of(sentence, grammar, name) for name in wanted)


def _asked(sentence: Sentence, wanted: list[Name], tongues: list[Grammar]) -> Name | None:
    for name in wanted:
        if BLANK.match(sentence.text, name.end):
            return name
    for grammar in tongues:
        idle = grammar.spans("idle", sentence.normal)
        # "password reset", "PIN pad": it is not the secret itself that is spoken of.
        heads = {start for start, _ in grammar.spans("heads", sentence.normal)}
        kept = [name for name in wanted if name.last + 1 not in heads]
        for find in (_given, _needed, _questioned):
            asked = find(sentence, grammar, kept, idle)
            if asked:
                return asked
        if kept and _is_nothing_else(sentence, grammar, kept):
            return kept[0]
    return None


def _given(sentence: Sentence, grammar: Grammar, wanted: list[Name], idle: list[Span]) -> Name | None:
    about = {start for start, _ in grammar.spans("about", sentence.normal)}
    named = [(name.first, name.last + 1) for name in wanted]
    for start, end in grammar.spans("give", sentence.normal, [*idle, *named]):
        if end in about or _is_own(sentence, grammar, start):
            continue
        for name in wanted:
            if 0 <= name.first - end <= REACH or (grammar.language == "hi" and 0 <= start - name.last <= REACH):
                return name
            if _points_back(sentence, grammar) and 0 <= start - name.last <= REACH:
                return name
    return None


def _is_own(sentence: Sentence, grammar: Grammar, start: int) -> bool:
    """Whether the writer, or somebody else, is to do it: "we will send", "the courier may ask"."""
    first = max(start - 4, 0)
    while first < start and any(CLAUSE.search(sentence.between(place, place + 1)) for place in range(first, start)):
        first += 1
    before = sentence.normal[first:start]
    own = grammar.spans("own", before)
    if not own or grammar.language == "hi":
        return False
    yours = grammar.spans("yours", before)
    return not yours or yours[-1][0] < own[-1][0]


def _needed(sentence: Sentence, grammar: Grammar, wanted: list[Name], idle: list[Span]) -> Name | None:
    for start, end in grammar.spans("need", sentence.normal, idle):
        for name in wanted:
            if name.tags & SECRET and any(
                word in INDEFINITE for word in sentence.normal[max(name.first - 2, 0) : name.first]
            ):
                continue
            if -1 <= name.first - end <= REACH or 0 <= start - name.last <= NEAR:
                return name
    return None


def _questioned(sentence: Sentence, grammar: Grammar, wanted: list[Name], idle: list[Span]) -> Name | None:
    for start, end in grammar.spans("question", sentence.normal, idle):
        for name in wanted:
            if name.tags & DOCUMENTS and not sentence.asks and grammar.language != "hi":
                continue
            between = sentence.text[sentence.words.starts[start] : max(name.start, 0)]
            if CLAUSE.search(between):
                continue
            if -1 <= name.first - end <= NEAR or (grammar.language == "hi" and 0 <= start - name.last <= NEAR):
                return name
    return None


def _is_nothing_else(sentence: Sentence, grammar: Grammar, wanted: list[Name]) -> bool:
    """A name with "please" or a question mark, or several names in a row, and nothing that says something of them."""
    if _says_only(sentence, 0, len(sentence.words.texts)):
        asked = sentence.asks or len({called(name) for name in wanted}) > 1
        return asked or bool(grammar.spans("please", sentence.normal))
    return any(_is_clause_of(sentence, grammar, name) for name in wanted)


def _says_only(sentence: Sentence, first: int, end: int) -> bool:
    """Whether these words are names and what says nothing of them."""
    inside = {place for name in sentence.names for place in range(name.first, name.last + 1)}
    rest = [sentence.words.texts[place] for place in range(first, end) if place not in inside]
    return len(rest) <= REACH and all(w in PLAIN or w in STOPS or w in fillers() for w in rest)


def _is_clause_of(sentence: Sentence, grammar: Grammar, name: Name) -> bool:
    """ "Your OTP please, the driver is waiting": a clause of its own, before the reason."""
    first, end = _clause(sentence, name.first)
    beside = {name.last + 1 - first, name.first - first}
    asked = any(not beside.isdisjoint(span) for span in grammar.spans("please", sentence.normal[first:end]))
    return asked and _says_only(sentence, first, end)


def _clause(sentence: Sentence, place: int) -> tuple[int, int]:
    """The first word of the clause that the place is in, and the first after it."""
    last = len(sentence.words.texts) - 1
    breaks = [each + 1 for each in range(last) if CLAUSE.search(sentence.between(each, each + 1))]
    return max((each for each in breaks if each <= place), default=0), min(
        (each for each in breaks if each > place), default=last + 1
    )


def _points_back(sentence: Sentence, grammar: Grammar) -> bool:
    """ "Please send it here": what the sentence before named."""
    return any(not _is_own(sentence, grammar, start) for start, _ in grammar.spans("it", sentence.normal))
