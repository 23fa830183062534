"""One change of a webhook to events: its messages and statuses one by one, and everything else that it says.

Messages come in four ways: to us (``messages``), from a colleague's phone (echoes), to another application that has
the thread (``standby``), and from before the number was ours (``history``). ``came_as`` in the payload tells which.
"""

import hashlib
from collections.abc import Iterator
from typing import Any

import msgspec

from parley.core.policy.redaction import redact_payload
from parley.whatsapp.event import Event, each_of, key_of, text_at
from parley.whatsapp.payments import payment_note

# What stands around the messages and statuses of a value, and is no news by itself.
AROUND = frozenset({"messaging_product", "metadata", "contacts"})
DEEPEST = 20
PEOPLE = ("from", "from_user_id", "from_parent_user_id", "to", "to_user_id")
LISTS = frozenset({"messages", "statuses", "message_echoes"})


def of_change(change: Any, account_id: str, time: str = "") -> Iterator[Event]:
    """Every event of it; the change itself where there is none that stands alone."""
    field = change.get("field") if isinstance(change, dict) else None
    value = change.get("value") if isinstance(change, dict) else None
    split = SPLITTERS.get(field) if isinstance(field, str) else None
    if split is None or not isinstance(value, dict):
        yield other(_number_id(value) or account_id, change, time)
        return
    yield from split(str(field), value, _number_id(value), account_id, time)


def _of_messages(field: str, value: dict[str, Any], number_id: str, account_id: str, time: str) -> Iterator[Event]:
    """``messages`` and the echoes: lists beside each other in the value."""
    yield from _of_lists(value, value, number_id, account_id)
    rest = {name: each for name, each in value.items() if name not in LISTS and name not in AROUND}
    if rest or not any(value.get(name) for name in LISTS):
        yield other(
            number_id or account_id, {"field": field, "value": value if not rest else _around(value) | rest}, time
        )


def _of_standby(field: str, value: dict[str, Any], number_id: str, account_id: str, time: str) -> Iterator[Event]:
    """``standby``: the same lists, one level deeper, and nothing in them is for us to answer."""
    nested = [each for each in each_of(value.get("standby")) if isinstance(each, dict)] or [value]
    there = False
    for each in nested:
        for event in _of_lists(value | each, each, number_id, account_id, came_as="standby"):
            there = True
            yield event
    known = LISTS | AROUND | {"standby"}
    rest = {name: each for name, each in value.items() if name not in known}
    if rest or not there:
        yield other(
            number_id or account_id, {"field": field, "value": value if not there else _around(value) | rest}, time
        )


def _of_history(field: str, value: dict[str, Any], number_id: str, account_id: str, time: str) -> Iterator[Event]:
    """``history``: threads of messages, and files that follow later by themselves."""
    there = False
    for chunk in each_of(value.get("history")):
        for thread in each_of(chunk.get("threads")) if isinstance(chunk, dict) else ():
            person = text_at(thread, "id")
            said = each_of(thread.get("messages")) if isinstance(thread, dict) else []
            for message in sorted(said, key=lambda each: text_at(each, "timestamp")):
                there = True
                yield _message(number_id, account_id, message, value, "history", person)
    for message in each_of(value.get("messages")):
        there = True
        yield _message(number_id, account_id, message, value, "history", key="file")
    if not there:
        yield other(number_id or account_id, {"field": field, "value": value}, time)


def _of_each(field: str, value: dict[str, Any], number_id: str, account_id: str, time: str) -> Iterator[Event]:
    """A list of pieces of news, each of which stands alone."""
    name = EACH[field]
    around, pieces = _around(value), each_of(value.get(name))
    for each in pieces:
        yield other(number_id or account_id, {"field": field, "value": around | {name: [each]}}, time)
    rest = {key: each for key, each in value.items() if key not in AROUND and key != name}
    if rest or not pieces:
        yield other(number_id or account_id, {"field": field, "value": around | rest if rest else value}, time)


EACH = {
    "user_preferences": "user_preferences",
    "user_id_update": "user_id_update",
    "smb_app_state_sync": "state_sync",
    "calls": "calls",
    "automatic_events": "automatic_events",
    "tracking_events": "events",
    "group_lifecycle_update": "groups",
    "group_participants_update": "groups",
    "group_settings_update": "groups",
    "group_status_update": "groups",
}
SPLITTERS = {
    **dict.fromkeys(EACH, _of_each),
    "messages": _of_messages,
    "smb_message_echoes": _of_messages,
    "message_echoes": _of_messages,
    "standby": _of_standby,
    "history": _of_history,
}


