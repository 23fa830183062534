"""Writes the words that the screening knows, by language, from our own texts and lists and seven lists of words."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from math import log10

from parley.core.policy.screening.known_words import FILE
from parley.core.policy.screening.normalise import fold
from parley.core.policy.screening.phrases import lexicon, phrase_words
from parley.core.policy.screening.tokens import WORD
from scripts.inflected_words import inflected
from scripts.screen_samples import SCREENING, written_words
from scripts.teach_languages import samples

LISTED, DEAREST = 60, 65
CODES = {"english": "en", "spanish": "es", "portuguese": "pt", "french": "fr", "arabic": "ar"}

Cost = tuple[str, str, int]  # of a word, in a language


def main() -> None:
    """Write them, the commonest first."""
    costs: dict[tuple[str, str], int] = {}
    for word, language, price in (*_written(), *_listed(), *_spoken(), *inflected()):
        costs[language, word] = min(price, costs.get((language, word), DEAREST))
    known = sorted((language, price, word) for (language, word), price in costs.items())
    lines = [
        f"{language} {price} {' '.join(word for _, _, word in words)}"
        for (language, price), words in groupby(known, key=lambda each: each[:2])
    ]
    (SCREENING / FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"wrote {FILE}, {len(known):,} words")


def _written() -> Iterator[Cost]:
    for name, language in CODES.items():
        for place, word in enumerate(written_words(name)):
            yield word, language, round(10 * log10(10 * (place + 10)))


def _listed() -> Iterator[Cost]:
    for entry in lexicon().entries:
        for word in phrase_words(entry.phrase):
            if not word.endswith("*") and word.isalpha():
                yield word, entry.language, LISTED


def _spoken() -> Iterator[Cost]:
    """By language, from sentences only: a word that is in one of them is known."""
    counts: dict[str, Counter[str]] = {}
    for text, language, weight in samples():
        if weight == 1:
            words = [word for word in WORD.findall(fold(text)) if len(word) > 1 or word in "aeoyu"]
            counts.setdefault(language, Counter()).update(word for word in words if not word.isdigit())
    for language, found in counts.items():
        total = sum(found.values())
        for word, count in found.items():
            yield word, language, max(10, round(10 * log10(total / count)))


if __name__ == "__main__":
    main()
