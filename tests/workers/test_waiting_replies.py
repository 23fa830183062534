"""A reply that waits for the customer's next message: through the inbox, the outbox, the gate and to the platform."""

import asyncio
import contextlib
from datetime import timedelta
from typing import Any
from uuid import UUID

import psycopg
import pytest

from parley.actions.close import close
from parley.actions.hand_to_bot import hand_to_bot
from parley.actions.let_reply_wait import let_reply_wait, withdraw_reply
from parley.actions.record_consent import record_consent
from parley.actions.screen_standing import screen_standing
from parley.actions.transfer import transfer
from parley.core.chatbot.phrases import phrase
from parley.core.conversation import WAITS_FOR, Conversation, WaitingReply
from parley.core.messages import Content, Media, Text
from parley.core.policy.verdicts import Decision
from parley.storage import subjects, waiting_replies
from parley.storage.conversations import get
from tests.holding import WORD, hold_odd_words
from tests.workers.conftest import NUMBER, Works, a_person

WORDS = "Your new card is at the branch."
CARD = "Your card is 4111 1111 1111 1111."
# Whoever waits for a row that we hold, killed as a machine that loses its power would be.
KILL_WHO_WAITS = """
SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
 WHERE datname = current_database() AND wait_event_type = 'Lock'
"""


async def waits(
    works: Works, agent: UUID, content: Content | str = WORDS, talk: Conversation | None = None
) -> Conversation:
    """A conversation of the agent whose window has closed, and a reply that waits in it."""
    if talk is None:
        talk = await works.a_conversation(agent)
        works.clock.moved += timedelta(hours=25)
    kept = await writes(works, talk, agent, content)
    assert isinstance(kept, WaitingReply), kept
    return await works.conversation(talk.conversation_id)


async def writes(
    works: Works, talk: Conversation, agent: UUID, content: Content | str = WORDS
) -> WaitingReply | Decision:
    async with works.database.transaction(works.tenant) as db:
        known = await get(db, works.tenant, talk.conversation_id)
        return await let_reply_wait(
            db,
            works.tenant,
            talk.conversation_id,
            Text(content) if isinstance(content, str) else content,
            account_id=agent,
            owner_version=known.owner_version,
            now=works.clock.now(),
        )


async def customer_writes(works: Works, body: str = "Hello?") -> None:
    await works.receive(works.a_message(body))
    while await works.inbox.work(works.tenant):
        pass


async def sent(works: Works) -> list[str]:
    while await works.sender.work(works.tenant):
        pass
    return [each["text"] for each in await works.platform.sends()]


async def reply(works: Works, talk: Conversation) -> WaitingReply | None:
    async with works.database.transaction(works.tenant) as db:
        return await waiting_replies.get(db, works.tenant, talk.conversation_id)


async def stopped(works: Works, talk: Conversation) -> str:
    found = await reply(works, talk)
    return found.stopped if found else "gone"


async def happened(works: Works) -> list[str]:
    rows = await works.query("SELECT kind FROM conversation_event WHERE kind LIKE 'reply%%' ORDER BY event_id")
    return [row[0] for row in rows]


async def test_it_waits_for_the_customers_next_message_and_then_leaves_once(works: Works, agent: UUID) -> None:
    talk = await waits(works, agent)
    assert (talk.state, talk.owner_id) == ("waiting", agent)
    assert await sent(works) == []
    await customer_writes(works)
    await customer_writes(works, "Are you there?")
    assert await sent(works) == [WORDS]
    assert await reply(works, talk) is None
    assert await happened(works) == ["reply_waits", "reply_left"]


async def test_it_is_the_agents_turn_afterwards_who_sees_what_left_and_why(works: Works, agent: UUID) -> None:
    talk = await waits(works, agent)
    written_at = works.clock.now()
    works.clock.moved += timedelta(days=2)
    await customer_writes(works, "Never mind, it is solved")
    known = await works.conversation(talk.conversation_id)
    assert (known.state, known.owner_id, known.unread) == ("active", agent, 1)
    assert (known.last_message_from, known.last_message_text) == ("agent", WORDS)
    ((context, author, kind),) = await works.query(
        "SELECT context, author_id, author_kind FROM message WHERE direction = 'out'"
    )
    assert (author, kind) == (agent, "agent")
    assert context["waited_since"][:16] == written_at.isoformat()[:16]


