import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.api.conftest import Answer, Desk, LogIn
from tests.api.world import Business


def at(conversation: Any, what: str) -> str:
    return f"/api/conversations/{conversation.conversation_id}/{what}"


def code(answer: Answer) -> tuple[int, str]:
    return answer.status, answer.body["error"]["code"]


async def events(business: Business) -> list[str]:
    return [kind for (kind,) in await business.fetch("SELECT kind FROM conversation_event ORDER BY event_id")]


async def test_anybody_takes_over_from_the_bot_and_the_queue(ann: Desk, bank: Business) -> None:
    for state in ("bot", "queued"):
        conversation = await bank.add_conversation(state=state)
        answer = await ann.post(at(conversation, "ownership"), {})
        assert (answer.status, answer.body["owner"]["name"], answer.body["state"]) == (200, "Ann", "active")
        assert "send" in answer.body["moves"]


async def test_only_a_supervisor_takes_over_from_a_colleague(ann: Desk, bank: Business, log_in: LogIn) -> None:
    conversation = await bank.add_conversation("bob")
    refused = await ann.post(at(conversation, "ownership"))
    assert code(refused) == (409, "already_taken") and "Bob" in refused.body["error"]["message"]
    sue = await log_in(bank, "sue")
    taken = await sue.post(at(conversation, "ownership"))
    assert (taken.status, taken.body["owner"]["name"]) == (200, "Sue")
    assert (await sue.post(at(conversation, "ownership"))).body["owner_version"] == taken.body["owner_version"]


async def test_of_two_who_take_over_at_once_one_has_it(ann: Desk, bank: Business, log_in: LogIn) -> None:
    conversation = await bank.add_conversation()
    bob = await log_in(bank, "bob")
    answers = await asyncio.gather(*(each.post(at(conversation, "ownership")) for each in (ann, bob)))
    assert sorted(answer.status for answer in answers) == [200, 409]


