"""A person's copy of their data is whole, and after erasure nothing of them is found anywhere, but for their stop."""

import base64
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg import sql
from psycopg.types.json import Json

from parley.core.messages import Media
from parley.core.policy.cases import CastVote
from parley.core.policy.consent import newest_for
from parley.settings import Settings
from parley.storage import cases, consents, contacts, media, media_claims
from parley.storage.file_store import FileStore
from tests.api.conftest import Desk, LogIn
from tests.api.world import Business

PHONE, MARK = "447700900777", "Quartermain"
HOW = {"asked_how": "By letter of 3 March."}
# Proof of consent, and evidence that names nobody by itself.
KEPT = {"consent", "gate_decision", "conversation_event"}


@pytest.fixture
async def ada(bank: Business, log_in: LogIn) -> Desk:
    await bank.add_person("ada", "admin")
    return await log_in(bank, "ada")


async def a_life(bank: Business) -> UUID:
    """A customer who wrote, sent a file, was answered, opted out, and was reported."""
    now, case_id = datetime.now(UTC), uuid4()
    async with bank.database.transaction(bank.tenant_id) as db:
        contact = await contacts.of_writer(
            db, bank.tenant_id, wa_id=PHONE, user_id="US.quarter", name=MARK, now=now, source="wrote_first"
        )
    conversation = await bank.add_conversation("ann", contact_id=contact.contact_id, last_message_text=f"I am {MARK}")
    async with bank.database.transaction(bank.tenant_id) as db:
        media_id = await media.keep_upload(
            db, bank.tenant_id, number_id=bank.number_id, mime_type="image/png", filename=f"{MARK}.png",
            content=MARK.encode(), now=now,
        )  # fmt: skip
        await consents.record(
            db, bank.tenant_id, contact.contact_id, purpose="all", action="opt_out", method="chat",
            recorded_by="customer", at=now,
        )  # fmt: skip
        await db.execute(
            """INSERT INTO inbox_event (tenant_id, number_id, kind, dedup_key, lane, payload, received_at, state)
               VALUES (%s, %s, 'message', 'k1', %s, %s, %s, 'done'), (%s, %s, 'other', 'k2', %s, %s, %s, 'done')""",
            [
                bank.tenant_id, bank.number_id, f"{bank.number_id}:{PHONE}", Json({"text": MARK}), now,
                bank.tenant_id, bank.number_id, f"{bank.number_id}:other", Json({"raw": {"wa_id": PHONE}}), now,
            ],
        )  # fmt: skip
        await db.execute(
            """INSERT INTO policy_case (tenant_id, case_id, kind, matter, subject, conversation_id, clauses, findings,
                                        reason, opened_by_kind, opened_at, due_at, handled_by, needs,
                                        if_nobody_decides)
               VALUES (%s, %s, 'report', 'message', 'm', %s, '{A3}', '[]', %s, 'agent', %s, %s,
                       '{admin}', 1, 'escalate')""",
            [bank.tenant_id, case_id, conversation.conversation_id, f"{MARK} was rude", now, now],
        )
        vote = CastVote(case_id, bank.people["sue"], "person", "uphold", f"{MARK} was rude indeed", now)
        await cases.add_vote(db, bank.tenant_id, vote)
    await bank.add_message(conversation, f"I am {MARK}", platform_id=f"wamid.{MARK}")
    picture = Media("image", str(media_id), "image/png", caption=f"{MARK} and I")
    await bank.add_message(conversation, picture, reply_to=f"wamid.{MARK}")
    return contact.contact_id


def found_in(database_url: str) -> set[str]:
    """Every table with a trace of the person, as its owner sees it."""
    with psycopg.connect(database_url) as owner:
        tables = owner.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
        ).fetchall()
        query = sql.SQL("SELECT 1 FROM {} AS r WHERE r::text ~* %s OR r::text LIKE %s LIMIT 1")
        trace = [f"{MARK}|{PHONE}|US\\.quarter", f"%{MARK.encode().hex()}%"]
        return {name for (name,) in tables if owner.execute(query.format(sql.Identifier(name)), trace).fetchone()}