async def test_it_leaves_though_its_writer_has_gone_home_and_the_customer_queues(works: Works, agent: UUID) -> None:
    talk = await waits(works, agent)
    await works.change("UPDATE account SET presence = 'offline'")
    await customer_writes(works)
    assert (await works.conversation(talk.conversation_id)).state == "queued"
    assert await sent(works) == [WORDS]


async def test_it_goes_with_the_conversation_to_whoever_has_it_next(works: Works, agent: UUID) -> None:
    talk = await waits(works, agent)
    cho = await a_person(works, "cho@northbank.example")
    async with works.database.transaction(works.tenant) as db:
        await transfer(
            db, works.tenant, talk.conversation_id, account_id=agent, team_id=None, to=cho, now=works.clock.now()
        )
    changed = await writes(works, talk, cho, "Your new card is at the High Street branch.")
    assert isinstance(changed, WaitingReply) and changed.written_by == cho
    await customer_writes(works)
    assert await sent(works) == ["Your new card is at the High Street branch."]
    assert await happened(works) == ["reply_waits", "reply_changed", "reply_left"]


async def test_the_answer_to_a_template_opens_the_window_for_it_too(works: Works, agent: UUID) -> None:
    await works.change(
        "INSERT INTO template VALUES (%s, '200', 'follow_up', 'en', 'utility', 'APPROVED', '[]', now())", works.tenant
    )
    talk = await waits(works, agent)
    tap = works.a_message()
    tap["message"] |= {"type": "button", "button": {"payload": "yes", "text": "Yes please"}}
    await works.receive(tap)
    while await works.inbox.work(works.tenant):
        pass
    assert await sent(works) == [WORDS]
    assert await reply(works, talk) is None


async def test_a_reaction_opens_no_window_and_lets_it_wait(works: Works, agent: UUID) -> None:
    talk = await waits(works, agent)
    liked = works.a_message()
    liked["message"] |= {"type": "reaction", "reaction": {"message_id": "wamid.x", "emoji": "👍"}}
    await works.receive(liked)
    while await works.inbox.work(works.tenant):
        pass
    assert await stopped(works, talk) == ""
    assert await sent(works) == []


async def test_news_that_comes_a_day_late_lets_it_wait_on(works: Works, agent: UUID) -> None:
    talk = await waits(works, agent)
    late = works.a_message()
    late["message"]["timestamp"] = str(int((works.clock.now() - timedelta(hours=24, seconds=1)).timestamp()))
    await works.receive(late)
    while await works.inbox.work(works.tenant):
        pass
    assert await stopped(works, talk) == ""
    await customer_writes(works)
    assert await sent(works) == [WORDS]


async def test_whoever_says_stop_does_not_get_it_and_the_agent_is_told(works: Works, agent: UUID) -> None:
    talk = await waits(works, agent)
    await customer_writes(works, "STOP")
    assert await stopped(works, talk) == "opted_out"
    await customer_writes(works, "Do you open on Sundays?")
    assert await sent(works) == [phrase("stopped", "en", business="Northbank")]
    assert await happened(works) == ["reply_waits", "reply_stopped"]


async def test_a_stop_by_telephone_ends_it_at_once(works: Works, agent: UUID) -> None:
    talk = await waits(works, agent)
    async with works.database.transaction(works.tenant) as db:
        await record_consent(
            db,
            works.tenant,
            talk.contact_id,
            purpose="all",
            action="opt_out",
            method="telephone",
            account_id=agent,
            now=works.clock.now(),
        )
    assert await stopped(works, talk) == "opted_out"
    assert (await works.conversation(talk.conversation_id)).state == "active", "its agent has to think again"
    await customer_writes(works)
    assert await sent(works) == []


