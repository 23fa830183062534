"""A customer says that the business deceives them, pesters them or breaks the law, or that they report it (A3, F1)."""

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files

# A long letter tells a story: what is said in it of others would be taken for what is said of the business.
LONGEST = 400
SPACES = re.compile(r"\s+")


def complains(text: str) -> bool:
    """Whether the message accuses the business. Being late or broken is an ordinary complaint, and none of these."""
    said = SPACES.sub(" ", unicodedata.normalize("NFKC", text[: LONGEST + 1]).casefold().replace("’", "'")).strip()
    if not said or len(said) > LONGEST:
        return False
    says, unless = _patterns()
    return any(each.search(said) for each in says) and not any(each.search(said) for each in unless)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    data = tomllib.loads((files("parley.core.policy") / "complaints.toml").read_text(encoding="utf-8"))
    says, unless = (tuple(re.compile(each) for each in data[name]) for name in ("says", "unless"))
    return says, unless
