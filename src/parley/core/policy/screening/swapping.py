"""Two neighbouring letters of a word the other way round, as in what is typed in haste or to hide."""

from functools import lru_cache

from parley.core.policy.screening.named_words import is_made_up, is_word, rarity

SHORTEST, LONGEST = 5, 16  # letters of a word
# What a word costs that nobody knows, and each of its letters; one that only the lists know.
UNKNOWN, LETTER, LISTED = 20, 12, 60


@lru_cache(maxsize=20_000)
def swapped(word: str) -> str:
    """The word that it is likeliest meant for, its first letter left alone; "" if there is none."""
    if not SHORTEST <= len(word) <= LONGEST or not word.isalpha():
        return ""
    ways = (
        (f"{word[:place]}{word[place + 1]}{word[place]}{word[place + 2 :]}", place) for place in range(1, len(word) - 1)
    )
    made = [way for way, place in ways if way != word and is_made_up(way, place)]
    return min(made, key=likelihood, default="")


def likelihood(word: str) -> int:
    """What a word costs, known or not."""
    known = rarity(word)
    if known is None:
        return LISTED if is_word(word) else UNKNOWN + LETTER * len(word)
    return known
