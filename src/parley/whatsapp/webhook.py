"""A webhook's body to events: signature first, then everything in it, whatever its kind (cloud API, webhooks).

An event is one message or one status, or a whole change of another field. Nothing is dropped: what is not understood
here is kept as ``other`` and shown.
"""

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from parley.core.policy.redaction import redact_payload

PREFIX = "sha256="


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


def is_signed(body: bytes, header: str | None, app_secret: str) -> bool:
    """Whether the header signs the raw body, compared in constant time. Absent or malformed: no."""
    if not header or not header.startswith(PREFIX) or not header.isascii():
        return False
    expected = hmac.new(app_secret.encode(), body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected, header[len(PREFIX) :])


def events_in(body: bytes) -> list[Event]:
    """Every event of the body, cards and account numbers taken out. Raises BrokenBody."""
    try:
        decoded = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BrokenBody(f"not JSON: {error}") from error
    entries = decoded.get("entry") if isinstance(decoded, dict) else None
    if not isinstance(entries, list):
        raise BrokenBody("no list 'entry'")
    return [event for entry in entries for event in _of_entry(entry)]


def _of_entry(entry: Any) -> Iterator[Event]:
    changes = entry.get("changes") if isinstance(entry, dict) else None
    if not isinstance(changes, list):
        yield _other("", entry)
        return
    for change in changes:
        yield from _of_change(change, _text(entry, "id"))


def _of_change(change: Any, account_id: str) -> Iterator[Event]:
    value = change.get("value") if isinstance(change, dict) else None
    if not isinstance(value, dict) or change.get("field") != "messages":
        yield _other(_number_id(value) or account_id, change)
        return
    number_id = _number_id(value)
    messages, statuses = _list(value, "messages"), _list(value, "statuses")
    contacts = [c for c in _list(value, "contacts") if isinstance(c, dict)]
    for message in messages:
        yield _message(number_id, message, contacts)
    for status in statuses:
        yield _status(number_id, status)
    if not messages and not statuses:
        yield _other(number_id, change)


def _message(number_id: str, message: Any, contacts: list[dict[str, Any]]) -> Event:
    platform_id = _text(message, "id")
    writer = _text(message, "from") or _text(message, "from_user_id")
    if not platform_id or not writer:
        return _other(number_id, message)
    said, taken_out = redact_payload(message)
    payload = {
        "number_id": number_id,
        "contact": redact_payload(_contact_of(message, contacts))[0],
        "message": said,
        "taken_out": taken_out,
    }
    return Event(number_id, "message", f"m:{number_id}:{platform_id}", f"{number_id}:{writer}", payload)


def _contact_of(message: Any, contacts: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The contact of the message's writer; a lone contact is meant even where the ids are written differently."""
    writers = {_text(message, "from"), _text(message, "from_user_id")} - {""}
    for contact in contacts:
        if {_text(contact, "wa_id"), _text(contact, "user_id")} & writers:
            return contact
    return contacts[0] if len(contacts) == 1 else None


def _status(number_id: str, status: Any) -> Event:
    platform_id, name = _text(status, "id"), _text(status, "status")
    if not platform_id or not name:
        return _other(number_id, status)
    recipient = _text(status, "recipient_id") or _text(status, "recipient_user_id")
    payload = {"number_id": number_id, "status": status}
    return Event(number_id, "status", f"s:{platform_id}:{name}", f"{number_id}:{recipient}", payload)


def _other(number_id: str, raw: Any) -> Event:
    payload = {"raw": redact_payload(raw)[0]}
    digest = hashlib.sha256(msgspec.json.encode(raw)).hexdigest()
    return Event(number_id, "other", f"o:{digest}", f"{number_id}:other", payload)


def _number_id(value: Any) -> str:
    metadata = value.get("metadata") if isinstance(value, dict) else None
    return _text(metadata, "phone_number_id")


def _list(value: dict[str, Any], name: str) -> list[Any]:
    found = value.get(name)
    return found if isinstance(found, list) else []


def _text(value: Any, name: str) -> str:
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, str) else str(found) if isinstance(found, int) else ""
