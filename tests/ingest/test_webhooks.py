import asyncio
import contextlib
import io
import json
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as how
from hypothesis import strategies as st

from parley.storage.database import Database
from parley.whatsapp.webhook import BrokenBody, events_in
from tests.ingest.conftest import NUMBER, Endpoint


def a_text(wamid: str, body: str = "Hello", sender: str = "447700900101") -> dict[str, Any]:
    return {"from": sender, "id": wamid, "timestamp": "1790000000", "type": "text", "text": {"body": body}}


def a_change(**value: Any) -> dict[str, Any]:
    metadata = {"display_phone_number": "442079460100", "phone_number_id": NUMBER}
    return {"field": "messages", "value": {"messaging_product": "whatsapp", "metadata": metadata, **value}}


def a_body(*changes: Any) -> dict[str, Any]:
    return {"object": "whatsapp_business_account", "entry": [{"id": "200", "changes": list(changes)}]}


async def rows(database: Database, tenant: UUID, columns: str = "kind, dedup_key, state") -> list[Any]:
    async with database.transaction(tenant) as db:
        return await (await db.execute(f"SELECT {columns} FROM inbox_event ORDER BY event_id")).fetchall()


async def test_what_is_signed_is_kept_before_it_is_answered(
    endpoint: Endpoint, database: Database, tenant: UUID
) -> None:
    assert await endpoint.post(a_body(a_change(messages=[a_text("wamid.1")]))) == 200
    assert await rows(database, tenant) == [("message", f"m:{NUMBER}:wamid.1", "pending")]


@pytest.mark.parametrize(
    "sign",
    [
        lambda raw: "",
        lambda raw: "sha256=" + "0" * 64,
        lambda raw: "sha1=" + "0" * 40,
        lambda raw: "sha256=é",
    ],
)
async def test_what_is_not_signed_is_401_and_nothing_is_kept(
    endpoint: Endpoint, database: Database, tenant: UUID, provider: UUID, sign: Any
) -> None:
    assert await endpoint.post(a_body(a_change(messages=[a_text("wamid.1")])), sign=sign) == 401
    assert await rows(database, tenant) == []
    assert await rows(database, provider) == []


async def test_a_signature_of_another_body_is_401(endpoint: Endpoint, database: Database, tenant: UUID) -> None:
    other = endpoint.signature(b'{"entry": []}')
    assert await endpoint.post(a_body(a_change(messages=[a_text("wamid.1")])), sign=lambda raw: other) == 401
    assert await rows(database, tenant) == []


async def test_a_batch_of_entries_changes_and_messages_is_kept_whole_and_in_order(
    endpoint: Endpoint, database: Database, tenant: UUID
) -> None:
    body = a_body(
        a_change(messages=[a_text("wamid.1"), a_text("wamid.2")]),
        a_change(statuses=[{"id": "wamid.9", "status": "sent", "timestamp": "1", "recipient_id": "4477"}]),
    )
    body["entry"].append({"id": "200", "changes": [a_change(messages=[a_text("wamid.3")])]})
    assert await endpoint.post(body) == 200
    keys = [row[1] for row in await rows(database, tenant)]
    assert keys == [f"m:{NUMBER}:wamid.1", f"m:{NUMBER}:wamid.2", "s:wamid.9:sent", f"m:{NUMBER}:wamid.3"]


async def test_what_is_repeated_is_kept_once_also_at_the_same_time(
    endpoint: Endpoint, database: Database, tenant: UUID
) -> None:
    body = a_body(a_change(messages=[a_text("wamid.1")]))
    assert set(await asyncio.gather(*(endpoint.post(body) for _ in range(20)))) == {200}
    assert len(await rows(database, tenant)) == 1


async def test_a_card_number_is_taken_out_before_it_is_kept(
    endpoint: Endpoint, database: Database, tenant: UUID
) -> None:
    body = a_body(a_change(messages=[a_text("wamid.1", "my card is 4111 1111 1111 1111, help")]))
    assert await endpoint.post(body) == 200
    ((payload,),) = await rows(database, tenant, "payload")
    assert payload["message"]["text"]["body"] == "my card is •••• 1111, help"
    assert payload["taken_out"] == ["card number"]


async def test_a_kind_that_is_not_known_is_kept(endpoint: Endpoint, database: Database, tenant: UUID) -> None:
    new_kind = {"from": "4477", "id": "wamid.1", "timestamp": "1", "type": "hologram", "hologram": {"a": 1}}
    assert await endpoint.post(a_body(a_change(messages=[new_kind]), {"field": "weather", "value": {"x": 1}})) == 200
    kinds = [row[0] for row in await rows(database, tenant)]
    assert kinds == ["message", "other"]


async def test_what_names_no_number_of_ours_and_what_is_not_json_is_set_aside_with_a_reason(
    endpoint: Endpoint, database: Database, tenant: UUID, provider: UUID
) -> None:
    stranger = a_change(messages=[a_text("wamid.1")])
    stranger["value"]["metadata"]["phone_number_id"] = "999"
    assert await endpoint.post(a_body(stranger, a_change(messages=[a_text("wamid.2")]))) == 200
    assert await endpoint.post(b"\xff{not json") == 200
    assert [row[1] for row in await rows(database, tenant)] == [f"m:{NUMBER}:wamid.2"]
    kept = await rows(database, provider, "state, reason")
    assert [state for state, _ in kept] == ["quarantined", "quarantined"]
    assert "999 is not known" in kept[0][1] and "not JSON" in kept[1][1]


async def test_the_handshake_answers_only_who_knows_the_token(endpoint: Endpoint) -> None:
    asked = {"hub.mode": "subscribe", "hub.challenge": "1158201444", "hub.verify_token": "test-verify"}
    async with endpoint.http.get(endpoint.url, params=asked) as response:
        assert (response.status, await response.text()) == (200, "1158201444")
    async with endpoint.http.get(endpoint.url, params=asked | {"hub.verify_token": "guess"}) as response:
        assert response.status == 403


async def test_a_body_over_the_limit_is_refused(endpoint: Endpoint) -> None:
    too_large = io.BytesIO(b" " * ((3 << 20) + 1))
    async with endpoint.http.post(endpoint.url, data=too_large) as response:
        assert response.status == 413


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)


@how(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(broken=JSON, place=st.sampled_from(["message", "change", "entry"]))
def test_no_neighbour_makes_a_well_formed_message_disappear(broken: Any, place: str) -> None:
    good = a_text("wamid.good")
    body = a_body(a_change(messages=[good] if place != "message" else [broken, good]))
    if place == "change":
        body["entry"][0]["changes"].insert(0, broken)
    if place == "entry":
        body["entry"].insert(0, broken)
    keys = [event.dedup_key for event in events_in(json.dumps(body).encode())]
    assert f"m:{NUMBER}:wamid.good" in keys


@how(max_examples=300, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_events_or_a_broken_body_with_its_reason(raw: bytes) -> None:
    with contextlib.suppress(BrokenBody):
        assert isinstance(events_in(raw), list)


async def test_after_a_restart_the_first_reports_find_their_tenant_however_many_come_at_once(
    endpoint: Endpoint, database: Database, tenant: UUID, provider: UUID
) -> None:
    bodies = [a_body(a_change(messages=[a_text(f"wamid.{i}")])) for i in range(40)]
    assert set(await asyncio.gather(*(endpoint.post(body) for body in bodies))) == {200}
    assert await rows(database, provider) == []
    assert len(await rows(database, tenant)) == 40
