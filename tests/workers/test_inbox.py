from datetime import timedelta
from typing import Any
from uuid import UUID

from parley.core.chatbot.phrases import phrase
from tests.workers.conftest import ANA, NUMBER, Works


async def handled(works: Works) -> None:
    while await works.inbox.work(works.tenant):
        pass


async def replies(works: Works) -> list[str]:
    rows = await works.query("SELECT content ->> 'body' FROM message WHERE direction = 'out' ORDER BY position")
    return [row[0] for row in rows]


async def state(works: Works) -> tuple[str, str]:
    ((found, owner),) = await works.query("SELECT state, owner_kind FROM conversation")
    return found, owner


async def test_a_new_customer_gets_a_contact_a_conversation_and_a_window(works: Works) -> None:
    await works.receive(works.a_message("hello"))
    await handled(works)
    ((source, phone),) = await works.query(
        "SELECT number_source, value FROM contact JOIN contact_identity USING (tenant_id, contact_id)"
    )
    assert (source, phone) == ("wrote_first", ANA)
    ((hours,),) = await works.query(
        "SELECT round(extract(epoch FROM window_expires_at - now()) / 3600) FROM conversation"
    )
    assert hours == 24
    assert await state(works) == ("bot", "bot")
    assert await replies(works) == ["Welcome."]


async def test_the_same_message_reported_again_changes_nothing(works: Works) -> None:
    for _ in range(3):
        await works.receive(works.a_message("hello", wamid="wamid.same"))
    await handled(works)
    assert await replies(works) == ["Welcome."]
    assert await works.query("SELECT count(*) FROM message WHERE direction = 'in'") == [(1,)]


async def test_asking_for_a_person_queues_within_one_turn(works: Works) -> None:
    await works.receive(works.a_message("I want to talk to a person"))
    await handled(works)
    assert await state(works) == ("queued", "queue")
    assert await replies(works) == [phrase("handing_over", "en")]


async def test_two_failed_turns_offer_the_ways_out(works: Works) -> None:
    for text in ("qwe rty uio", "zxc vbn mlk"):
        await works.receive(works.a_message(text))
    await handled(works)
    assert (await replies(works))[-1] == phrase("paths", "en")


async def test_a_person_who_has_the_conversation_is_not_talked_over_by_the_bot(works: Works, agent: UUID) -> None:
    await works.a_conversation(agent)
    await works.receive(works.a_message("hello"))
    await handled(works)
    assert await replies(works) == []
    assert await works.query("SELECT unread, owner_id FROM conversation") == [(1, agent)]


async def test_without_a_published_bot_people_are_asked(works: Works) -> None:
    await works.change("DELETE FROM bot")
    await works.receive(works.a_message("hello"))
    await handled(works)
    assert await state(works) == ("queued", "queue")


async def test_a_stop_counts_at_once_is_confirmed_once_and_takes_start_back(works: Works) -> None:
    for text in ("STOP", "stop", "START"):
        await works.receive(works.a_message(text))
    await handled(works)
    said = await replies(works)
    assert said == [phrase("stopped", "en", business="Northbank"), phrase("resumed", "en")]
    words = await works.query("SELECT action, method, wording <> '' FROM consent ORDER BY consent_id")
    assert words == [("opt_out", "chat", False), ("opt_out", "chat", False), ("opt_in", "chat", True)]


async def test_the_one_confirmation_of_a_stop_leaves_though_nothing_else_may(works: Works) -> None:
    await works.receive(works.a_message("STOP"))
    await handled(works)
    while await works.sender.work(works.tenant):
        pass
    assert [sent["text"] for sent in await works.platform.sends()] == [phrase("stopped", "en", business="Northbank")]


async def test_a_number_that_was_taken_out_is_on_record_and_the_customer_is_told(works: Works) -> None:
    payload = works.a_message("my card •••• 1111 does not work")
    await works.receive(payload | {"taken_out": ["card number"]})
    await handled(works)
    assert phrase("redacted", "en") in await replies(works)
    assert await works.query("SELECT moment, verdict, clauses FROM gate_decision") == [("inbound", "redact", ["D3"])]


