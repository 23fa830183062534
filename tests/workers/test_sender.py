import json
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from parley.actions.moving import Actor
from parley.actions.speaking import speak
from parley.core.messages import Media, TemplateUse
from parley.core.policy.decision_log import first_break
from parley.core.policy.verdicts import Decision
from parley.storage import conversations
from parley.whatsapp import wire
from tests.workers.conftest import ACCOUNT, ANA, Works


async def drained(works: Works) -> None:
    while await works.sender.work(works.tenant):
        pass


async def test_what_the_gate_clears_reaches_the_platform_once_and_is_on_record(works: Works, agent: UUID) -> None:
    conversation = await works.a_conversation(agent)
    said = await works.say(conversation, "Hello Ana", agent)
    await drained(works)
    await drained(works)
    (sent,) = await works.platform.sends()
    assert (sent["to"], sent["text"], sent["callback_data"]) == (ANA, "Hello Ana", str(said.message_id))
    kept = await works.message(said.message_id)
    assert (kept.status, kept.platform_id) == ("accepted", sent["wamid"])
    assert await works.query("SELECT verdict, message_id FROM gate_decision") == [("allow", said.message_id)]


async def test_a_message_queued_in_time_and_due_too_late_is_stopped(works: Works, agent: UUID) -> None:
    conversation = await works.a_conversation(agent)
    said = await works.say(conversation, "Just in time", agent)
    works.clock.moved += timedelta(hours=24, seconds=1)
    await drained(works)
    assert await works.platform.sends() == []
    kept = await works.message(said.message_id)
    assert kept.status == "refused"
    assert kept.error is not None and kept.error["clause"] == "C4"
    assert await works.query("SELECT verdict, clauses FROM gate_decision") == [("block", ["C4"])]


async def test_an_opt_out_stops_what_is_queued_already(works: Works, agent: UUID) -> None:
    conversation = await works.a_conversation(agent)
    said = await works.say(conversation, "One more thing", agent)
    await works.opt("opt_out", "all", conversation.contact_id)
    await drained(works)
    assert await works.platform.sends() == []
    error = (await works.message(said.message_id)).error
    assert error is not None and error["clause"] == "B7"


async def test_a_template_that_was_paused_after_it_was_queued_is_stopped(works: Works, agent: UUID) -> None:
    conversation = await works.a_conversation(agent)
    await works.change(
        "INSERT INTO template VALUES (%s, '200', 'follow_up', 'en', 'utility', 'APPROVED', '[]', now())", works.tenant
    )
    used = TemplateUse("follow_up", "en", "utility", body=("Ana",), rendered="Hello Ana")
    said = await works.say(conversation, used, agent)
    await works.change("UPDATE template SET status = 'PAUSED'")
    await drained(works)
    assert await works.platform.sends() == []
    error = (await works.message(said.message_id)).error
    assert error is not None and error["clause"] == "C3"


@pytest.mark.parametrize(("button", "clause"), [("VOICE_CALL", "C1"), ("ORDER_DETAILS", "C1"), ("QUICK_REPLY", None)])
async def test_a_template_whose_button_calls_or_pays_is_refused(
    works: Works, agent: UUID, button: str, clause: str | None
) -> None:
    conversation = await works.a_conversation(agent)
    cards = [{"type": "CAROUSEL", "cards": [{"components": [{"type": "BUTTONS", "buttons": [{"type": button}]}]}]}]
    await works.change(
        "INSERT INTO template VALUES (%s, '200', 'follow_up', 'en', 'utility', 'APPROVED', %s, now())",
        works.tenant,
        json.dumps(cards),
    )
    async with works.database.transaction(works.tenant) as db:
        known = await conversations.lock(db, works.tenant, conversation.conversation_id)
        used = TemplateUse("follow_up", "en", "utility", body=("Ana",), rendered="Hello Ana")
        said = await speak(db, known, used, actor=Actor("agent", agent), now=works.clock.now())
    refused = said.findings[0].clause if isinstance(said, Decision) else None
    assert refused == clause


