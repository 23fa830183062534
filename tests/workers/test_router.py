from datetime import timedelta
from typing import Any
from uuid import UUID

from parley.actions.moving import Actor, make_move
from parley.storage import conversations
from tests.workers.conftest import Works, a_person


async def queue(works: Works, count: int = 1) -> None:
    for number in range(count):
        await works.receive(works.a_message("a person, please", sender=f"4477009001{number:02d}"), lane=f"lane{number}")
    while await works.inbox.work(works.tenant):
        pass


async def offers(works: Works) -> list[Any]:
    return await works.query("SELECT account_id, outcome FROM offer ORDER BY offered_at, offer_id")


async def routed(works: Works) -> None:
    while await works.router.work(works.tenant):
        pass


async def act(works: Works, name: Any, account: UUID, **more: Any) -> None:
    async with works.database.transaction(works.tenant) as db:
        ((conversation_id,),) = await works.query("SELECT conversation_id FROM conversation")
        conversation = await conversations.lock(db, works.tenant, conversation_id)
        await make_move(db, conversation, name, actor=Actor("agent", account), now=works.clock.now(), **more)


async def test_who_waits_is_offered_to_a_free_person_with_the_reason(works: Works, agent: UUID) -> None:
    await queue(works)
    await routed(works)
    assert await offers(works) == [(agent, "open")]
    ((state, reason),) = await works.query(
        "SELECT state, decision ->> 'reason' FROM conversation JOIN offer USING (tenant_id, conversation_id)"
    )
    assert state == "offered" and "of 4 open" in reason


async def test_nobody_gets_more_than_they_can_take(works: Works) -> None:
    await a_person(works, "one@x.example", capacity=2)
    await queue(works, 5)
    await routed(works)
    assert len(await offers(works)) == 2
    assert await works.query("SELECT count(*) FROM conversation WHERE state = 'queued'") == [(3,)]


async def test_who_is_away_or_has_closed_the_desk_is_not_asked(works: Works) -> None:
    await a_person(works, "away@x.example", presence="away")
    gone = await a_person(works, "gone@x.example")
    await works.change(
        "UPDATE account SET presence_at = presence_at - interval '5 minutes' WHERE account_id = %s", gone
    )
    await queue(works)
    await routed(works)
    assert await offers(works) == []


async def test_a_refusal_goes_to_the_next_person_and_not_back_at_once(works: Works) -> None:
    await a_person(works, "one@x.example")
    await a_person(works, "two@x.example")
    await queue(works)
    await routed(works)
    ((first, _),) = await offers(works)
    await act(works, "withdraw", first, offer_outcome="declined")
    await routed(works)
    (_, (second, outcome)) = await offers(works)
    assert second != first and outcome == "open"


async def test_an_offer_that_nobody_answers_is_taken_back_and_made_again_later(works: Works, agent: UUID) -> None:
    await queue(works)
    await routed(works)
    works.clock.moved += timedelta(seconds=31)
    await works.timekeeper.work(works.tenant)
    assert await offers(works) == [(agent, "timed_out")]
    await routed(works)
    assert len(await offers(works)) == 1  # they were just asked
    works.clock.moved += timedelta(seconds=61)
    await routed(works)
    assert [outcome for _, outcome in await offers(works)] == ["timed_out", "open"]


async def test_an_accepted_offer_makes_the_person_the_owner(works: Works, agent: UUID) -> None:
    await queue(works)
    await routed(works)
    await act(works, "accept", agent, to=agent)
    assert await offers(works) == [(agent, "accepted")]
    assert await works.query("SELECT state, owner_kind, owner_id FROM conversation") == [("active", "person", agent)]


async def test_the_skill_that_the_question_needs_decides(works: Works) -> None:
    await a_person(works, "other@x.example", skills=["payments"])
    knows = await a_person(works, "knows@x.example", skills=["cards"])
    await queue(works)
    await works.change("UPDATE conversation SET skill = 'cards'")
    await routed(works)
    assert (await offers(works))[0][0] == knows


async def test_who_has_been_silent_for_days_is_closed(works: Works, agent: UUID) -> None:
    conversation = await works.a_conversation(agent)
    await works.say(conversation, "Anything else?", agent)
    works.clock.moved += timedelta(hours=71)
    await works.timekeeper.work(works.tenant)
    assert (await works.conversation(conversation.conversation_id)).state == "waiting"
    works.clock.moved += timedelta(hours=2)
    await works.timekeeper.work(works.tenant)
    assert (await works.conversation(conversation.conversation_id)).state == "closed"
