"""Our own plain form, for any other service: ``{text, clauses}`` or ``{file, mime_type, clauses}`` → ``{hits}``.

``file`` is the content in base64. A hit is ``{clause, strength, what}``: a clause id that was asked about, from 0 to 1
how sure it is, and a short name of what was found, never words of the text.
"""

from base64 import b64encode
from typing import Annotated, Any

import msgspec

from parley.core.policy.opinions import READABLE
from parley.core.policy.screening.hits import Hit
from parley.opinions.decoding import decoded

LARGEST = 20 << 20
Name = Annotated[str, msgspec.Meta(max_length=80)]


class _Hit(msgspec.Struct):
    clause: str
    strength: Annotated[float, msgspec.Meta(ge=0, le=1)]
    what: Annotated[str, msgspec.Meta(pattern=r"^[\w /.,:-]{1,60}$")] = "objection"


class _Answer(msgspec.Struct):
    hits: Annotated[tuple[_Hit, ...], msgspec.Meta(max_length=100)]
    model: Name = ""


def of_text(model: str, text: str) -> dict[str, Any]:
    """The question about a text."""
    return {"model": model, "text": text, "clauses": READABLE}


def of_file(model: str, content: bytes, mime_type: str) -> dict[str, Any] | None:
    """The question about a file; None for one that is too large to be sent along."""
    if len(content) > LARGEST:
        return None
    return {"model": model, "file": b64encode(content).decode(), "mime_type": mime_type, "clauses": READABLE}


def read(answer: bytes) -> tuple[str, tuple[Hit, ...]]:
    """Raises ValueError for an answer of another form, and for a clause that was not asked about."""
    found = decoded(answer, _Answer)
    unknown = {hit.clause for hit in found.hits} - set(READABLE)
    if unknown:
        raise ValueError("a clause that was not asked about")
    return found.model, tuple(Hit(hit.clause, "opinion", hit.strength, hit.what) for hit in found.hits)
