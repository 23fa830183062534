"""Whether a text asks for a person: answered at once, in every language of the product (C7)."""

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files

SPACES = re.compile(r"\s+")
LONGEST = 400  # who asks for a person says so soon


def wants_person(text: str) -> bool:
    """True for "a person, please" and its like; false for people in questions ("someone stole my card")."""
    said = SPACES.sub(" ", unicodedata.normalize("NFKC", text[:LONGEST]).casefold().replace("’", "'")).strip(" .!?¿¡।؟")
    whole, parts = _patterns()
    return said in whole or any(pattern.search(said) for pattern in parts)


@cache
def _patterns() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    data = tomllib.loads((files("parley.core.chatbot") / "person.toml").read_text(encoding="utf-8"))
    return frozenset(data["whole"]), tuple(re.compile(pattern) for pattern in data["parts"])
