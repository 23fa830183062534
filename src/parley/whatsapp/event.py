"""One row of the inbox, as a webhook's body is split into them."""

import hashlib
from dataclasses import dataclass
from typing import Any

# An index holds no more; ids are far shorter.
LONGEST_KEY = 400


@dataclass(frozen=True)
class Event:
    """One row of the inbox. ``lane``: whose conversation it belongs to; ``dedup_key``: the platform's own id.

    ``number_id`` is the platform's id of the number, or of the business account where a report names no number.
    """

    number_id: str
    kind: str
    dedup_key: str
    lane: str
    payload: dict[str, Any]


class BrokenBody(ValueError):
    """The body is not a webhook's JSON; the sentence says why."""


def key_of(*parts: str) -> str:
    """A key that can be kept, whatever the parts are: what is too long is known by its hash."""
    key = ":".join(parts)
    if len(key.encode()) <= LONGEST_KEY:
        return key
    return f"{parts[0]}:{hashlib.sha256(key.encode()).hexdigest()}"


def text_at(value: Any, name: str) -> str:
    """The text or whole number under that name, '' for anything else."""
    found = value.get(name) if isinstance(value, dict) else None
    if isinstance(found, str):
        return found.replace("\x00", "�")  # which no database keeps
    return str(found) if isinstance(found, int) and not isinstance(found, bool) else ""


def each_of(value: Any) -> list[Any]:
    """What a list should have held: its members, or the one that stands there without a list around it."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]
