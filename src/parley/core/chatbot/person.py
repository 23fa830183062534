"""Whether a text asks for a person: answered at once, in every language of the product (C7)."""

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files

from parley.core.policy.wishes import wish

SPACES = re.compile(r"\s+")
LONGEST = 400  # who asks for a person says so soon


def wants_person(text: str) -> bool:
    """True for "a person, please" and its like; false for people in questions ("someone stole my card")."""
    if wish("person").is_said(text[:LONGEST]):
        return True
    said = SPACES.sub(" ", unicodedata.normalize("NFKC", text[:LONGEST]).casefold().replace("’", "'")).strip(" .!?¿¡।؟")
    return any(pattern.search(said) for pattern in _patterns())


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    data = tomllib.loads((files("parley.core.chatbot") / "person.toml").read_text(encoding="utf-8"))
    return tuple(re.compile(pattern) for pattern in data["parts"])