async def test_the_gate_itself_stops_it_after_a_stop_that_nobody_told_it_of(works: Works, agent: UUID) -> None:
    talk = await waits(works, agent)
    works.clock.moved += timedelta(minutes=1)
    await works.opt("opt_out", "all", talk.contact_id)
    works.clock.moved += timedelta(minutes=1)
    await customer_writes(works, "Do you open on Sundays?")
    found = await reply(works, talk)
    assert found is not None and found.stopped == "refused" and found.refusal is not None
    assert found.refusal["clause"] == "B7"
    assert await sent(works) == []
    verdicts = await works.query("SELECT verdict, clauses FROM gate_decision ORDER BY seq DESC LIMIT 1")
    assert verdicts == [("block", ["B7"])]


async def test_a_stop_between_the_two_questions_of_the_gate_ends_it_too(works: Works, agent: UUID) -> None:
    talk = await waits(works, agent)
    await customer_writes(works)
    await works.opt("opt_out", "all", talk.contact_id)
    works.clock.moved += timedelta(minutes=1)
    await works.change("UPDATE conversation SET window_expires_at = %s", works.clock.now() + timedelta(hours=24))
    assert await sent(works) == []
    assert await works.query("SELECT status, error ->> 'clause' FROM message WHERE direction = 'out'") == [
        ("refused", "B7")
    ]


async def test_whoever_had_said_stop_is_not_kept_a_reply(works: Works, agent: UUID) -> None:
    talk = await works.a_conversation(agent)
    works.clock.moved += timedelta(hours=25)
    await works.opt("opt_out", "all", talk.contact_id)
    refused = await writes(works, talk, agent)
    assert isinstance(refused, Decision) and refused.clauses == ("B7",)
    assert await reply(works, talk) is None


async def test_a_breach_is_told_when_it_is_written(works: Works, agent: UUID) -> None:
    talk = await works.a_conversation(agent)
    works.clock.moved += timedelta(hours=25)
    refused = await writes(works, talk, agent, CARD)
    assert isinstance(refused, Decision) and "D3" in refused.clauses
    assert await reply(works, talk) is None
    assert await works.query("SELECT moment, verdict FROM gate_decision") == [("agent", "block")]