def _of_lists(
    around: dict[str, Any], value: dict[str, Any], number_id: str, account_id: str, came_as: str = ""
) -> Iterator[Event]:
    for message in each_of(value.get("messages")):
        yield _message(number_id, account_id, message, around, came_as)
    for echo in each_of(value.get("message_echoes")):
        yield _message(number_id, account_id, _unwrapped(echo), around, "standby_echo" if came_as else "echo")
    for status in each_of(value.get("statuses")):
        payment = payment_note(status)
        if payment is None:
            yield _status(number_id, account_id, status, came_as)
        else:
            yield _message(number_id, account_id, payment, around, came_as)


def _unwrapped(echo: Any) -> Any:
    """An echo on standby holds what was sent one level deeper, in the form of a request."""
    inner = echo.get("message") if isinstance(echo, dict) else None
    return (
        {**inner, **{name: each for name, each in echo.items() if name != "message"}}
        if isinstance(inner, dict)
        else echo
    )


def _message(
    number_id: str,
    account_id: str,
    message: Any,
    around: dict[str, Any],
    came_as: str = "",
    person: str = "",
    key: str = "",
) -> Event:
    platform_id = text_at(message, "id")
    if came_as in ("echo", "standby_echo"):
        person = text_at(message, "to") or text_at(message, "to_user_id")
    elif came_as != "history":
        person = text_at(message, "from") or text_at(message, "from_user_id") or text_at(message, "from_parent_user_id")
    elif not person:
        person = text_at(message, "from")
    if not platform_id or not person or not number_id:
        field = {"": "messages", "echo": "smb_message_echoes", "history": "history"}.get(came_as, "standby")
        return other(number_id or account_id, {"field": field, "value": {"messages": [message]}})
    said, taken_out = redact_payload(message)
    payload = {
        "number_id": number_id,
        "contact": redact_payload(_contact_of(message, around))[0],
        "message": said,
        "taken_out": taken_out,
    }
    if came_as:
        payload |= {"came_as": came_as, "person": person}
        payload["our_number"] = text_at(around.get("metadata"), "display_phone_number")
    named = key_of("m", number_id, platform_id, *filter(None, (came_as, key)))
    return Event(number_id, "message", named, key_of(number_id, person), payload)


def _contact_of(message: Any, around: dict[str, Any]) -> dict[str, Any] | None:
    """The contact of the message's person.

    A lone contact is meant even where the ids are written differently, unless somebody else wrote in the same value.
    """
    contacts = [each for each in each_of(around.get("contacts")) if isinstance(each, dict)]
    written = _people_of(message)
    for contact in contacts:
        if {text_at(contact, "wa_id"), text_at(contact, "user_id")} & written:
            return contact
    beside = [each for name in ("messages", "message_echoes") for each in each_of(around.get(name))]
    is_alone = all(_people_of(_unwrapped(each)) & written for each in beside)
    return contacts[0] if len(contacts) == 1 and is_alone else None


def _people_of(message: Any) -> set[str]:
    return {text_at(message, name) for name in PEOPLE} - {""}


def _status(number_id: str, account_id: str, status: Any, came_as: str = "") -> Event:
    platform_id, name = text_at(status, "id"), text_at(status, "status")
    if not platform_id or not name or not number_id:
        return other(number_id or account_id, {"field": "messages", "value": {"statuses": [status]}})
    recipient = text_at(status, "recipient_id") or text_at(status, "recipient_user_id")
    # A message to a group has one status for each who is in it.
    member = text_at(status, "recipient_participant_id")
    payload = {"number_id": number_id, "status": _shallow(status)} | ({"came_as": came_as} if came_as else {})
    key = key_of("s", platform_id, name, *([member] if member else []))
    return Event(number_id, "status", key, key_of(number_id, recipient), payload)


def other(number_id: str, raw: Any, time: str = "") -> Event:
    """What does not stand alone, kept as it came. ``time`` tells the same news of two days apart."""
    payload = {"raw": redact_payload(raw)[0]}
    digest = hashlib.sha256(time.encode("utf-8", "replace") + msgspec.json.encode(payload)).hexdigest()
    return Event(number_id, "other", f"o:{digest}", key_of(number_id, "other"), payload)


def _around(value: dict[str, Any]) -> dict[str, Any]:
    return {name: each for name, each in value.items() if name in AROUND}


def _number_id(value: Any) -> str:
    if not isinstance(value, dict):
        return ""
    # A hand-over has no metadata: the number is who it was handed over for.
    return text_at(value.get("metadata"), "phone_number_id") or text_at(value.get("recipient"), "phone_number_id")


def _shallow(value: Any, depth: int = 0) -> Any:
    """Statuses are many and hold no words of people: only looked at for their depth."""
    if isinstance(value, dict):
        return {name: _shallow(each, depth + 1) for name, each in value.items()} if depth < DEEPEST else {}
    if isinstance(value, list):
        return [_shallow(each, depth + 1) for each in value] if depth < DEEPEST else []
    return value
