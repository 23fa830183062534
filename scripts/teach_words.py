"""Writes the words that the screening knows, from our own texts and lists and four lists of words, with costs."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from math import log10

from parley.core.policy.screening.known_words import FILE
from parley.core.policy.screening.normalise import fold
from parley.core.policy.screening.phrases import lexicon, phrase_words
from parley.core.policy.screening.tokens import WORD
from scripts.screen_samples import SCREENING, WRITTEN, written_words
from scripts.teach_languages import samples

LISTED, DEAREST = 60, 65


def main() -> None:
    """Write them, the commonest first."""
    costs: dict[str, int] = {}
    for word, price in (*_written(), *_listed(), *_spoken()):
        costs[word] = min(price, costs.get(word, DEAREST))
    known = sorted(costs.items(), key=lambda each: (each[1], each[0]))
    lines = [f"{price} {' '.join(word for word, _ in words)}" for price, words in groupby(known, key=lambda e: e[1])]
    (SCREENING / FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"wrote {FILE}, {len(known):,} words")


def _written() -> Iterator[tuple[str, int]]:
    for language in WRITTEN:
        for place, word in enumerate(written_words(language)):
            yield word, round(10 * log10(10 * (place + 10)))


def _listed() -> Iterator[tuple[str, int]]:
    for entry in lexicon().entries:
        for word in phrase_words(entry.phrase):
            if not word.endswith("*") and word.isalpha():
                yield word, LISTED


def _spoken() -> Iterator[tuple[str, int]]:
    """By language, from sentences only: a word that is in one of them is known."""
    counts: dict[str, Counter[str]] = {}
    for text, language, weight in samples():
        if weight == 1:
            words = [word for word in WORD.findall(fold(text)) if len(word) > 1 or word in "aeoyu"]
            counts.setdefault(language, Counter()).update(word for word in words if not word.isdigit())
    for found in counts.values():
        total = sum(found.values())
        for word, count in found.items():
            yield word, max(10, round(10 * log10(total / count)))


if __name__ == "__main__":
    main()