async def test_the_bots_answer_does_not_leave_once_a_person_has_taken_over(works: Works, agent: UUID) -> None:
    conversation = await works.a_conversation()
    said = await works.say(conversation, "I am the bot")
    await works.change(
        """UPDATE conversation SET state = 'active', owner_kind = 'person', owner_id = %s, owner_version = 2,
                  owner_since = 2""",
        agent,
    )
    await drained(works)
    assert await works.platform.sends() == []
    assert (await works.message(said.message_id)).status == "refused"


async def test_messages_of_one_conversation_leave_in_the_order_they_were_written(works: Works, agent: UUID) -> None:
    conversation = await works.a_conversation(agent)
    for number in range(5):
        await works.say(conversation, f"line {number}", agent)
    await drained(works)
    assert [sent["text"] for sent in await works.platform.sends()] == [f"line {number}" for number in range(5)]


async def test_what_the_platform_could_not_take_for_a_moment_is_tried_again(works: Works, agent: UUID) -> None:
    await works.platform.post("faults", {"calls": "messages", "code": 131016, "count": 1})
    said = await works.say(await works.a_conversation(agent), "Hello", agent)
    await drained(works)
    assert (await works.message(said.message_id)).status == "queued"
    works.clock.moved += timedelta(seconds=2)
    await drained(works)
    assert (await works.message(said.message_id)).status == "accepted"
    assert len(await works.platform.sends()) == 1


async def test_what_the_platform_refuses_for_good_is_failed_with_its_reason(works: Works, agent: UUID) -> None:
    await works.platform.post("faults", {"calls": "messages", "code": 131047, "count": 1})
    said = await works.say(await works.a_conversation(agent), "Hello", agent)
    await drained(works)
    kept = await works.message(said.message_id)
    assert kept.status == "failed"
    assert kept.error is not None
    assert kept.error["code"] == "131047" and "24 hours" in kept.error["sentence"]


async def test_the_chain_of_decisions_holds_and_shows_every_change(works: Works, agent: UUID) -> None:
    conversation = await works.a_conversation(agent)
    for number in range(4):
        await works.say(conversation, f"line {number}", agent)
    await drained(works)
    rows = await _chain(works)
    assert first_break(rows) is None
    rows[2]["verdict"] = "block"
    assert first_break(rows) == 3
    whole = await _chain(works)
    assert first_break([whole[0], whole[2], whole[3]]) == 3


async def _chain(works: Works) -> list[dict[str, object]]:
    from psycopg.rows import dict_row

    async with works.database.transaction(works.tenant) as db, db.cursor(row_factory=dict_row) as cursor:
        await cursor.execute("SELECT * FROM gate_decision ORDER BY seq")
        return await cursor.fetchall()


async def test_a_suspended_client_sends_nothing_not_even_what_was_queued(works: Works, agent: UUID) -> None:
    said = await works.say(await works.a_conversation(agent), "Hello", agent)
    await works.change("UPDATE tenant SET status = 'suspended' WHERE tenant_id = %s", works.tenant)
    await drained(works)
    assert await works.platform.sends() == []
    error = (await works.message(said.message_id)).error
    assert error is not None and error["clause"] == "A2"


async def test_a_suspended_client_shows_no_blue_ticks_either(works: Works, agent: UUID) -> None:
    await works.receive(works.a_message("Hello"))
    await works.inbox.work(works.tenant)
    await works.change("UPDATE tenant SET status = 'suspended' WHERE tenant_id = %s", works.tenant)
    await drained(works)
    assert await works.query("SELECT kind, state FROM outbox WHERE kind <> 'message'") == [("read", "refused")]


