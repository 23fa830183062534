"""The hash chain of the decision log: removal, edit and reorder of any row are found."""

import hashlib
from collections.abc import Iterable
from typing import Any

import msgspec

START = b"\x00" * 32
# The columns a row's hash covers, besides the hash of the row before it.
COVERED = (
    "tenant_id",
    "seq",
    "at",
    "moment",
    "verdict",
    "clauses",
    "findings",
    "facts",
    "author_kind",
    "author_id",
    "number_id",
    "conversation_id",
    "message_id",
    "rulebook_version",
)
_encode = msgspec.json.Encoder(order="deterministic").encode


def chain(previous_hash: bytes, row: dict[str, Any]) -> bytes:
    """SHA-256 over the hash before and the row's covered columns as JSON with sorted keys; times in UTC."""
    return hashlib.sha256(bytes(previous_hash) + _encode([_plain(row[name]) for name in COVERED])).digest()


def first_break(rows: Iterable[dict[str, Any]], *, after: bytes = START, seq: int = 0) -> int | None:
    """The ``seq`` of the first row that does not follow from those before it, None if all do.

    ``rows`` in order of ``seq``; ``after`` and ``seq`` belong to the row before the first of them.
    """
    for row in rows:
        follows = row["seq"] == seq + 1 and bytes(row["previous_hash"]) == bytes(after)
        if not follows or chain(after, row) != bytes(row["hash"]):
            return int(row["seq"])
        after, seq = row["hash"], row["seq"]
    return None


def _plain(value: Any) -> Any:
    if hasattr(value, "astimezone"):
        return value.timestamp().hex()
    return value
