"""Whether a display name and a legal name may belong to one business."""

import re

from rapidfuzz.distance import OSA

from parley.core.policy.sanctions.naming import comparable, romanised

SCRIPTS = (re.compile("[A-Za-zÀ-ɏ]"), re.compile("[Ѐ-ӿ]"), re.compile("[Ͱ-Ͽ]"))
SHORTEST_PART = 4


def related(display_name: str, known: str) -> bool:
    """They share a telling word, one is made of the other's beginnings, or they are one but for a slip."""
    shown, legal = comparable(display_name), comparable(known)
    if not shown.words or not legal.words:
        return False
    telling = {word for word, weight in zip(legal.words, legal.weights, strict=True) if weight == 1}
    if any(word in telling for word in shown.words) or set(shown.sounds) & {s for s in legal.sounds if len(s) > 3}:
        return True
    one, other = "".join(shown.words), "".join(legal.words)
    if min(len(one), len(other)) >= SHORTEST_PART and (one in other or other in one):
        return True
    return one in _initials(known) or OSA.distance(one, other, score_cutoff=2) <= max(0, min(len(one), len(other)) // 4)


def mixes_scripts(name: str) -> bool:
    """Letters of two alphabets within one word: written so that it looks like another."""
    return any(sum(bool(script.search(word)) for script in SCRIPTS) > 1 for word in name.split())


def _initials(name: str) -> tuple[str, ...]:
    """NHB of North Harbour Bank, with and without the form of company."""
    all_words = romanised(name).split()
    telling = comparable(name).words
    made = ("".join(word[0] for word in words) for words in (all_words, telling) if len(words) > 1)
    return tuple(made)
