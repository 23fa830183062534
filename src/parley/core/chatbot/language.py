"""Which of the product's languages a text is in: by its script, else by the small words that only one language has."""

import re
import tomllib
from functools import cache
from importlib.resources import files

WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
SCRIPTS = (("ar", re.compile(r"[\u0600-\u06ff]")), ("hi", re.compile(r"[\u0900-\u097f]")))


def language_of(text: str, otherwise: str = "en") -> str:
    """ISO 639-1 code: en, es, pt, fr, ar or hi; ``otherwise`` where the text does not say."""
    for language, script in SCRIPTS:
        if len(script.findall(text)) * 2 > sum(c.isalpha() for c in text):
            return language
    words = [word.casefold() for word in WORD.findall(text[:500])]
    counts = {language: sum(word in common for word in words) for language, common in _common().items()}
    best = max(counts, key=lambda language: (counts[language], language == otherwise, language == "en"))
    return best if counts[best] else otherwise


@cache
def _common() -> dict[str, frozenset[str]]:
    data = tomllib.loads((files("parley.core.chatbot") / "language.toml").read_text(encoding="utf-8"))
    return {language: frozenset(words.split()) for language, words in data.items()}
