import asyncio
import io
from typing import Any
from uuid import uuid4

import aiohttp

from parley.core.messages import Media
from tests.api.conftest import Desk, LogIn
from tests.api.world import Business


async def test_what_an_agent_says_is_queued_and_it_is_the_customers_turn(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("ann", unread=1)
    answer = await ann.say(conversation, "Your card is on its way.")
    assert answer.status == 201, answer.body
    assert (answer.body["text"], answer.body["status"]) == ("Your card is on its way.", "queued")
    assert answer.body["author"] == {"kind": "agent", "account_id": str(bank.people["ann"]), "name": "Ann"}
    assert await bank.fetch("SELECT kind, state FROM outbox") == [("message", "pending")]
    detail = await ann.get_conversation(conversation.conversation_id)
    assert (detail["state"], detail["last_message"]["from"]) == ("waiting", "agent")


async def test_the_same_key_again_is_the_same_message_also_at_the_same_time(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("ann")
    answers = await asyncio.gather(*(ann.say(conversation, key="same") for _ in range(5)))
    assert {answer.status for answer in answers} == {201}
    assert len({answer.body["message_id"] for answer in answers}) == 1
    assert len(await bank.fetch("SELECT 1 FROM outbox")) == 1
    assert (await ann.say(conversation, key="other")).body["message_id"] != answers[0].body["message_id"]


async def test_the_thread_names_the_key_by_which_its_page_knows_a_message_again(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("ann", unread=1)
    answer = await ann.say(conversation, key="mine")
    assert answer.body["client_key"] == "mine"
    page = await ann.get(f"/api/conversations/{conversation.conversation_id}/messages")
    assert [each["client_key"] for each in page.body["items"] if each["direction"] == "out"] == ["mine"]


async def test_a_reply_to_what_has_moved_on_comes_back(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("ann", owner_version=4)
    answer = await ann.say(conversation, version=3)
    assert (answer.status, answer.body["error"]["code"]) == (409, "stale_owner")
    assert await bank.fetch("SELECT 1 FROM message") == []


async def test_nobody_speaks_in_a_colleagues_conversation(ann: Desk, bank: Business) -> None:
    answer = await ann.say(await bank.add_conversation("bob"))
    assert (answer.status, answer.body["error"]["code"]) == (409, "already_taken")
    answer = await ann.say(await bank.add_conversation())
    assert (answer.status, answer.body["error"]["code"]) == (409, "illegal_move")
    assert await bank.fetch("SELECT 1 FROM outbox") == []


async def test_a_refusal_is_answered_with_its_decision_and_is_on_record(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("ann", window=False)
    answer = await ann.say(conversation)
    assert (answer.status, answer.body["error"]["code"]) == (422, "refused_by_policy")
    decision = answer.body["error"]["decision"]
    assert (decision["verdict"], decision["clauses"]) == ("block", ["C4"])
    assert decision["findings"][0]["next_step"] == "use_template"
    kept = await bank.fetch("SELECT verdict, clauses, author_id FROM gate_decision")
    assert kept == [("block", ["C4"], bank.people["ann"])]
    assert await bank.fetch("SELECT 1 FROM message") == []


async def test_a_draft_is_judged_and_nothing_is_kept(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("ann")
    path = f"/api/conversations/{conversation.conversation_id}/drafts"
    fine = await ann.post(path, {"content": {"type": "text", "body": "Hello"}})
    assert (fine.status, fine.body["verdict"]) == (200, "allow")
    card = await ann.post(path, {"content": {"type": "text", "body": "Your card is 4111 1111 1111 1111"}})
    assert card.body["verdict"] == "block"
    assert card.body["findings"][0]["sentence"]
    assert await bank.fetch("SELECT 1 FROM gate_decision UNION ALL SELECT 1 FROM message") == []


async def test_a_note_is_in_the_thread_and_never_in_the_outbox(ann: Desk, bank: Business, log_in: LogIn) -> None:
    conversation = await bank.add_conversation("bob")
    answer = await ann.post(f"/api/conversations/{conversation.conversation_id}/notes", {"text": "Ask Dora."})
    assert answer.status == 201
    assert (answer.body["direction"], answer.body["status"], answer.body["text"]) == ("note", "note", "Ask Dora.")
    assert await bank.fetch("SELECT 1 FROM outbox") == []
    bob = await log_in(bank, "bob")
    detail = await bob.get_conversation(conversation.conversation_id)
    assert detail["last_message"]["text"] == "Hello"
    thread = (await bob.get(f"/api/conversations/{conversation.conversation_id}/messages")).body
    assert [each["author"]["name"] for each in thread["items"]] == ["Ann"]
    empty = await ann.post(f"/api/conversations/{conversation.conversation_id}/notes", {"text": "  "})
    assert (empty.status, empty.body["error"]["field"]) == (422, "text")


async def test_a_template_is_filled_from_our_copy_of_it(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("ann", window=False)
    used = {"type": "template", "name": "card_ready", "language": "en", "body": ["Carla"]}
    path = f"/api/conversations/{conversation.conversation_id}/messages"
    wrong = await ann.post(path, {"content": used | {"body": []}, "owner_version": 1, "idempotency_key": "a"})
    assert (wrong.status, wrong.body["error"]["field"]) == (422, "content.body")
    agreed = {"purpose": "utility", "action": "opt_in", "method": "form", "wording": "Bank writes to me on WhatsApp"}
    agreed |= {"evidence": {"submission": "s-9"}}  # type: ignore[dict-item]
    assert (await ann.post(f"/api/contacts/{conversation.contact_id}/consents", agreed)).status == 201
    answer = await ann.post(path, {"content": used, "owner_version": 1, "idempotency_key": "b"})
    assert answer.status == 201, answer.body
    assert answer.body["text"] == "Hello Carla, your card is ready."
    assert answer.body["content"]["category"] == "utility"


async def test_a_retry_is_answered_with_the_first_message_also_when_the_template_has_changed(
    ann: Desk, bank: Business
) -> None:
    conversation = await bank.add_conversation("ann")
    used = {"type": "template", "name": "card_ready", "language": "en", "body": ["Carla"]}
    body = {"content": used, "owner_version": conversation.owner_version, "idempotency_key": "k1"}
    path = f"/api/conversations/{conversation.conversation_id}/messages"
    first = await ann.post(path, body)
    await bank.fetch("""UPDATE template SET components = '[{"type": "BODY", "text": "{{1}} {{2}}"}]' RETURNING 1""")
    again = await ann.post(path, body)
    assert (first.status, again.status) == (201, 201), again.body
    assert again.body["message_id"] == first.body["message_id"]
    assert (await ann.post(path, body | {"idempotency_key": "k2"})).status == 422


async def test_an_unknown_template_is_the_gates_to_refuse(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("ann")
    content = {"type": "template", "name": "nothing_of_the_kind", "language": "en"}
    answer = await ann.post(f"/api/conversations/{conversation.conversation_id}/drafts", {"content": content})
    assert answer.body["verdict"] == "block"


async def test_content_that_can_not_be_read_is_named(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("ann")
    path = f"/api/conversations/{conversation.conversation_id}/messages"

    async def field(content: Any) -> Any:
        answer = await ann.post(path, {"content": content, "owner_version": 1, "idempotency_key": "k"})
        assert answer.status == 422, answer.body
        return answer.body["error"]["field"]

    assert await field({"type": "text", "body": 5}) == "content.body"
    assert await field({"type": "reply", "id": "1", "title": "x"}) == "content.type"
    assert await field({"type": "media", "kind": "image", "media_id": "x", "mime_type": "image/png"}) == (
        "content.media_id"
    )
    assert await field("hello") == "content"
    for kind in ("order_details", "order_status"):  # nobody is asked to pay from here
        assert await field({"type": kind, "reference_id": "A-17"}) == "content.type"
    answer = await ann.post(path, {"content": {"type": "text", "body": "x"}, "owner_version": 1})
    assert answer.body["error"]["field"] == "idempotency_key"


async def test_characters_that_can_not_be_kept_are_refused_and_not_a_fault(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("ann")
    path = f"/api/conversations/{conversation.conversation_id}"
    for text in ("a\0b", "half \ud800 a pair"):
        for answer in (await ann.post(f"{path}/notes", {"text": text}), await ann.say(conversation, text)):
            assert (answer.status, answer.body["error"]["code"]) == (422, "invalid")
    assert (await ann.get("/api/conversations?q=a%00b")).status == 422
    assert await bank.fetch("SELECT 1 FROM message") == []


async def test_the_owner_reads_and_the_customer_sees_it_a_colleague_looks_in_unseen(
    ann: Desk, bank: Business, log_in: LogIn
) -> None:
    conversation = await bank.add_conversation("ann", unread=3)
    newest = await bank.add_message(conversation, "Anybody there?")
    bob = await log_in(bank, "bob")
    path = f"/api/conversations/{conversation.conversation_id}/reading"
    assert (await bob.post(path)).status == 204
    assert (await ann.get_conversation(conversation.conversation_id))["unread"] == 3
    for _ in range(2):
        assert (await ann.post(path)).status == 204
    assert (await ann.get_conversation(conversation.conversation_id))["unread"] == 0
    assert await bank.fetch("SELECT message_id, kind FROM outbox") == [(newest.message_id, "read")]
    assert (await ann.post(f"/api/conversations/{conversation.conversation_id}/typing")).status == 204


async def test_a_failed_message_says_why_and_what_can_be_done(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("ann")
    message = await bank.add_message(conversation, "Hi", "out", status="failed")
    await bank.fetch(
        """UPDATE message SET error = '{"code": "131026", "sentence": "It can not be delivered."}'
            WHERE message_id = %s RETURNING 1""",
        message.message_id,
    )
    thread = (await ann.get(f"/api/conversations/{conversation.conversation_id}/messages")).body
    assert thread["items"][0]["error"] == {
        "code": "131026",
        "clause": "",
        "sentence": "It can not be delivered.",
        "next_step": "",
        "next_sentence": "",
    }


async def test_a_file_is_uploaded_sent_and_shown(ann: Desk, bank: Business, log_in: LogIn) -> None:
    conversation = await bank.add_conversation("ann")
    form = aiohttp.FormData(quote_fields=False)
    form.add_field("file", b"%PDF-1.7 hello", filename="../terms.pdf", content_type="application/pdf")
    kept = (await ann.post("/api/media", data=form)).body
    assert (kept["kind"], kept["filename"], kept["size"]) == ("document", "terms.pdf", 14)
    content = {"type": "media", "kind": "document", "media_id": kept["media_id"], "mime_type": "text/html"}
    answer = await ann.post(
        f"/api/conversations/{conversation.conversation_id}/messages",
        {"content": content, "owner_version": 1, "idempotency_key": "k"},
    )
    assert answer.status == 201, answer.body
    assert answer.body["media"]["state"] == "stored"
    assert answer.body["content"]["mime_type"] == "application/pdf"
    got = await ann.get(answer.body["media"]["url"])
    assert got.body == b"%PDF-1.7 hello"
    assert got.headers["content-disposition"].startswith("attachment")
    assert got.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in got.headers["content-security-policy"]


async def test_a_file_that_a_customer_sent_can_not_be_sent_on(ann: Desk, bank: Business) -> None:
    conversation, media_id = await bank.add_conversation("ann"), uuid4()
    async with bank.database.transaction(bank.tenant_id) as db:
        await db.execute(
            """INSERT INTO media (tenant_id, media_id, number_id, platform_id, mime_type, size, state, content,
                                  created_at)
               VALUES (%s, %s, %s, 'platform-1', 'image/png', 4, 'stored', 'abcd', now())""",
            [bank.tenant_id, media_id, bank.number_id],
        )
    content = {"type": "media", "kind": "image", "media_id": str(media_id), "mime_type": "image/png"}
    answer = await ann.post(
        f"/api/conversations/{conversation.conversation_id}/messages",
        {"content": content, "owner_version": 1, "idempotency_key": "k"},
    )
    assert (answer.status, answer.body["error"]["field"]) == (422, "content.media_id")
    assert "can not be sent on" in answer.body["error"]["message"]


async def test_a_file_of_a_kind_that_whatsapp_does_not_take_is_refused(ann: Desk, bank: Business) -> None:
    large, other = b"x" * (6 << 20), b"%PDF-1.7 no picture"
    for mime_type, content in (
        ("image/svg+xml", b"<svg/>"),
        ("image/png", b""),
        ("image/png", large),
        ("image/png", other),
    ):
        form = aiohttp.FormData()
        form.add_field("file", io.BytesIO(content), filename="a.svg", content_type=mime_type)
        answer = await ann.post("/api/media", data=form)
        assert (answer.status, answer.body["error"]["field"]) == (422, "file")
    assert await bank.fetch("SELECT 1 FROM media") == []


async def test_a_file_of_the_customer_that_is_not_here_yet_is_pending(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("ann")
    ((media_id,),) = await bank.fetch(
        """INSERT INTO media (tenant_id, media_id, number_id, mime_type, state, created_at)
           VALUES (current_tenant(), gen_random_uuid(), %s, 'image/jpeg', 'pending', now()) RETURNING media_id""",
        bank.number_id,
    )
    await bank.add_message(conversation, Media("image", str(media_id), "image/jpeg"))
    thread = (await ann.get(f"/api/conversations/{conversation.conversation_id}/messages")).body
    assert thread["items"][0]["media"]["state"] == "pending"
    assert (await ann.get(f"/api/media/{media_id}")).status == 404