async def test_the_copy_is_whole_and_on_record(ada: Desk, bank: Business) -> None:
    contact_id = await a_life(bank)
    async with bank.database.transaction(bank.tenant_id) as db:
        await db.execute(
            """INSERT INTO delivery (tenant_id, message_id, number_id, contact_id, market, category, window_open, at)
               SELECT tenant_id, message_id, %s, %s, 'GB', 'service', true, at FROM message WHERE type = 'text'""",
            [bank.number_id, contact_id],
        )
    answer = await ada.post(f"/api/contacts/{contact_id}/export", HOW)
    assert answer.status == 201, answer.body
    data = answer.body["data"]
    assert [(each["market"], each["category"]) for each in data["arrivals"]] == [("GB", "service")]
    assert data["contact"][0]["name"] == MARK
    assert {each["value"] for each in data["identities"]} == {PHONE, "US.quarter"}
    assert [each["content"].get("body") or each["content"]["caption"] for each in data["messages"]] == [
        f"I am {MARK}",
        f"{MARK} and I",
    ]
    assert [(each["action"], each["method"]) for each in data["consents"]] == [("opt_out", "chat")]
    assert data["files"][0]["filename"] == f"{MARK}.png"
    assert data["reports"][0]["reason"] == f"{MARK} was rude"
    log = await bank.fetch(
        "SELECT moment, verdict, facts ->> 'contact_id', facts ->> 'asked_how_sha256' FROM gate_decision"
    )
    assert log == [("data", "allow", str(contact_id), sha256(HOW["asked_how"].encode()).hexdigest())]


async def test_the_copy_has_files_that_are_in_the_store(ada: Desk, bank: Business, settings: Settings) -> None:
    contact_id = await a_life(bank)
    ((media_id,),) = await bank.fetch("SELECT media_id FROM media")
    await FileStore.open("", settings.files_dir).keep(bank.tenant_id, media_id, MARK.encode())
    async with bank.database.transaction(bank.tenant_id) as db:
        await media_claims.to_move(db, bank.tenant_id, datetime.now(UTC))
        await media_claims.moved(db, bank.tenant_id, media_id)
    copy = (await ada.post(f"/api/contacts/{contact_id}/export", HOW)).body
    assert [base64.b64decode(each["content"]) for each in copy["data"]["files"]] == [MARK.encode()]
    assert (await ada.get(f"/api/media/{media_id}")).body == MARK.encode()


async def test_after_erasure_no_trace_is_left_but_evidence_that_names_nobody(
    ada: Desk, bank: Business, database_url: str
) -> None:
    contact_id = await a_life(bank)
    other = await bank.add_conversation("ann")
    await bank.add_message(other, "Hello from somebody else")
    before = found_in(database_url)
    assert {"contact", "contact_identity", "conversation", "inbox_event", "media", "message", "policy_case"} <= before
    assert "policy_case_vote" in before
    answer = await ada.post(f"/api/contacts/{contact_id}/erasure", HOW)
    assert answer.status == 201, answer.body
    assert answer.body["rows"]["messages"] == 2
    assert found_in(database_url) - KEPT == set()
    log = await bank.fetch("SELECT moment, clauses, facts ->> 'contact_id' FROM gate_decision")
    assert log == [("data", ["D1"], str(contact_id))]
    untouched = await bank.fetch("SELECT content ->> 'body' FROM message WHERE type = 'text'")
    assert untouched == [("Hello from somebody else",)]
    assert (await ada.post(f"/api/contacts/{contact_id}/erasure", HOW)).status == 404
    assert (await ada.get("/api/conversations?view=all")).status == 200


async def test_a_note_may_be_emptied_and_not_be_written_anew(bank: Business, ada: Desk) -> None:
    await a_life(bank)
    with pytest.raises(psycopg.errors.CheckViolation):
        async with bank.database.transaction(bank.tenant_id) as db:
            await db.execute("UPDATE policy_case_vote SET note = 'I never said so.'")
    assert await bank.fetch("SELECT note FROM policy_case_vote") == [(f"{MARK} was rude indeed",)]


async def test_the_stop_of_an_erased_person_comes_back_with_them(ada: Desk, bank: Business) -> None:
    contact_id = await a_life(bank)
    await ada.post(f"/api/contacts/{contact_id}/erasure", HOW)
    now = datetime.now(UTC)
    for identity in ({"wa_id": PHONE, "user_id": ""}, {"wa_id": "", "user_id": "US.quarter"}):
        async with bank.database.transaction(bank.tenant_id) as db:
            again = await contacts.of_writer(db, bank.tenant_id, name="Somebody", now=now, source="import", **identity)
            said = (await consents.newest(db, bank.tenant_id, [again.contact_id]))[again.contact_id]
        assert again.contact_id != contact_id
        newest = newest_for("marketing", said)
        assert newest is not None and newest.action == "opt_out"
    async with bank.database.transaction(bank.tenant_id) as db:
        stranger = await contacts.of_writer(db, bank.tenant_id, wa_id="447700900778", user_id="", name="", now=now)
        assert await consents.newest(db, bank.tenant_id, [stranger.contact_id]) == {}


async def test_only_an_administrator_may(ann: Desk, bank: Business, log_in: LogIn) -> None:
    contact_id = await a_life(bank)
    sue = await log_in(bank, "sue")
    for path in ("export", "erasure"):
        for desk in (ann, sue):
            assert (await desk.post(f"/api/contacts/{contact_id}/{path}", HOW)).status == 403
        empty: dict[str, Any] = {"asked_how": ""}
        assert (await ann.post(f"/api/contacts/{contact_id}/{path}", empty)).status == 422
