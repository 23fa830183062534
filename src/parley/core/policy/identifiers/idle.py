"""Words of a thread that ask for nothing and tell nothing of a number, and words that make it an amount."""

from functools import cache

from parley.core.policy.identifiers.data import read
from parley.core.policy.identifiers.grammar import normal
from parley.core.policy.identifiers.plain import plain
from parley.core.policy.identifiers.words import words_of


@cache
def idle_words() -> frozenset[str]:
    """Waiting, going on, saying it again, and all that people say around an answer, in every language."""
    written = [*read("thread.toml")["waiting"].values(), *read("answering.toml").values()]
    written += [" ".join(words) for words in read("fillers.toml").values()]
    known = {word for each in written for word in words_of(plain(each)).texts}
    return frozenset(known | set(map(normal, known)))


@cache
def units() -> frozenset[str]:
    """Currencies, lengths, weights and the like."""
    return frozenset(words_of(plain(read("thread.toml")["units"]["words"])).texts)
