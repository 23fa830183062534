"""The form of OpenAI's moderation endpoint, which others offer too: ``POST /v1/moderations``.

Source: https://developers.openai.com/docs/guides/moderation. ``input`` is a text, or a list with one picture as a data
address. Each result has ``categories`` (whether it flags them) and ``category_scores`` (from 0 to 1).
"""

import tomllib
from base64 import b64encode
from functools import cache
from importlib.resources import files
from typing import Annotated, Any

import msgspec

from parley.core.policy.screening.hits import CLEAR, HIT, Hit
from parley.opinions.decoding import decoded

PICTURES = frozenset({"image/jpeg", "image/png", "image/webp"})
LARGEST = 20 << 20
FAINTEST = 0.05
OTHER = "other"
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]


class _Category(msgspec.Struct):
    """The clause it falls under, and the scores from which a person must look, and from which it is a clear breach."""

    clause: str
    hold: float
    block: float


class _Result(msgspec.Struct):
    category_scores: dict[str, Share]
    categories: dict[str, bool | None] = {}


class _Answer(msgspec.Struct):
    results: Annotated[tuple[_Result, ...], msgspec.Meta(min_length=1, max_length=10)]
    model: Annotated[str, msgspec.Meta(max_length=80)] = ""


def of_text(model: str, text: str) -> dict[str, Any]:
    """The question about a text."""
    return {"model": model, "input": text}


def of_file(model: str, content: bytes, mime_type: str) -> dict[str, Any] | None:
    """The question about a picture; None for all else."""
    if mime_type not in PICTURES or len(content) > LARGEST:
        return None
    address = f"data:{mime_type};base64,{b64encode(content).decode()}"
    return {"model": model, "input": [{"type": "image_url", "image_url": {"url": address}}]}


def read(answer: bytes) -> tuple[str, tuple[Hit, ...]]:
    """Raises ValueError for an answer of another form."""
    found = decoded(answer, _Answer)
    hits: dict[str, Hit] = {}
    for result in found.results:
        for name in result.category_scores.keys() | result.categories.keys():
            hit = _hit(name, result.category_scores.get(name, 0.0), bool(result.categories.get(name)))
            if hit.strength >= FAINTEST and (name not in hits or hits[name].strength < hit.strength):
                hits[name] = hit
    return found.model, tuple(hits[name] for name in sorted(hits))


def _hit(name: str, score: float, flagged: bool) -> Hit:
    """A category that is newer than our list counts only where it is flagged."""
    category = _categories().get(name)
    if category is None:
        return Hit("E7", "opinion", HIT if flagged else 0.0, OTHER)
    strength = _strength(score, category)
    return Hit(category.clause, "opinion", round(max(strength, HIT if flagged else 0.0), 3), name)


def _strength(score: float, category: _Category) -> float:
    """The service's score on our scale, where a person must look from ``HIT`` and a breach is clear from ``CLEAR``."""
    if score < category.hold:
        return HIT * score / category.hold * 0.99
    if score < category.block:
        return HIT + (CLEAR - HIT) * (score - category.hold) / (category.block - category.hold) * 0.99
    return CLEAR + (1 - CLEAR) * (score - category.block) / max(1 - category.block, 1e-9)


@cache
def _categories() -> dict[str, _Category]:
    source = (files("parley.opinions.forms") / "openai_categories.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(source), type=dict[str, _Category])
