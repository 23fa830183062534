"""A webhook's body to events: signature first, then everything in it, whatever its kind (cloud API, webhooks).

An event is one message or one status, or a whole change of another field. Nothing is dropped: what is not understood
here is kept as ``other`` and shown.
"""

import hashlib
import hmac
from collections.abc import Iterator
from typing import Any

from parley.whatsapp.event import BrokenBody, Event, each_of, text_at
from parley.whatsapp.repair import read_json
from parley.whatsapp.splitting import of_change, other

__all__ = ["BrokenBody", "Event", "events_in", "is_signed"]
PREFIX = "sha256="
BODY_KEYS = frozenset({"object", "entry"})
ENTRY_KEYS = frozenset({"id", "time", "changes"})


def is_signed(body: bytes, header: str | None, app_secret: str) -> bool:
    """Whether the header signs the raw body, compared in constant time. Absent or malformed: no."""
    if not header or not header.startswith(PREFIX) or not header.isascii():
        return False
    expected = hmac.new(app_secret.encode(), body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected, header[len(PREFIX) :])


def events_in(body: bytes) -> list[Event]:
    """Every event of the body, cards and account numbers taken out. Raises BrokenBody."""
    try:
        decoded = read_json(body)
    except ValueError as error:
        raise BrokenBody(str(error)) from error
    entries = decoded.get("entry") if isinstance(decoded, dict) else None
    if not isinstance(entries, list | dict):
        raise BrokenBody("no list 'entry'")
    found = [event for entry in each_of(entries) for event in _of_entry(entry)]
    unknown = {name: value for name, value in decoded.items() if name not in BODY_KEYS}
    return [*found, other("", unknown)] if unknown else found


def _of_entry(entry: Any) -> Iterator[Event]:
    if not isinstance(entry, dict):
        yield other("", entry)
        return
    account_id, time = text_at(entry, "id"), text_at(entry, "time")
    changes = each_of(entry.get("changes"))
    for change in changes:
        try:
            yield from list(of_change(change, account_id, time))
        except Exception:  # a form nobody thought of is kept as it came, and its neighbours are not kept waiting
            yield other(account_id, change, time)
    unknown = {name: value for name, value in entry.items() if name not in ENTRY_KEYS}
    if unknown or not changes:
        yield other(account_id, entry if not changes else unknown, time)