async def test_back_to_the_bot(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("ann")
    answer = await ann.post(at(conversation, "bot"))
    assert (answer.body["state"], answer.body["owner"]["kind"]) == ("bot", "bot")
    assert answer.body["due_at"] is not None
    assert code(await ann.post(at(conversation, "bot"))) == (409, "illegal_move")


async def test_a_transfer_to_a_team_queues_it_there_with_the_note(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("ann")
    answer = await ann.post(at(conversation, "transfer"), {"team_id": str(bank.team_id), "note": "Lost card"})
    assert (answer.status, answer.body["state"], answer.body["team_id"]) == (200, "queued", str(bank.team_id))
    thread = (await ann.get(at(conversation, "messages"))).body
    assert [(each["direction"], each["text"]) for each in thread["items"]] == [("note", "Lost card")]
    assert thread["events"][-1]["data"]["to_name"] == "Cards"
    assert await bank.fetch("SELECT 1 FROM outbox") == []


async def test_a_transfer_to_a_colleague_is_theirs_at_once(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("ann")
    answer = await ann.post(at(conversation, "transfer"), {"account_id": str(bank.people["bob"])})
    assert (answer.body["state"], answer.body["owner"]["name"]) == ("active", "Bob")
    assert code(await ann.say(conversation)) == (409, "already_taken")


async def test_a_transfer_to_nobody_or_to_a_stranger_is_refused(ann: Desk, bank: Business, rival: Business) -> None:
    conversation = await bank.add_conversation("ann")
    for body in (
        {},
        {"team_id": str(bank.team_id), "account_id": str(bank.people["bob"])},
        {"account_id": str(bank.people["ann"])},
        {"account_id": str(rival.people["bob"])},
        {"team_id": str(rival.team_id)},
    ):
        assert code(await ann.post(at(conversation, "transfer"), body)) == (422, "invalid"), body
    assert await events(bank) == []


async def test_snoozed_until_a_time_and_taken_back_before(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("ann")
    until = datetime.now(UTC) + timedelta(hours=2)
    answer = await ann.post(at(conversation, "snooze"), {"until": until.isoformat()})
    assert answer.body["state"] == "snoozed"
    assert datetime.fromisoformat(answer.body["due_at"]) == until
    for _ in range(2):
        answer = await ann.ask("DELETE", at(conversation, "snooze"))
        assert (answer.status, answer.body["state"]) == (200, "active")
    past = await ann.post(at(conversation, "snooze"), {"until": "2020-01-01T00:00:00Z"})
    assert (code(past), past.body["error"]["field"]) == ((422, "invalid"), "until")


async def test_closed_once_and_reopened(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("ann")
    first = await ann.post(at(conversation, "closure"), {})
    second = await ann.post(at(conversation, "closure"), {})
    assert first.body["state"] == second.body["state"] == "closed"
    assert first.body["closed_at"] == second.body["closed_at"] is not None
    again = await ann.ask("DELETE", at(conversation, "closure"))
    assert (again.body["state"], again.body["owner"]["name"]) == ("active", "Ann")
    assert await events(bank) == ["close", "reopen"]


async def test_a_conversation_is_not_reopened_beside_a_newer_one(ann: Desk, bank: Business) -> None:
    old = await bank.add_conversation(state="closed")
    await bank.add_conversation(contact_id=old.contact_id)
    answer = await ann.ask("DELETE", at(old, "closure"))
    assert code(answer) == (409, "illegal_move")
    assert "newer" in answer.body["error"]["message"]


async def test_what_is_a_colleagues_can_not_be_moved(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("bob")
    until = (datetime.now(UTC) + timedelta(hours=1)).isoformat()
    answers = [
        await ann.post(at(conversation, "closure")),
        await ann.post(at(conversation, "bot")),
        await ann.post(at(conversation, "transfer"), {"team_id": str(bank.team_id)}),
        await ann.post(at(conversation, "snooze"), {"until": until}),
        await ann.ask("DELETE", at(conversation, "snooze")),
        await ann.ask("DELETE", at(conversation, "closure")),
    ]
    assert {answer.status for answer in answers} == {409}
    assert await events(bank) == []


async def test_an_offer_is_accepted_by_its_person_only(ann: Desk, bank: Business, log_in: LogIn) -> None:
    conversation = await bank.add_conversation(state="offered")
    for said in ("Hello", "I lost my card", "I want a person"):
        await bank.add_message(conversation, said)
    await bank.add_message(conversation, "I am connecting you", "out", author_kind="bot")
    offer_id = await bank.add_offer(conversation, "ann")
    bob = await log_in(bank, "bob")
    assert (await bob.get("/api/offers")).body == {"items": []}
    assert (await bob.post(f"/api/offers/{offer_id}/acceptance")).status == 404
    offers = (await ann.get("/api/offers")).body["items"]
    assert [(each["offer_id"], each["reason"]) for each in offers] == [(str(offer_id), "knows cards")]
    assert [each["text"] for each in offers[0]["customer_said"]] == ["I lost my card", "I want a person"]
    for _ in range(2):
        answer = await ann.post(f"/api/offers/{offer_id}/acceptance", {})
        assert (answer.status, answer.body["owner"]["name"], answer.body["offer"]) == (200, "Ann", None)
    assert await bank.fetch("SELECT outcome FROM offer") == [("accepted",)]


async def test_an_offer_that_is_passed_on_queues_again(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation(state="offered")
    offer_id = await bank.add_offer(conversation, "ann")
    for _ in range(2):
        assert (await ann.post(f"/api/offers/{offer_id}/refusal", {})).status == 204
    assert await bank.fetch("SELECT outcome FROM offer") == [("declined",)]
    assert (await ann.get_conversation(conversation.conversation_id))["state"] == "queued"
    assert code(await ann.post(f"/api/offers/{offer_id}/acceptance")) == (409, "already_taken")


async def test_an_offer_that_a_colleague_took_first_has_ended(ann: Desk, bank: Business, log_in: LogIn) -> None:
    conversation = await bank.add_conversation(state="offered")
    offer_id = await bank.add_offer(conversation, "ann")
    bob = await log_in(bank, "bob")
    assert (await bob.post(at(conversation, "ownership"))).status == 200
    answer = await ann.post(f"/api/offers/{offer_id}/acceptance")
    assert code(answer) == (409, "already_taken") and "Bob" in answer.body["error"]["message"]


async def test_a_consent_is_kept_with_its_evidence_and_shown(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("ann")
    body = {
        "purpose": "marketing",
        "action": "opt_in",
        "method": "telephone",
        "wording": "Bank may write on WhatsApp",
        "evidence": {"call": "c-17"},
    }
    answer = await ann.post(f"/api/contacts/{conversation.contact_id}/consents", body)
    assert (answer.status, answer.body["action"]) == (201, "opt_in")
    detail = await ann.get_conversation(conversation.conversation_id)
    assert [(each["purpose"], each["action"], each["method"]) for each in detail["consents"]] == [
        ("marketing", "opt_in", "telephone")
    ]
    assert await events(bank) == ["opt_in"]
    assert await bank.fetch("SELECT evidence, recorded_by FROM consent") == [
        ({"call": "c-17"}, f"agent:{bank.people['ann']}")
    ]


async def test_colleagues_canned_replies_and_templates(ann: Desk, bank: Business) -> None:
    people = (await ann.get("/api/colleagues")).body
    assert [(each["name"], each["presence"]) for each in people["items"]] == [
        ("Ann", "online"),
        ("Bob", "offline"),
        ("Sue", "offline"),
    ]
    assert [each["name"] for each in people["teams"]] == ["Cards"]
    await bank.fetch("INSERT INTO canned_reply VALUES (current_tenant(), 'hi', 'Hello there') RETURNING 1")
    assert (await ann.get("/api/canned-replies")).body == {"items": [{"shortcut": "hi", "text": "Hello there"}]}
    listed = (await ann.get(f"/api/templates?number_id={bank.number_id}")).body["items"]
    assert [(each["name"], each["body"]) for each in listed] == [("card_ready", "Hello {{1}}, your card is ready.")]
    place = {"part": "body", "index": 1, "example": "Ann", "name": "", "button": None}
    assert listed[0]["parameters"] == [place]
    assert (listed[0]["header_kind"], listed[0]["cards"], listed[0]["offer"]) == ("", False, False)
    assert (await ann.get("/api/templates?number_id=0")).body == {"items": []}
