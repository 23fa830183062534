"""What a person agreed to and what they asked to stop (B4 to B7)."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from parley.core.policy.facts import ConsentFacts
from parley.core.policy.wishes import wish
from parley.core.policy.wording import names_business
from parley.core.policy.wording import names_whatsapp as says_whatsapp

EDGES = re.compile(r"^[\W_]+|[\W_]+$")
SPACES = re.compile(r"\s+")
POLITE = r"please|pls|por favor|s'il vous pla[iî]t|s'il te pla[iî]t|svp|stp|من فضلك|لو سمحت|कृपया?|hi|hello"
POLITENESS = re.compile(rf"^(?:{POLITE})[\s,!.]+|[\s,!.]+(?:{POLITE}|now)$")


def newest_for(purpose: str, consents: Iterable[ConsentFacts]) -> ConsentFacts | None:
    """The newest word on the purpose, a word on 'all' counting for each; on the same instant the opt-out counts."""
    relevant = [c for c in consents if c.purpose in (purpose, "all")]
    return max(relevant, key=lambda c: (c.at, c.action == "opt_out"), default=None)


def wording_states(business_name: str, wording: str, *, names_whatsapp: bool = True) -> bool:
    """Whether the opt-in said from whom messages come and, where it has to, that they come over WhatsApp (B5)."""
    return names_business(wording, [business_name]) and (says_whatsapp(wording) or not names_whatsapp)


def wants_to_stop(text: str) -> bool:
    """Whether the message asks not to be written to, in any of its clauses. Not 'stop my card'."""
    return wish("stop").is_said(text)


def wants_to_resume(text: str) -> bool:
    """Whether the whole message asks to be written to again."""
    words, sentences = _resuming()
    said = _bare(text)
    return said in words or (len(said) <= 160 and any(pattern.search(said) for pattern in sentences))


def _bare(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text[:500]).casefold().replace("’", "'")
    return EDGES.sub("", POLITENESS.sub("", SPACES.sub(" ", EDGES.sub("", folded))))


@cache
def _resuming() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    data = tomllib.loads((files("parley.core.policy") / "consent.toml").read_text(encoding="utf-8"))["resume"]
    return frozenset(_bare(word) for word in data["words"]), tuple(re.compile(each) for each in data["sentences"])
