"""Promotion in free text, and whether the person asked: an answer about offers or prices bothers nobody."""

import re
import tomllib
from datetime import datetime
from functools import cache
from importlib.resources import files

from parley.core.messages import TemplateUse
from parley.core.policy.content import found_in
from parley.core.policy.facts import Outbound
from parley.core.policy.screening import Hit
from parley.core.policy.wishes.clauses import words_of

CLAUSE = "C2"


def asks_for_offers(text: str) -> bool:
    """Whether a customer's message asks what there is, what it costs or what is cheaper."""
    return _asking().search(" ".join(words_of(text))) is not None


def unasked_promotion(message: Outbound, since: datetime) -> Hit | None:
    """The sign of promotion in a free text that the person did not ask for after ``since``; templates say theirs."""
    asked_at = message.offers_asked_at
    if isinstance(message.content, TemplateUse) or (asked_at is not None and asked_at > since):
        return None
    return found_in(message, CLAUSE)


@cache
def _asking() -> re.Pattern[str]:
    data = tomllib.loads((files("parley.core.policy") / "offers.toml").read_text(encoding="utf-8"))
    ways = [_pattern(written) for language in data.values() for written in language]
    return re.compile(rf"(?<!\S)(?:{'|'.join(ways)})(?!\S)")


def _pattern(written: str) -> str:
    words = re.escape(" ".join(words_of(written)))
    return rf"{words}\S*" if written.endswith("*") else words