async def test_blue_ticks_and_typing_are_shown_and_wait_for_nobody(works: Works, agent: UUID) -> None:
    from parley.actions.show_typing import show_typing

    await works.receive(works.a_message("Hello"))
    await works.inbox.work(works.tenant)
    ((conversation_id,),) = await works.query("SELECT conversation_id FROM conversation")
    await works.change("UPDATE conversation SET state = 'active', owner_kind = 'person', owner_id = %s", agent)
    async with works.database.transaction(works.tenant) as db:
        await show_typing(db, works.tenant, conversation_id, account_id=agent, now=works.clock.now())
    await drained(works)
    kinds = await works.query("SELECT kind, state FROM outbox WHERE kind <> 'message'")
    assert [kind for kind, _ in kinds] == ["typing"]
    assert kinds[0][1] != "pending"


async def test_who_begins_to_write_while_the_blue_ticks_leave_is_shown_after_them(
    works: Works, agent: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    from parley.actions.show_typing import show_typing

    await works.receive(works.a_message("Hello"))
    await works.inbox.work(works.tenant)
    ((conversation_id,),) = await works.query("SELECT conversation_id FROM conversation")
    await works.change("UPDATE conversation SET state = 'active', owner_kind = 'person', owner_id = %s", agent)
    left, mark_read = [], wire.mark_read

    async def leave(graph: Any, access: Any, platform_id: str, typing: bool) -> None:
        left.append(typing)
        if not typing:
            async with works.database.transaction(works.tenant) as db:
                await show_typing(db, works.tenant, conversation_id, account_id=agent, now=works.clock.now())
        await mark_read(graph, access, platform_id, typing)

    monkeypatch.setattr(wire, "mark_read", leave)
    await drained(works)
    assert left == [False, True]
    assert await works.query("SELECT kind, state FROM outbox WHERE kind <> 'message'") == [("typing", "sent")]


async def test_a_message_whose_file_is_gone_fails_alone_and_says_so(works: Works, agent: UUID) -> None:
    gone = Media("image", str(UUID(int=7)), "image/png")
    said = await works.say(await works.a_conversation(agent), gone, agent)
    await drained(works)
    kept = await works.message(said.message_id)
    assert kept.status == "failed"
    assert kept.error is not None and "gone" in kept.error["sentence"]


async def test_a_bots_answer_that_can_not_be_sent_leaves_the_customer_to_a_person(works: Works) -> None:
    conversation = await works.a_conversation()
    await works.say(conversation, "The bot's answer")
    await works.platform.post("faults", {"calls": "messages", "code": 131051, "count": 1})
    await drained(works)
    assert (await works.conversation(conversation.conversation_id)).state == "queued"


async def test_a_bots_answer_that_the_gate_stops_at_the_end_leaves_the_customer_to_a_person(works: Works) -> None:
    conversation = await works.a_conversation()
    await works.say(conversation, "The bot's answer")
    await works.change("UPDATE bot SET escalation_paths = '[]'")
    await drained(works)
    assert await works.platform.sends() == []
    assert (await works.conversation(conversation.conversation_id)).state == "queued"


async def test_whoever_asked_for_silence_is_not_passed_on(works: Works) -> None:
    conversation = await works.a_conversation()
    await works.say(conversation, "The bot's answer")
    await works.opt("opt_out", "all", conversation.contact_id)
    await drained(works)
    assert (await works.conversation(conversation.conversation_id)).state == "bot"


async def test_a_number_whose_token_can_not_be_opened_does_not_stop_the_others(works: Works, agent: UUID) -> None:
    said = await works.say(await works.a_conversation(agent), "Hello", agent)
    await works.change(
        """INSERT INTO number SELECT tenant_id, '099', account_id, display_phone_number, display_name, 'broken',
                  profile, profile_confirmed_at, rate_per_second, status, created_at FROM number"""
    )
    other = await works.say(await works.a_conversation(agent, "447700900102"), "Waits", agent)
    await works.change("UPDATE outbox SET number_id = '099' WHERE message_id = %s", other.message_id)
    await drained(works)
    assert (await works.message(said.message_id)).status == "accepted"
    assert (await works.message(other.message_id)).status == "queued"


async def test_each_account_has_connections_of_its_own(works: Works, agent: UUID) -> None:
    await works.say(await works.a_conversation(agent), "Hello", agent)
    await drained(works)
    assert set(works.graph._pools) == {ACCOUNT}
