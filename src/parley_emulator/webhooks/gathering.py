"""Updates that go together share what they can, as the platform's do (reference 5.2).

Neighbours of one account and time share an entry; in it, neighbours of one number that are all messages, or all
statuses, share a value. Their order stays. Where the same person is written in two ways they stay apart, so that
nothing that was told is lost.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec


class _Value(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """What can be shared: anything else in a value has it stand alone."""

    messaging_product: str
    metadata: msgspec.Raw
    contacts: list[msgspec.Raw] = []
    messages: list[msgspec.Raw] = []
    statuses: list[msgspec.Raw] = []


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


READ = msgspec.json.Decoder(_Person)


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


class _Run:
    """Neighbours that share a value: of one number, and with one kind of list."""

    def __init__(self, value: _Value) -> None:
        self.value = value
        self.name = "statuses" if value.statuses else "messages"
        self._metadata = bytes(value.metadata)
        self._people: dict[str, bytes] | None = None

    def takes(self, other: "_Run") -> bool:
        """Whether the other is a part of this one now."""
        if self.name != other.name or self._metadata != other._metadata:
            return False
        known = self.people()
        if any(known.get(each, raw) != raw for each, raw in other.people().items()):
            return False
        known |= other.people()
        getattr(self.value, self.name).extend(getattr(other.value, self.name))
        return True

    def people(self) -> dict[str, bytes]:
        """Each as written, by their id."""
        if self._people is None:
            raws = [bytes(each) for each in self.value.contacts]
            self._people = {person.user_id or person.wa_id: raw for raw in raws for person in (READ.decode(raw),)}
        return self._people

    def change(self) -> _Change:
        """All of it."""
        if self._people is not None:
            self.value.contacts = [msgspec.Raw(raw) for raw in self._people.values()]
        return _Change(msgspec.Raw(msgspec.json.encode(self.value)), "messages")


def _run_of(change: _Change) -> _Run | None:
    """None for what stands alone."""
    if change.field != "messages":
        return None
    try:
        value = msgspec.json.decode(change.value, type=_Value)
    except msgspec.ValidationError:
        return None
    return _Run(value) if bool(value.messages) != bool(value.statuses) else None
