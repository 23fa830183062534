"""Updates that go together share what they can, as the platform's do (reference 5.2).

Neighbours of one account and time share an entry; in it, neighbours of one number that are all messages, or all
statuses, share a value. Their order stays. Where the same person is written in two ways they stay apart, so that
nothing that was told is lost.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import Generic, Literal, TypeVar

import msgspec

C = TypeVar("C")


class _Value(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """What can be shared: anything else in a value has it stand alone."""

    messaging_product: str
    metadata: msgspec.Raw
    contacts: list[msgspec.Raw] = []
    messages: list[msgspec.Raw] = []
    statuses: list[msgspec.Raw] = []


class _Change(msgspec.Struct):
    value: _Value
    field: Literal["messages"]


class _OtherChange(msgspec.Struct):
    """One that stands alone, as it was written."""

    value: msgspec.Raw
    field: str


class _Entry(msgspec.Struct, Generic[C], omit_defaults=True):
    id: str
    time: int | None = None
    changes: list[C] = []


class _Person(msgspec.Struct):
    wa_id: str = ""
    user_id: str = ""


READ = msgspec.json.Decoder(_Entry[_Change])
READ_OTHER = msgspec.json.Decoder(_Entry[_OtherChange])
READ_PERSON = msgspec.json.Decoder(_Person)


def gathered(entries: list[bytes]) -> list[bytes]:
    """The same updates in as few entries and values as they fit into."""
    if len(entries) < 2:
        return entries
    gathered_entries = (
        _Entry(account, time, list(_joined(change for each in group for change in each.changes)))
        for (account, time), group in groupby(map(_read, entries), key=lambda each: (each.id, each.time))
    )
    return [msgspec.json.encode(each) for each in gathered_entries]


def _read(entry: bytes) -> _Entry[_Change] | _Entry[_OtherChange]:
    try:
        read = READ.decode(entry)
    except msgspec.ValidationError:
        return READ_OTHER.decode(entry)
    for each in read.changes:
        if bool(each.value.messages) == bool(each.value.statuses):
            return READ_OTHER.decode(entry)
    return read


@lru_cache(maxsize=4096)
def _id_in(person: bytes) -> str:
    read = READ_PERSON.decode(person)
    return read.user_id or read.wa_id


def _joined(changes: Iterable[_Change | _OtherChange]) -> Iterator[_Change | _OtherChange]:
    run: _Run | None = None
    for change in changes:
        own = _Run(change.value) if isinstance(change, _Change) else None
        if run is not None and own is not None and run.takes(own):
            continue
        if run is not None:
            yield run.change()
        run = own
        if own is None:
            yield change
    if run is not None:
        yield run.change()


class _Run:
    """Neighbours that share a value: of one number, and with one kind of list."""

    def __init__(self, value: _Value) -> None:
        self.value = value
        self._metadata = bytes(value.metadata)
        self._people: dict[str, bytes] | None = None

    def takes(self, other: "_Run") -> bool:
        """Whether the other is a part of this one now."""
        if self._metadata != other._metadata or bool(self.value.statuses) != bool(other.value.statuses):
            return False
        known, people = self.people(), other.people()
        if any(known.get(each, raw) != raw for each, raw in people.items()):
            return False
        known.update(people)
        self.value.messages += other.value.messages
        self.value.statuses += other.value.statuses
        return True

    def people(self) -> dict[str, bytes]:
        """Each as written, by their id."""
        if self._people is None:
            self._people = {_id_in(raw): raw for raw in map(bytes, self.value.contacts)}
        return self._people

    def change(self) -> _Change:
        """All of it."""
        if self._people is not None:
            self.value.contacts = [msgspec.Raw(raw) for raw in self._people.values()]
        return _Change(self.value, "messages")
