"""What did not come to us is filed; what changes a message or a person is heeded: by the real endpoint and workers."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from parley.clock import Clock
from parley.core.messages import Text
from parley.core.policy.gate import decide
from parley.core.policy.limits import UNLIMITED
from parley.storage.database import Database
from parley.storage.facts import Draft, outbounds
from parley.workers.bots import Bots
from parley.workers.inbox import Inbox
from tests.ingest.conftest import NUMBER, Endpoint

ANA = "447700900101"
WITHOUT_METADATA = {
    "messaging_handovers",
    "business_capability_update",
    "message_template_quality_update",
    "phone_number_quality_update",
}
AROUND = {"display_phone_number": "442079460100", "phone_number_id": NUMBER}


@dataclass
class Ways:
    """The endpoint and the workers behind it."""

    endpoint: Endpoint
    inbox: Inbox
    database: Database
    tenant: UUID

    async def report(self, field: str, **value: Any) -> None:
        whole = {"messaging_product": "whatsapp", "metadata": AROUND, **value}
        change: dict[str, Any] = {"field": field, "value": whole}
        if field in WITHOUT_METADATA:
            del change["value"]["metadata"]
        assert await self.endpoint.post({"entry": [{"id": "200", "changes": [change]}]}) == 200
        while await self.inbox.work(self.tenant):
            pass

    async def query(self, sql: str, *values: Any) -> list[Any]:
        async with self.database.transaction(self.tenant) as db:
            return await (await db.execute(sql, list(values))).fetchall()

    async def verdict(self) -> str:
        """What the gate says to an answer of a person now."""
        ((conversation_id,),) = await self.query("SELECT conversation_id FROM conversation")
        async with self.database.transaction(self.tenant) as db:
            draft = Draft(conversation_id, Text("Hello"), "agent", uuid4())
            (outbound,) = await outbounds(db, self.tenant, [draft], datetime.now(UTC))
        return outbound.door or decide(outbound).verdict


@pytest.fixture
async def ways(endpoint: Endpoint, database: Database, tenant: UUID, tmp_path: Path) -> Ways:
    return Ways(endpoint, Inbox(database, Clock(), Bots(database, tmp_path)), database, tenant)


def said(wamid: str, body: str = "Hello", **more: Any) -> dict[str, Any]:
    at = str(int(datetime.now(UTC).timestamp()))
    return {"from": ANA, "id": wamid, "timestamp": at, "type": "text", "text": {"body": body}} | more


def echoed(wamid: str, body: str = "From the phone") -> dict[str, Any]:
    return said(wamid, body) | {"from": "442079460100", "to": ANA}


def amended(wamid: str, kind: str, given: dict[str, Any]) -> dict[str, Any]:
    message = said(wamid) | {"type": kind, kind: given}
    del message["text"]
    return message


async def test_an_echo_of_the_phone_is_the_humans_turn_and_the_bot_stays_silent(ways: Ways) -> None:
    await ways.report("smb_message_echoes", message_echoes=[echoed("wamid.e1")])
    await ways.report("smb_message_echoes", message_echoes=[echoed("wamid.e1")])
    rows = await ways.query("SELECT direction, author_kind, status, context ->> 'way' FROM message")
    assert rows == [("out", "agent", "sent", "phone_app")]
    assert await ways.query("SELECT state, window_expires_at FROM conversation") == [("closed", None)]
    await ways.report("messages", messages=[said("wamid.1")])
    assert await ways.query("SELECT 1 FROM outbox WHERE kind = 'message'") == []
    reasons = await ways.query("SELECT data ->> 'reason' FROM conversation_event WHERE kind = 'hand_over'")
    assert reasons == [("a colleague answers from the phone",)]


async def test_on_standby_everything_is_filed_and_the_door_is_closed(ways: Ways) -> None:
    echo = {"to": ANA, "id": "wamid.e", "timestamp": said("x")["timestamp"],
            "message": {"type": "text", "text": {"body": "Their answer"}}}  # fmt: skip
    status = {"id": "wamid.e", "status": "read", "timestamp": "1790000000", "recipient_id": ANA}
    await ways.report("standby", standby={"messages": [said("wamid.1")], "message_echoes": [echo]})
    await ways.report("standby", standby={"statuses": [status]})
    rows = await ways.query("SELECT direction, author_kind, status FROM message ORDER BY direction")
    assert rows == [("in", "customer", "received"), ("out", "system", "read")]
    assert await ways.query("SELECT state, window_expires_at > now() FROM conversation") == [("closed", True)]
    assert await ways.verdict() == "foreign_threads"
    assert await ways.query("SELECT reason FROM inbox_event WHERE state <> 'done'") == []


async def test_a_thread_that_is_handed_to_us_waits_for_a_person(ways: Ways) -> None:
    taken = {"sender": {"phone_number": ANA}, "recipient": {"phone_number_id": NUMBER}}
    await ways.report("standby", standby={"messages": [said("wamid.1")]})
    at = int(datetime.now(UTC).timestamp()) + 1
    passed = {"type": "control_passed", "control_passed": {"new_owner_role": "escalation"}, "timestamp": at}
    await ways.report("messaging_handovers", **taken, **passed)
    assert await ways.query("SELECT owner FROM thread_owner") == [("us",)]
    assert await ways.query("SELECT state FROM conversation WHERE state <> 'closed'") == [("queued",)]


async def test_history_is_imported_quietly_and_opens_no_window(ways: Ways) -> None:
    old = [
        said("wamid.h2", "Second", timestamp="1780000002") | {"from": "442079460100"},
        said("wamid.h1", "First", timestamp="1780000001"),
        said("wamid.h3", "", timestamp="1780000003") | {"type": "media_placeholder"},
    ]
    chunk = {"metadata": {"phase": 0, "chunk_order": 1, "progress": 100}, "threads": [{"id": ANA, "messages": old}]}
    await ways.report("history", history=[chunk])
    picture = said("wamid.h3") | {"type": "image", "image": {"id": "9", "mime_type": "image/png"}}
    await ways.report("history", messages=[picture])
    rows = await ways.query("SELECT direction, type FROM message ORDER BY position")
    assert rows == [("in", "text"), ("out", "text"), ("in", "media")]
    found = await ways.query("SELECT state, unread, window_expires_at FROM conversation")
    assert found == [("closed", 0, None)]
    assert await ways.query("SELECT 1 FROM outbox") == []


async def test_an_edit_and_a_deletion_are_shown_whichever_comes_first(ways: Ways) -> None:
    edit = {"original_message_id": "wamid.1", "message": {"type": "text", "text": {"body": "Changed"}}}
    await ways.report("messages", messages=[said("wamid.1"), amended("wamid.2", "edit", edit)])
    query = "SELECT content ->> 'body', context ? 'edited_at' FROM message WHERE platform_id = %s"
    assert await ways.query(query, "wamid.1") == [("Changed", True)]
    early = edit | {"original_message_id": "wamid.9"}
    await ways.report("messages", messages=[amended("wamid.8", "edit", early), said("wamid.9")])
    assert await ways.query(query, "wamid.9") == [("Changed", True)]
    gone = amended("wamid.3", "revoke", {"original_message_id": "wamid.1"})
    await ways.report("messages", messages=[gone, amended("wamid.4", "edit", edit)])
    query = "SELECT content ->> 'kind', context ? 'deleted_at' FROM message WHERE platform_id = 'wamid.1'"
    assert await ways.query(query) == [("deleted", True)]
    assert "Hello" not in str(await ways.query("SELECT payload FROM inbox_event WHERE dedup_key = 'm:100:wamid.1'"))


async def test_a_new_number_takes_the_person_along_with_their_stop_and_the_old_one_is_free(ways: Ways) -> None:
    await ways.report("messages", messages=[said("wamid.1", "STOP")])
    change = {"type": "user_changed_number", "wa_id": "447700900199", "body": "Ana changed"}
    await ways.report("messages", messages=[amended("wamid.2", "system", change)])
    await ways.report("messages", messages=[said("wamid.3", "Me again") | {"from": "447700900199"}])
    assert await ways.query("SELECT count(DISTINCT contact_id) FROM conversation") == [(1,)]
    await ways.report("messages", messages=[said("wamid.4", "I am new here")])
    assert await ways.query("SELECT count(*) FROM contact") == [(2,)]
    assert await ways.query("SELECT type FROM message WHERE platform_id = 'wamid.2'") == [("system",)]


async def test_a_number_that_is_somebody_elses_is_not_taken_from_them(ways: Ways) -> None:
    other = "447700900199"
    await ways.report("messages", messages=[said("wamid.1"), said("wamid.2") | {"from": other}])
    change = {"type": "user_changed_number", "wa_id": other}
    await ways.report("messages", messages=[amended("wamid.3", "system", change)])
    assert await ways.query("SELECT count(*) FROM contact") == [(2,)]
    assert sorted(await ways.query("SELECT value FROM contact_identity")) == [(ANA,), (other,)]


async def test_one_user_name_never_makes_two_people_one(ways: Ways) -> None:
    for place, user_id in enumerate(("US.1", "US.2")):
        message = said(f"wamid.{place}") | {"from_user_id": user_id}
        del message["from"]
        contact = {"profile": {"username": "ada"}, "user_id": user_id}
        await ways.report("messages", messages=[message], contacts=[contact])
    assert await ways.query("SELECT username FROM contact") == [("ada",), ("ada",)]


async def test_a_group_opens_no_window_and_gets_no_answer(ways: Ways) -> None:
    await ways.report("messages", messages=[said("wamid.1", group_id="G1")])
    assert await ways.query("SELECT type, context ->> 'way' FROM message") == [("unknown", "group")]
    assert await ways.query("SELECT window_expires_at FROM conversation") == [(None,)]
    assert await ways.query("SELECT 1 FROM outbox") == []


async def test_news_of_the_account_is_filed_and_the_number_follows(ways: Ways) -> None:
    named = {"display_phone_number": "442079460100"}
    await ways.report("phone_number_quality_update", **named, event="THROUGHPUT_UPGRADE")
    await ways.report("phone_number_name_update", **named, decision="APPROVED", requested_verified_name="Northbank UK")
    assert await ways.query("SELECT display_name, rate_per_second FROM number") == [("Northbank UK", 1000)]
    fields = await ways.query("SELECT field FROM platform_notice ORDER BY notice_id")
    assert fields == [("phone_number_quality_update",), ("phone_number_name_update",)]


@pytest.mark.parametrize(
    ("told", "limit"),
    [("TIER_250", 250), (2000, 2000), ("TIER_10K", 10_000), ("TIER_UNLIMITED", UNLIMITED), (-1, UNLIMITED)],
)
async def test_a_new_limit_counts_for_the_numbers_of_the_account(ways: Ways, told: Any, limit: int) -> None:
    await ways.report("business_capability_update", max_daily_conversations_per_business=told)
    assert await ways.query("SELECT daily_limit FROM number") == [(limit,)]


async def test_what_is_said_of_one_number_has_the_limit_too(ways: Ways) -> None:
    named = {"display_phone_number": "442079460100", "current_limit": "TIER_1K"}
    await ways.report("phone_number_quality_update", **named, event="UPGRADE")
    assert await ways.query("SELECT daily_limit FROM number") == [(1000,)]


async def test_the_quality_of_a_template_is_kept_for_the_rules(ways: Ways) -> None:
    await ways.query(
        """INSERT INTO template (tenant_id, account_id, name, language, category, status, components, updated_at)
           VALUES (current_tenant(), '200', 'offer', 'en', 'marketing', 'APPROVED', '[]', now()) RETURNING name"""
    )
    template = {"message_template_name": "offer", "message_template_language": "en"}
    await ways.report("message_template_quality_update", **template, new_quality_score="RED")
    assert await ways.query("SELECT quality, status FROM template") == [("RED", "APPROVED")]


async def test_what_nobody_knows_is_kept_aside_with_its_name(ways: Ways) -> None:
    await ways.report("weather", rain=True)
    await ways.report("messages", messages=[{"type": "text"}])
    reasons = [each for (each,) in await ways.query("SELECT reason FROM inbox_event ORDER BY event_id")]
    assert "weather" in reasons[0] and "without what every one has" in reasons[1]
