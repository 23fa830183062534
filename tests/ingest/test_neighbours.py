"""Whatever is wrong with one member of a batch, its sound neighbours are kept, each once."""

import json
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as how

from parley.core.messages import to_builtins
from parley.storage.database import Database
from parley.whatsapp.event import LONGEST_KEY
from parley.whatsapp.inbound import Unreadable, read_amendment, read_message, read_new_identity, read_status
from parley.whatsapp.reports import reports_in
from parley.whatsapp.webhook import events_in
from tests.ingest.conftest import NUMBER, Endpoint
from tests.ingest.variations import a_text, batches, broken, of_every_kind

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture]


@how(max_examples=150, derandomize=True, deadline=None, suppress_health_check=SLOW)
@given(batches())
def test_no_broken_member_of_a_batch_loses_a_sound_one(batch: tuple[dict[str, Any], set[str]]) -> None:
    body, sound = batch
    events = events_in(json.dumps(body).encode())
    assert sound <= {event.dedup_key for event in events}
    assert all(len(event.dedup_key.encode()) <= LONGEST_KEY and "\x00" not in event.lane for event in events)
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
                reports_in(payload.get("raw"))
    except Unreadable:
        pass