async def test_events_of_one_lane_stay_in_order_and_one_that_fails_is_set_aside_in_the_end(works: Works) -> None:
    broken = works.a_message("first")
    broken["contact"] = {"profile": {"name": "x" * 10}, "wa_id": ANA}
    broken["message"]["from"] = ["not", "a", "text"]  # a person whose number can not be read
    broken["number_id"] = "unknown-number"
    await works.receive(broken)
    await works.receive(works.a_message("hello"))
    await works.receive(works.a_message("hello", sender="447700900777"), lane="other")
    await handled(works)
    rows = await works.query("SELECT state, attempts, reason FROM inbox_event ORDER BY event_id")
    assert [row[0] for row in rows] == ["quarantined", "done", "done"]
    assert rows[0][1] == 5 and rows[0][2]


async def test_what_is_not_handled_yet_is_set_aside_with_its_name(works: Works) -> None:
    await works.receive({"raw": {"field": "account_update", "value": {}}}, kind="other")
    await works.receive({"number_id": NUMBER, "status": {"id": "x", "status": "sent", "timestamp": "1"}}, kind="status")
    await handled(works)
    reasons = [row[0] for row in await works.query("SELECT reason FROM inbox_event ORDER BY event_id")]
    assert "account_update" in reasons[0] and "not sent from here" in reasons[1]


async def test_a_status_never_moves_back(works: Works, agent: UUID) -> None:
    said = await works.say(await works.a_conversation(agent), "Hello", agent)
    for name in ("read", "delivered", "sent", "read"):
        status = {"id": "wamid.out", "status": name, "timestamp": "1790000000", "recipient_id": ANA}
        status["biz_opaque_callback_data"] = str(said.message_id)
        await works.receive({"number_id": NUMBER, "status": status}, kind="status")
    await handled(works)
    assert (await works.message(said.message_id)).status == "read"


async def test_a_template_that_the_platform_paused_is_paused_here(works: Works) -> None:
    await works.change(
        "INSERT INTO template VALUES (%s, '200', 'follow_up', 'en', 'utility', 'APPROVED', '[]', now())", works.tenant
    )
    value = {"event": "PAUSED", "message_template_name": "follow_up", "message_template_language": "en"}
    await works.receive({"raw": {"field": "message_template_status_update", "value": value}}, kind="other")
    await works.change("UPDATE inbox_event SET number_id = '200'")
    await handled(works)
    assert await works.query("SELECT status FROM template") == [("PAUSED",)]


async def test_whatsapps_own_stop_of_marketing_is_an_opt_out_of_marketing(works: Works) -> None:
    wish = {"wa_id": ANA, "category": "marketing_messages", "value": "stop", "timestamp": 1790000002}
    value = {"metadata": {"phone_number_id": NUMBER}, "user_preferences": [wish]}
    await works.receive({"raw": {"field": "user_preferences", "value": value}}, kind="other")
    await handled(works)
    assert await works.query("SELECT purpose, action, method FROM consent") == [("marketing", "opt_out", "platform")]


async def test_start_gives_back_no_more_than_was_agreed_to_where_the_notice_was_never_shown(works: Works) -> None:
    conversation = await works.a_conversation()
    await works.opt("opt_out", "all", conversation.contact_id)
    works.clock.moved += timedelta(seconds=2)
    await works.receive(works.a_message("START"))
    await handled(works)
    words = await works.query("SELECT action, method, wording FROM consent ORDER BY consent_id")
    assert words == [("opt_out", "form", ""), ("opt_in", "chat", "")]


