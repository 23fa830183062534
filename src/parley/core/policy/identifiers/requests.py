"""Whether a text asks a person for a secret: a verb of asking near the name of the secret, without a denial."""

import re
import tomllib
from functools import cache
from importlib.resources import files

SENTENCE = re.compile(r"[.!?।؟\n]+")
PART = r"[\w\u064b-\u065f\u0900-\u0903\u093a-\u094f]"  # of a word, vowel signs of Arabic and Hindi included
LONGEST = 4096  # a sentence that asks is shorter; a longer one is looked at in pieces


@cache
def _words() -> tuple[dict[str, re.Pattern[str]], re.Pattern[str], re.Pattern[str]]:
    source = files("parley.core.policy.identifiers") / "requests.toml"
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    secrets = {name: _any(words) for name, words in data["secrets"].items()}
    return secrets, _any(data["asking"]["words"]), _any(data["denying"]["words"])


def _any(words: list[str]) -> re.Pattern[str]:
    ordered = sorted(words, key=len, reverse=True)
    return re.compile("|".join(rf"(?<!{PART}){re.escape(word)}(?!{PART})" for word in ordered), re.IGNORECASE)


def asks_for(text: str) -> str | None:
    """The name of what is asked for, None if nothing is."""
    secrets, asking, denying = _words()
    for sentence in SENTENCE.split(text):
        for piece in (sentence[i : i + LONGEST] for i in range(0, len(sentence), LONGEST)):
            named = next((name for name, pattern in secrets.items() if pattern.search(piece)), None)
            if named and asking.search(piece) and not denying.search(piece):
                return named
    return None
