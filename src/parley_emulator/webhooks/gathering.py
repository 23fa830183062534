"""Updates that go together share what they can, as the platform's do (reference 5.2).

Neighbours of one account and time share an entry; in it, neighbours of one number that are all messages, or all
statuses, share a value. Their order stays. Where the same person is written in two ways they stay apart, so that
nothing that was told is lost.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import msgspec

AROUND = frozenset({"messaging_product", "metadata"})
LISTS = frozenset({"messages", "statuses"})
Value = dict[str, msgspec.Raw]


class _Change(msgspec.Struct):
    value: msgspec.Raw
    field: str


class _Entry(msgspec.Struct, omit_defaults=True):
    id: str
    time: int | None = None
    changes: list[_Change] = []


class _Person(msgspec.Struct):
    wa_id: str = ""
    user_id: str = ""


def gathered(entries: list[bytes]) -> list[bytes]:
    """The same updates in as few entries and values as they fit into."""
    if len(entries) < 2:
        return entries
    read = [msgspec.json.decode(each, type=_Entry) for each in entries]
    return [
        msgspec.json.encode(_Entry(account, time, list(_joined(change for each in group for change in each.changes))))
        for (account, time), group in groupby(read, key=lambda each: (each.id, each.time))
    ]


def _joined(changes: Iterable[_Change]) -> Iterator[_Change]:
    run: _Run | None = None
    for change in changes:
        own = _run_of(change)
        if run is not None and own is not None and run.takes(own):
            continue
        if run is not None:
            yield run.change()
        run = own
        if own is None:
            yield change
    if run is not None:
        yield run.change()


@dataclass(slots=True)
class _Run:
    """Neighbours that share a value: of one number, and with one kind of list, ``name``."""

    around: Value
    name: str
    people: dict[str, bytes]
    items: list[msgspec.Raw]

    def takes(self, other: "_Run") -> bool:
        """Whether the other is a part of this one now."""
        if self.name != other.name or _written(self.around) != _written(other.around):
            return False
        if any(self.people.get(each, raw) != raw for each, raw in other.people.items()):
            return False
        self.people |= other.people
        self.items += other.items
        return True

    def change(self) -> _Change:
        """All of it."""
        value: dict[str, Any] = dict(self.around)
        if self.people:
            value["contacts"] = [msgspec.Raw(raw) for raw in self.people.values()]
        value[self.name] = self.items
        return _Change(msgspec.Raw(msgspec.json.encode(value)), "messages")


def _run_of(change: _Change) -> _Run | None:
    """None for what stands alone."""
    if change.field != "messages":
        return None
    value = msgspec.json.decode(change.value, type=Value)
    names = value.keys() - AROUND - {"contacts"}
    if len(names) != 1 or not names <= LISTS:
        return None
    name = names.pop()
    around = {key: each for key, each in value.items() if key in AROUND}
    people: dict[str, bytes] = {}
    for contact in _list(value, "contacts"):
        person = msgspec.json.decode(contact, type=_Person)
        people[person.user_id or person.wa_id] = bytes(contact)
    return _Run(around, name, people, _list(value, name))


def _list(value: Value, name: str) -> list[msgspec.Raw]:
    return msgspec.json.decode(value[name], type=list[msgspec.Raw]) if name in value else []


def _written(value: Value) -> dict[str, bytes]:
    return {key: bytes(each) for key, each in value.items()}
