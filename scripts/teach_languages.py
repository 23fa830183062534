"""Teaches what tells the languages apart and writes its file; with ``--check``: is it as new as its sources?"""

import sys
import tomllib
from collections.abc import Iterator
from hashlib import sha256

import numpy as np
from sklearn.linear_model import LogisticRegression

from parley.core.policy.screening.language import DEVANAGARI, FILE, model
from parley.core.policy.screening.phrases import lexicon
from scripts.sample_features import matrix_of, numbered, small
from scripts.screen_samples import SCREENING, languages_of

STRICTNESS = 10.0
AT_ONCE = 5  # words of the list that are put together for a sentence
Spoken = tuple[str, str, float]  # text, language, weight


def main() -> None:
    """See above."""
    spoken = sorted(set(samples()))
    made_from = sha256("\n".join(f"{text}\t{language}" for text, language, _ in spoken).encode()).hexdigest()
    if "--check" in sys.argv[1:]:
        taught = model()
        fresh = taught is not None and taught.digest == made_from
        print("The languages are as new as their sources." if fresh else "Run: python -m scripts.teach_languages")
        sys.exit(not fresh)
    texts, languages, weights = zip(*spoken, strict=True)
    fitted = LogisticRegression(C=STRICTNESS, max_iter=300)
    fitted.fit(matrix_of(map(numbered, texts), 1), languages, sample_weight=np.array(weights))
    count = len(fitted.classes_)
    taught = small(fitted.classes_, fitted.coef_, fitted.intercept_, np.ones(count), np.zeros(count), made_from)
    (SCREENING / FILE).write_bytes(taught.to_bytes())
    print(f"wrote {FILE}, {len(texts):,} texts, {(SCREENING / FILE).stat().st_size:,} bytes")


def samples() -> Iterator[Spoken]:
    """Sentences of ours, phrases of the lists, and common words one by one and together."""
    for folder in ("examples", "teaching"):
        for file in sorted((SCREENING / folder).glob("*.toml")):
            for language, lists in languages_of(file).items():
                for texts in lists.values():
                    for text in texts.strip().splitlines() if isinstance(texts, str) else texts:
                        yield text, _written(language, text), 1.0
    for entry in lexicon().entries:
        if entry.language != "any":
            yield entry.phrase.replace("*", ""), _written(entry.language, entry.phrase), 0.2
    common = tomllib.loads((SCREENING / "language.toml").read_text(encoding="utf-8"))
    for language, words in common.items():
        listed = words.split()
        for place, word in enumerate(listed):
            yield word, language, 0.5
            yield " ".join(listed[place : place + AT_ONCE]), language, 1.0


def _written(language: str, text: str) -> str:
    return "hi-Latn" if language == "hi" and not DEVANAGARI.search(text) else language


if __name__ == "__main__":
    main()
