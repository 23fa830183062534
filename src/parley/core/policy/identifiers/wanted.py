"""What a sentence names that may not be asked for."""

from collections.abc import Iterator, Sequence
from functools import cache

from parley.core.policy.identifiers.data import words
from parley.core.policy.identifiers.grammar import normal
from parley.core.policy.identifiers.sentences import Sentence
from parley.core.policy.identifiers.table import by_id
from parley.core.policy.identifiers.words import (
    APART,
    MOST_KNOWN,
    Name,
    begun_by,
    follows,
    may_be_apart,
    written_in,
)

# What may not be asked for, as people call it; the first of these that a name may mean is told.
ASKED = {
    "card": "card number",
    "cvv": "security code",
    "iban": "bank account number",
    "account": "bank account number",
    "ssn": "social security number",
    "passport": "passport",
    "licence": "driving licence",
    "pin": "PIN",
    "otp": "one-time code",
    "code": "one-time code",
    "password": "password",
    "answer": "security answer",
    "tax": "taxpayer number",
    "id": "national identity number",
}
SECRET = frozenset({"cvv", "pin", "otp", "password", "answer"})
BRANCHES = frozenset({"us_routing", "gb_sort_code", "au_bsb", "in_ifsc"})
CAPITALS = words("grammar.toml", "capitals")
MINE = words("grammar.toml", "mine")
YOURS = words("grammar.toml", "yours")
WITHOUT = words("grammar.toml", "without")
PICTURES, ARRIVES = words("grammar.toml", "pictures"), words("grammar.toml", "arrives")
SHOWN = frozenset({"card", "id"})
SPOKEN = SHOWN | {"code"}  # what a word beside a number may speak of: a picture of it, or a code that arrived
NEAR = 6  # words


class _Wanted(dict[str, bool]):
    """Whether each word may begin the name of something that may not be asked for; filled as words are met."""

    def __missing__(self, word: str) -> bool:
        if len(self) > MOST_KNOWN:
            self.clear()
        made = self[word] = any(_may_be_asked(tags, beside=beside) for _, tags, beside in begun_by(word))
        return made


_WANTED = _Wanted()


def may_want(readable: str) -> bool:
    """Whether any word may begin the name of something that may not be asked for, as letters that stand apart may."""
    written = written_in(readable)
    return any(map(_WANTED.__getitem__, written)) or (
        may_be_apart(readable, written) and APART.search(readable) is not None
    )


def named_in_full(texts: Sequence[str]) -> list[tuple[str, ...]]:
    """Such names whose whole stands among the words, wherever sentences end: many more words begin one ("4").

    A word that only speaks of it beside a number counts where a picture of it or its arrival is named too.
    """
    is_spoken_of = not (PICTURES | ARRIVES).isdisjoint(map(normal, texts))
    return [
        (word, *rest)
        for first, word in enumerate(texts)
        if _WANTED[word]
        for rest, tags, beside in begun_by(word)
        if (is_spoken_of or not beside) and _may_be_asked(tags, beside=beside) and follows(texts, first, rest)
    ]


def _may_be_asked(tags: frozenset[str], *, beside: bool) -> bool:
    return not tags.isdisjoint(SPOKEN if beside else _asked())


def wanted_in(sentence: Sentence) -> Iterator[Name]:
    """The names of identifiers and secrets, without those of which only the last digits are spoken of."""
    last = any("last" in name.tags for name in sentence.names)
    for name in sentence.names:
        if name.beside:
            if _is_shown(sentence, name) or _is_received(sentence, name):
                yield name
            continue
        if name.tags.isdisjoint(_asked()):
            continue
        if last and not name.tags & SECRET:
            continue
        if name.first > 0 and sentence.normal[name.first - 1] in WITHOUT:
            continue
        if any(word in MINE for word in sentence.normal[max(name.first - 2, 0) : name.first]):
            continue
        if _is_another_word(sentence, name):
            continue
        yield name


def _is_another_word(sentence: Sentence, name: Name) -> bool:
    """A name that is a common word too, neither in capitals nor said to be the reader's."""
    if name.first != name.last or sentence.words.texts[name.first] not in CAPITALS:
        return False
    is_yours = name.first > 0 and sentence.normal[name.first - 1] in YOURS
    return not is_yours and not sentence.written[name.start : name.end].isupper()


def _is_shown(sentence: Sentence, name: Name) -> bool:
    """A picture of a card or a document."""
    near = sentence.normal[max(name.first - NEAR, 0) : name.last + 3]
    return bool(name.tags & SHOWN) and not PICTURES.isdisjoint(near)


def _is_received(sentence: Sentence, name: Name) -> bool:
    """A code that came to the reader."""
    near = sentence.normal[max(name.first - NEAR, 0) : name.last + NEAR + 2]
    return "code" in name.tags and not ARRIVES.isdisjoint(near)


@cache
def _asked() -> frozenset[str]:
    """What may not be asked for: also the numbers of a person in each country, without the codes of banks' branches."""
    return frozenset(ASKED.keys() | (by_id().keys() - BRANCHES))


def called(name: Name) -> str:
    """What a name means, as people call it."""
    for tag, meant in ASKED.items():
        if tag in name.tags:
            return meant
    return next(by_id()[tag].name for tag in sorted(name.tags) if tag in by_id())