async def test_whoever_writes_to_a_person_who_has_gone_home_is_queued_again(works: Works, agent: UUID) -> None:
    conversation = await works.a_conversation(agent)
    await works.say(conversation, "I will look into it", agent)
    await works.change("UPDATE account SET presence = 'offline'")
    await works.receive(works.a_message("Any news?"))
    await handled(works)
    assert await state(works) == ("queued", "queue")
    assert await works.query("SELECT data ->> 'reason' FROM conversation_event WHERE kind = 'transfer_to_team'") == [
        ("their desk is closed",)
    ]


async def test_whoever_writes_to_a_person_who_is_away_for_a_moment_stays_with_them(works: Works, agent: UUID) -> None:
    await works.a_conversation(agent)
    await works.change("UPDATE account SET presence = 'away'")
    await works.receive(works.a_message("Any news?"))
    await handled(works)
    assert await state(works) == ("active", "person")


async def test_a_bots_answer_that_whatsapp_could_not_deliver_goes_to_a_person(works: Works) -> None:
    said = await works.say(await works.a_conversation(), "The bot's answer")
    status: dict[str, Any] = {"id": "wamid.out", "status": "failed", "timestamp": "1790000000", "recipient_id": ANA}
    status |= {"biz_opaque_callback_data": str(said.message_id), "errors": [{"code": 131053, "title": "No file"}]}
    await works.receive({"number_id": NUMBER, "status": status}, kind="status")
    await handled(works)
    assert await state(works) == ("queued", "queue")


async def test_what_a_customer_writes_of_their_health_is_for_people_only(works: Works) -> None:
    await works.receive(works.a_message("I have had chest pain for two days, my doctor says it is my heart"))
    await works.inbox.work(works.tenant)
    ((state, shown),) = await works.query("SELECT state, last_message_text FROM conversation")
    assert state == "queued"
    assert "chest" not in shown
    assert await works.query("SELECT 1 FROM message WHERE direction = 'out' AND author_kind = 'bot'") == []
    assert (["D4"],) in await works.query("SELECT clauses FROM gate_decision WHERE moment = 'inbound'")


async def test_a_card_number_in_pieces_is_never_whole_in_the_thread(works: Works) -> None:
    for piece in ("my card is 4539", "1488", "0343", "6467"):
        await works.receive(works.a_message(piece))
        while await works.inbox.work(works.tenant):
            pass
    said = await works.query("SELECT content ->> 'body' FROM message WHERE direction = 'in' ORDER BY position")
    assert any("•" in body for (body,) in said)
    taken = await works.query("SELECT verdict FROM gate_decision WHERE moment = 'inbound'")
    assert ("redact",) in taken


async def test_a_bare_number_is_taken_out_where_it_was_asked_for(works: Works, agent: UUID) -> None:
    conversation = await works.a_conversation(agent)
    await works.has_said(conversation, "Please tell me your social security number")
    await works.receive(works.a_message("987 65 4321"))
    await works.change("UPDATE inbox_event SET dedup_key = 'm:100:' || (payload #>> '{message,id}')")  # as they come
    await works.inbox.work(works.tenant)
    ((said,),) = await works.query("SELECT content ->> 'body' FROM message WHERE direction = 'in'")
    assert "987" not in said
    assert "987 65" not in str(await works.query("SELECT payload FROM inbox_event"))


async def test_a_bare_number_is_taken_out_some_messages_after_it_was_asked_for(works: Works, agent: UUID) -> None:
    conversation = await works.a_conversation(agent)
    await works.has_said(conversation, "What is your account number? You will find it on your invoice.")
    for written in ("one moment", "here you are: 5528103947"):
        await works.receive(works.a_message(written))
        await works.change("UPDATE inbox_event SET dedup_key = 'm:100:' || (payload #>> '{message,id}')")
        while await works.inbox.work(works.tenant):
            pass
    said = await works.query("SELECT content ->> 'body' FROM message WHERE direction = 'in' ORDER BY position")
    assert said == [("one moment",), ("here you are: •••• 3947",)]
    assert "5528103947" not in str(await works.query("SELECT payload FROM inbox_event"))