async def test_what_the_gate_holds_is_looked_at_when_it_leaves(
    works: Works, agent: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold_odd_words(monkeypatch)
    talk = await waits(works, agent, f"We sell {WORD}")
    await customer_writes(works)
    assert await sent(works) == []
    assert await works.query("SELECT status FROM message WHERE direction = 'out'") == [("held",)]
    assert await works.query("SELECT kind, state FROM policy_case") == [("hold", "open")]
    assert await reply(works, talk) is None


async def test_a_file_waits_and_leaves_too(works: Works, agent: UUID) -> None:
    terms = Media("document", await a_file(works), "application/pdf", caption="The terms", filename="terms.pdf")
    await waits(works, agent, terms)
    await customer_writes(works)
    await sent(works)
    ((kind, status),) = await works.query("SELECT type, status FROM message WHERE direction = 'out'")
    assert (kind, status) == ("media", "accepted")


async def a_file(works: Works) -> str:
    """What the agent has uploaded."""
    ((media_id,),) = await works.query(
        """INSERT INTO media (tenant_id, media_id, number_id, mime_type, filename, size, state, content, created_at)
           VALUES (%s, gen_random_uuid(), %s, 'application/pdf', 'terms.pdf', 8, 'stored', '%%PDF-1.7', now())
           RETURNING media_id""",
        works.tenant,
        NUMBER,
    )
    return str(media_id)


async def test_who_closes_the_conversation_or_gives_it_to_the_bot_stops_it(works: Works, agent: UUID) -> None:
    talk = await waits(works, agent)
    async with works.database.transaction(works.tenant) as db:
        await close(db, works.tenant, talk.conversation_id, account_id=agent, now=works.clock.now())
    assert await stopped(works, talk) == "closed"
    other = await waits(works, agent, talk=await a_silent_one(works, agent))
    async with works.database.transaction(works.tenant) as db:
        await hand_to_bot(db, works.tenant, other.conversation_id, account_id=agent, now=works.clock.now())
    assert await stopped(works, other) == "bot_has_it"
    await customer_writes(works)
    assert WORDS not in await sent(works)


async def a_silent_one(works: Works, agent: UUID) -> Conversation:
    """Of a customer who never wrote."""
    talk = await works.a_conversation(agent)
    await works.change("UPDATE conversation SET window_expires_at = NULL")
    return talk


async def test_who_takes_it_back_has_the_turn_again(works: Works, agent: UUID) -> None:
    talk = await waits(works, agent)
    async with works.database.transaction(works.tenant) as db:
        await withdraw_reply(db, works.tenant, talk.conversation_id, account_id=agent, now=works.clock.now())
    assert (await works.conversation(talk.conversation_id)).state == "active"
    await customer_writes(works)
    assert await sent(works) == []
    assert await happened(works) == ["reply_waits", "reply_withdrawn"]


async def test_it_keeps_its_conversation_open_for_seven_days_and_then_asks_its_agent(works: Works, agent: UUID) -> None:
    talk = await waits(works, agent)
    await works.change("UPDATE conversation SET due_at = %s", works.clock.now() + timedelta(hours=72))
    works.clock.moved += timedelta(hours=72)
    await works.timekeeper.work(works.tenant)
    assert (await works.conversation(talk.conversation_id)).state == "waiting"
    works.clock.moved += WAITS_FOR - timedelta(hours=72)
    await works.timekeeper.work(works.tenant)
    assert (await works.conversation(talk.conversation_id)).state == "active"
    assert await stopped(works, talk) == "too_old"
    await customer_writes(works)
    assert await sent(works) == []


async def test_a_colleague_who_answers_from_the_phone_is_not_talked_over(works: Works, agent: UUID) -> None:
    talk = await waits(works, agent)
    await works.change(
        "INSERT INTO thread_owner VALUES (%s, %s, %s, 'phone_app', %s)",
        works.tenant,
        NUMBER,
        talk.contact_id,
        works.clock.now(),
    )
    await customer_writes(works)
    assert await stopped(works, talk) == "elsewhere"
    assert await sent(works) == []


async def test_a_worker_that_is_killed_over_it_loses_nothing_and_doubles_nothing(works: Works, agent: UUID) -> None:
    talk = await waits(works, agent)
    await works.receive(works.a_message())
    async with works.database.transaction(works.tenant) as holding:
        await holding.execute("SELECT 1 FROM waiting_reply FOR UPDATE")  # it gets as far as the end, before the commit
        worker = asyncio.create_task(works.inbox.work(works.tenant))
        while (await works.query(KILL_WHO_WAITS))[0][0] == 0:  # noqa: ASYNC110 - the database tells nobody of a lock
            await asyncio.sleep(0.02)
        with contextlib.suppress(psycopg.Error):
            await worker
        assert await stopped(works, talk) == ""
        assert await works.query("SELECT 1 FROM message WHERE direction = 'out'") == []
    while await works.inbox.work(works.tenant):
        pass
    assert await sent(works) == [WORDS]
    assert await reply(works, talk) is None


async def test_who_is_erased_leaves_none_and_a_copy_shows_it(works: Works, agent: UUID) -> None:
    talk = await waits(works, agent)
    async with works.database.transaction(works.tenant) as db:
        copy: dict[str, Any] = await subjects.about(db, works.tenant, talk.contact_id, works.store)
        assert [each["content"]["body"] for each in copy["waiting_replies"]] == [WORDS]
        counts = await subjects.erase(db, works.tenant, talk.contact_id, works.clock.now())
    assert counts["waiting_replies"] == 1
    assert await reply(works, talk) is None


async def test_what_the_policy_does_not_allow_any_more_is_stopped_while_it_waits(works: Works, agent: UUID) -> None:
    talk = await waits(works, agent)
    assert (await works.conversation(talk.conversation_id)).state == "waiting"
    await works.change("UPDATE waiting_reply SET content = jsonb_set(content, '{body}', to_jsonb(%s::text))", CARD)
    _, failed = await screen_standing(works.database, works.tenant, works.clock.now(), cause="test")
    found = await reply(works, talk)
    assert [each.kind for each in failed] == ["waiting_reply"]
    assert found is not None and found.refusal is not None
    assert (found.stopped, found.refusal["clause"]) == ("refused", "D3")
    assert (await works.conversation(talk.conversation_id)).state == "active"
    await customer_writes(works)
    assert await sent(works) == []
