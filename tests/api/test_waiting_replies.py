from datetime import UTC, datetime, timedelta
from typing import Any

from tests.api.conftest import Answer, Desk, LogIn
from tests.api.world import Business

WORDS = {"type": "text", "body": "Your card is at the branch."}
A_DAY = timedelta(days=1)


async def waits(desk: Desk, conversation: Any, content: dict[str, Any] | None = None, **more: Any) -> Answer:
    body = {"content": content or WORDS, "owner_version": conversation.owner_version} | more
    return await desk.ask("PUT", f"/api/conversations/{conversation.conversation_id}/waiting-reply", body)


async def takes_back(desk: Desk, conversation: Any) -> Answer:
    return await desk.ask("DELETE", f"/api/conversations/{conversation.conversation_id}/waiting-reply")


async def test_a_reply_waits_and_is_shown_as_what_it_is(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("ann", window=False)
    answer = await waits(ann, conversation)
    assert answer.status == 200, answer.body
    shown = (await ann.get_conversation(conversation.conversation_id))["waiting_reply"]
    assert shown == answer.body["waiting_reply"]
    assert shown["text"] == shown["content"]["body"] == WORDS["body"]
    assert shown["author"] == {"kind": "agent", "account_id": str(bank.people["ann"]), "name": "Ann"}
    written, until = (datetime.fromisoformat(shown[name]) for name in ("written_at", "until"))
    assert (until - written, shown["stopped"]) == (7 * A_DAY, None)
    assert abs(datetime.now(UTC) - written) < timedelta(minutes=1)
    assert (answer.body["state"], answer.body["reply_waits"]) == ("waiting", True)
    assert await bank.fetch("SELECT 1 FROM message") == await bank.fetch("SELECT 1 FROM outbox") == []


async def test_the_list_says_that_a_reply_waits(ann: Desk, bank: Business) -> None:
    one, other = [await bank.add_conversation("ann", window=False) for _ in range(2)]
    await waits(ann, one)
    items = (await ann.get("/api/conversations?view=mine")).body["items"]
    assert {each["conversation_id"]: each["reply_waits"] for each in items} == {
        str(one.conversation_id): True,
        str(other.conversation_id): False,
    }


async def test_only_one_waits_and_the_same_words_again_change_nothing(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("ann", window=False)
    first = (await waits(ann, conversation)).body["waiting_reply"]
    assert (await waits(ann, conversation)).body["waiting_reply"] == first
    other = (await waits(ann, conversation, {"type": "text", "body": "It is at the High Street."})).body[
        "waiting_reply"
    ]
    assert other["text"] == "It is at the High Street." and other["reply_id"] != first["reply_id"]
    assert await bank.fetch("SELECT count(*) FROM waiting_reply") == [(1,)]


async def test_it_is_taken_back_and_nobody_takes_back_what_is_gone(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("ann", window=False)
    await waits(ann, conversation)
    answer = await takes_back(ann, conversation)
    assert (answer.status, answer.body["waiting_reply"], answer.body["state"]) == (200, None, "active")
    again = await takes_back(ann, conversation)
    assert (again.status, again.body["error"]["code"]) == (404, "not_found")
    assert "has left" in again.body["error"]["message"]
    assert await bank.fetch("SELECT 1 FROM waiting_reply") == []


async def test_nobody_lets_a_reply_wait_or_takes_one_back_in_a_colleagues_conversation(
    ann: Desk, bank: Business, log_in: LogIn
) -> None:
    conversation = await bank.add_conversation("ann", window=False)
    await waits(ann, conversation)
    for name in ("bob", "sue"):
        other = await log_in(bank, name)
        for answer in (await waits(other, conversation), await takes_back(other, conversation)):
            assert (answer.status, answer.body["error"]["code"]) == (409, "already_taken")
    sue = await log_in(bank, "sue")
    await sue.post(f"/api/conversations/{conversation.conversation_id}/ownership")
    assert (await takes_back(sue, conversation)).status == 200


async def test_while_the_window_is_open_nothing_has_to_wait(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("ann")
    answer = await waits(ann, conversation)
    assert (answer.status, answer.body["error"]["field"]) == (422, "content")
    assert "send it now" in answer.body["error"]["message"]


async def test_one_to_what_has_moved_on_comes_back(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("ann", window=False, owner_version=4)
    answer = await waits(ann, conversation, owner_version=3)
    assert (answer.status, answer.body["error"]["code"]) == (409, "stale_owner")


async def test_what_the_policy_refuses_does_not_wait_and_is_on_record(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("ann", window=False)
    card = {"type": "text", "body": "Your card is 4111 1111 1111 1111."}
    answer = await waits(ann, conversation, card)
    assert (answer.status, answer.body["error"]["code"]) == (422, "refused_by_policy")
    assert answer.body["error"]["decision"]["clauses"] == ["D3"]
    assert await bank.fetch("SELECT moment, clauses FROM gate_decision") == [("agent", ["D3"])]
    assert await bank.fetch("SELECT 1 FROM waiting_reply") == []


async def test_a_template_and_a_reaction_do_not_wait(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("ann", window=False)
    template = {"type": "template", "name": "card_ready", "language": "en", "body": ["Ann"]}
    for content in (template, {"type": "reaction", "platform_id": "wamid.1", "emoji": "👍"}):
        answer = await waits(ann, conversation, content)
        assert (answer.status, answer.body["error"]["code"]) == (422, "invalid")


async def test_a_draft_is_checked_as_it_will_be_when_the_customer_has_written(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("ann", window=False)
    path = f"/api/conversations/{conversation.conversation_id}/drafts"
    assert (await ann.post(path, {"content": WORDS})).body["clauses"] == ["C4"]
    assert (await ann.post(path, {"content": WORDS, "waits": True})).body["verdict"] == "allow"


async def test_why_it_stayed_is_told_in_the_agents_language(bank: Business, log_in: LogIn) -> None:
    await bank.add_person("eva", languages=["es"])
    eva = await log_in(bank, "eva")
    conversation = await bank.add_conversation("eva", window=False)
    await waits(eva, conversation)
    answer = await eva.post(f"/api/conversations/{conversation.conversation_id}/closure")
    stopped = answer.body["waiting_reply"]["stopped"]
    assert (stopped["why"], stopped["sentence"]) == ("closed", "La conversación se dio por resuelta.")
    assert answer.body["reply_waits"] is False
