"""Whatever is wrong with one member of a batch, its sound neighbours are kept, each once."""

import json
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as how
from hypothesis import strategies as st

from parley.core.messages import to_builtins
from parley.storage.database import Database
from parley.whatsapp.event import LONGEST_KEY
from parley.whatsapp.inbound import Unreadable, read_amendment, read_message, read_new_identity, read_status
from parley.whatsapp.reports import reports_in
from parley.whatsapp.splitting import SPLITTERS
from parley.whatsapp.webhook import events_in
from tests.ingest.conftest import NUMBER, Endpoint
from tests.ingest.variations import (
    AROUND,
    TOMORROW,
    a_contact,
    a_full_status,
    a_status,
    a_text,
    batches,
    broken,
    of_every_kind,
    told_otherwise,
)

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture]


@how(max_examples=150, derandomize=True, deadline=None, suppress_health_check=SLOW)
@given(batches())
def test_no_broken_member_of_a_batch_loses_a_sound_one(batch: tuple[dict[str, Any], set[str]]) -> None:
    body, sound = batch
    events = events_in(json.dumps(body).encode())
    assert sound <= {event.dedup_key for event in events}
    assert all(len(event.dedup_key.encode()) <= LONGEST_KEY and "\x00" not in event.lane for event in events)
    assert all("\x00" not in event.dedup_key + event.lane for event in events)
    for event in events:
        _handled_or_told(event.kind, event.payload)


@how(max_examples=150, derandomize=True, deadline=None, suppress_health_check=SLOW)
@given(told_otherwise())
def test_nor_in_any_other_way_that_news_come(told: tuple[dict[str, Any], set[str], list[dict[str, Any]]]) -> None:
    body, sound, pieces = told
    events = events_in(json.dumps(body).encode())
    assert sound <= {event.dedup_key for event in events}
    raw = [event.payload["raw"] for event in events if event.kind == "other"]
    kept = [each for one in raw if isinstance(one, dict) for each in _lists_in(one.get("value"))]
    assert all([piece] in kept for piece in pieces)  # each alone, so that none waits for a broken one
    for event in events:
        _handled_or_told(event.kind, event.payload)


def _lists_in(value: Any) -> list[Any]:
    lists = value.values() if isinstance(value, dict) else ()
    return [each for each in lists if isinstance(each, list)]


def test_what_nobody_knows_yet_is_kept_beside_what_is_known() -> None:
    value = {"metadata": AROUND, "messages": [a_text(1)], TOMORROW: [{"more": 1}]}
    for field, inside in (("messages", value), ("standby", {**value, "standby": {"messages": [a_text(2)]}})):
        events = events_in(
            json.dumps({"entry": [{"id": "200", "changes": [{"field": field, "value": inside}]}]}).encode()
        )
        told = [event.payload["raw"]["value"] for event in events if event.kind == "other"]
        assert [each[TOMORROW] for each in told] == [[{"more": 1}]]
        assert "message" in {event.kind for event in events}


@pytest.mark.parametrize("name", ["id", "from"])
def test_a_message_of_nobody_is_kept_as_it_came(name: str) -> None:
    bad = {key: each for key, each in a_text(1).items() if key != name}
    raw = json.dumps({"entry": [{"id": "200", "changes": [_change([bad, a_text(2)])]}]}).encode()
    kept, sound = sorted(events_in(raw), key=lambda event: event.kind, reverse=True)
    assert (sound.kind, kept.payload["raw"]["value"]["messages"]) == ("message", [bad])


def test_people_do_not_wait_for_each_other_nor_members_of_a_group_for_theirs() -> None:
    statuses = [{**a_status(1), "recipient_id": "g1", "recipient_participant_id": each} for each in ("447", "448")]
    value = {"metadata": AROUND, "messages": [a_text(1), a_text(2, "447700900102")], "statuses": statuses}
    events = events_in(
        json.dumps({"entry": [{"id": "200", "changes": [{"field": "messages", "value": value}]}]}).encode()
    )
    assert len({event.lane for event in events if event.kind == "message"}) == 2
    assert len({event.dedup_key for event in events if event.kind == "status"}) == 2


def test_a_lone_contact_is_not_taken_for_that_of_somebody_else_in_the_batch() -> None:
    """Ids may be written in two ways, but a note of the system has no contact and is of another person."""
    contact = {"profile": {"name": "Ada"}, "wa_id": "5511987654321"}
    ada, other = a_text(1, "551187654321"), a_text(2, "447700900102")

    def names(*messages: Any) -> list[Any]:
        value = {"metadata": AROUND, "contacts": [contact], "messages": list(messages)}
        body = {"entry": [{"id": "200", "changes": [{"field": "messages", "value": value}]}]}
        contacts = [event.payload["contact"] for event in events_in(json.dumps(body).encode())]
        return [each and each["profile"]["name"] for each in contacts]

    assert names(ada) == names(ada, {**ada, "id": "wamid.9"})[:1] == ["Ada"]
    assert names(ada, other) == [None, None]
    assert names({**ada, "from": contact["wa_id"]}, other) == ["Ada", None]


def test_a_reader_that_fails_costs_its_change_only_and_that_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: Any) -> Any:
        yield from ()
        raise LookupError("a form nobody thought of")

    monkeypatch.setitem(SPLITTERS, "calls", fails)
    bad, good = {"field": "calls", "value": {"metadata": AROUND, "calls": [{"id": "1"}]}}, _change([a_text(1)])
    for changes in ([bad, good], [good, bad]):
        events = events_in(json.dumps({"entry": [{"id": "200", "changes": changes}]}).encode())
        assert f"m:{NUMBER}:wamid.1" in {event.dedup_key for event in events}
        assert bad in [event.payload.get("raw") for event in events]


def test_a_sign_that_no_database_keeps_is_in_no_key() -> None:
    for name in ("id", "from"):
        bad = {**a_text(1), name: "wamid.\x00"}
        status = {**a_status(1), "id": "wamid.\x00", "recipient_id": "\x00"}
        value = {"metadata": AROUND, "messages": [bad], "statuses": [status]}
        events = events_in(
            json.dumps({"entry": [{"id": "200", "changes": [{"field": "messages", "value": value}]}]}).encode()
        )
        assert all("\x00" not in event.dedup_key + event.lane for event in events)


@how(max_examples=200, derandomize=True, deadline=None, suppress_health_check=SLOW)
@given(broken(a_full_status()), broken(a_contact("447700900155")), st.sampled_from(of_every_kind()))
def test_a_status_or_a_contact_in_any_form_is_read_or_told(status: Any, contact: Any, message: Any) -> None:
    value = {"metadata": AROUND, "contacts": [contact], "messages": [message], "statuses": [status, a_status(1)]}
    events = events_in(
        json.dumps({"entry": [{"id": "200", "changes": [{"field": "messages", "value": value}]}]}).encode()
    )
    assert {f"m:{NUMBER}:{message['id']}", "s:wamid.s1:delivered"} <= {event.dedup_key for event in events}
    for event in events:
        _handled_or_told(event.kind, event.payload)


@how(max_examples=30, derandomize=True, deadline=None, suppress_health_check=SLOW)
@given(batches())
async def test_over_the_wire_it_is_acknowledged_and_every_sound_member_is_kept(
    endpoint: Endpoint, database: Database, tenant: UUID, batch: tuple[dict[str, Any], set[str]]
) -> None:
    body, sound = batch
    async with database.transaction(tenant) as db:
        await db.execute("DELETE FROM inbox_event")
    for _ in range(2):
        assert await endpoint.post(body) == 200
    async with database.transaction(tenant) as db:
        rows = await (await db.execute("SELECT dedup_key FROM inbox_event")).fetchall()
    keys = [key for (key,) in rows]
    assert sound <= set(keys) and len(keys) == len(set(keys))


@pytest.mark.parametrize("kind", [message["type"] for message in of_every_kind()])
def test_every_kind_can_be_broken_in_any_field(kind: str) -> None:
    sound = next(message for message in of_every_kind() if message["type"] == kind)

    @how(max_examples=40, derandomize=True, deadline=None, suppress_health_check=SLOW)
    @given(broken(sound))
    def each(message: Any) -> None:
        body = {"entry": [{"id": "200", "changes": [_change([message, a_text(1)])]}]}
        events = events_in(json.dumps(body).encode())
        assert f"m:{NUMBER}:wamid.1" in {event.dedup_key for event in events}
        for event in events:
            _handled_or_told(event.kind, event.payload)

    each()


@pytest.mark.parametrize(
    "poison",
    [
        b'"\\ud83d"',
        b'"\\u0000"',
        b'"\xff\xfe"',
        b'"a\x01b"',
        b"NaN",
        b"-Infinity",
        b"1e999999",
        b"9" * 5000,
        b"[" * 3000 + b"]" * 3000,
        b'{"a":' * 3000 + b"1" + b"}" * 3000,
    ],
    ids=["half", "nul", "bytes", "control", "nan", "infinity", "exponent", "digits", "lists", "objects"],
)
async def test_what_no_parser_takes_is_mended_where_it_stands(
    endpoint: Endpoint, database: Database, tenant: UUID, poison: bytes
) -> None:
    bad = a_text(9) | {"text": {"body": "POISON"}}
    raw = json.dumps({"entry": [{"id": "200", "changes": [_change([bad, a_text(1)])]}]}).encode()
    assert await endpoint.post(raw.replace(b'"POISON"', poison)) == 200
    async with database.transaction(tenant) as db:
        rows = await (await db.execute("SELECT dedup_key FROM inbox_event")).fetchall()
    assert {f"m:{NUMBER}:wamid.1", f"m:{NUMBER}:wamid.9"} <= {key for (key,) in rows}


def test_what_stands_alone_where_a_list_should_be_is_taken_as_its_one_member() -> None:
    change = _change(a_text(1))
    events = events_in(json.dumps({"entry": {"id": "200", "changes": change}}).encode())
    assert [event.dedup_key for event in events] == [f"m:{NUMBER}:wamid.1"]


def _change(messages: Any) -> dict[str, Any]:
    return {"field": "messages", "value": {"metadata": {"phone_number_id": NUMBER}, "messages": messages}}


def _handled_or_told(kind: str, payload: dict[str, Any]) -> None:
    """What the worker reads of it: read, or told that it can not be, and nothing else."""
    try:
        match kind:
            case "message":
                amendment = read_amendment(payload)
                said = amendment.message if amendment else read_message(payload)
                json.dumps([to_builtins(said.content), said.context.to_builtins()], allow_nan=False)
                read_new_identity(payload)
            case "status":
                read_status(payload)
            case _:
                for report in reports_in(payload.get("raw")):
                    repr(report)
    except Unreadable:
        pass
