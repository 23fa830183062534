"""What a second reader says of a message, from the outbox to the wire."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import psycopg
import pytest

from parley.actions.moving import Actor, make_move
from parley.actions.speaking import preview
from parley.core.messages import Text
from parley.opinions.readers import Readers
from parley.settings import Settings
from parley.storage import conversations
from parley.workers.sender import Sender
from tests.opinions.standing_in import KEY, StandIn, a_service, moderated
from tests.workers.conftest import Works, a_person
from tests.workers.test_cases import a_supervisor, decide
from tests.workers.test_files_out import a_photo

LAST = """
SELECT verdict, clauses, facts -> 'opinions' FROM gate_decision WHERE message_id = %s ORDER BY seq DESC LIMIT 1
"""
Send = Callable[[], Any]


@pytest.fixture
def settings(settings: Settings, request: pytest.FixtureRequest) -> Settings:
    return settings.model_copy(update=getattr(request, "param", {}))


@pytest.fixture
async def service() -> AsyncIterator[StandIn]:
    async with a_service() as running:
        running.answer = judged
        yield running


@pytest.fixture
async def send(works: Works, service: StandIn, settings: Settings) -> AsyncIterator[Send]:
    """The sender with the service for a second reader, until nothing is left."""
    readers = Readers.open(settings.model_copy(update={"opinion_url": service.url, "opinion_key": KEY}))
    sender = Sender(works.database, works.clock, works.graph, works.vault, works.store, readers)

    async def drained() -> None:
        while await sender.work(works.tenant):
            pass

    yield drained
    assert readers is not None
    await readers.close()


def judged(question: dict[str, Any]) -> Any:
    """It minds marmalade, and is not sure of jam."""
    said = str(question["input"])
    return moderated(harassment=0.99 if "marmalade" in said else 0.7 if "jam" in said else 0.01)


async def test_what_it_clearly_objects_to_is_not_sent_and_the_author_is_told(
    works: Works, agent: UUID, send: Send, service: StandIn
) -> None:
    said = await works.say(await works.a_conversation(agent), "You marmalade", agent)
    assert said.status == "queued"
    await send()
    kept = await works.message(said.message_id)
    assert kept.status == "refused"
    assert kept.error is not None and "“harassment”" in kept.error["sentence"] and kept.error["clause"] == "E7"
    assert await works.platform.sends() == []
    ((verdict, clauses, opinions),) = await works.query(LAST, said.message_id)
    assert (verdict, clauses) == ("block", ["E7"])
    assert opinions[0]["model"] == "omni-moderation-2024-09-26"
    assert ("harassment", "E7") in {(hit["what"], hit["group"]) for hit in opinions[0]["hits"]}
    assert "marmalade" not in str(opinions)


async def test_what_it_doubts_waits_for_a_person_and_leaves_when_released(
    works: Works, agent: UUID, send: Send, service: StandIn
) -> None:
    said = await works.say(await works.a_conversation(agent), "You jam", agent)
    await send()
    assert (await works.message(said.message_id)).status == "held"
    await decide(works, "release", await a_supervisor(works))
    await send()
    assert [sent["text"] for sent in await works.platform.sends()] == ["You jam"]
    assert (await works.query(LAST, said.message_id))[0][0] == "warn"
    assert len(service.asked) == 1


async def test_what_it_has_nothing_against_leaves_and_only_the_words_were_shown(
    works: Works, agent: UUID, send: Send, service: StandIn
) -> None:
    await works.say(await works.a_conversation(agent), "Your card is on its way", agent)
    await send()
    assert [sent["text"] for sent in await works.platform.sends()] == ["Your card is on its way"]
    assert service.asked == [{"model": "omni-moderation-latest", "input": "Your card is on its way"}]


async def test_without_an_answer_a_message_goes_on_and_the_decision_says_so(
    works: Works, agent: UUID, send: Send, service: StandIn
) -> None:
    service.status = 500
    said = await works.say(await works.a_conversation(agent), "You marmalade", agent)
    await send()
    assert (await works.message(said.message_id)).status == "accepted"
    ((verdict, _, opinions),) = await works.query(LAST, said.message_id)
    assert (verdict, opinions[0]["failed"], opinions[0]["waits"]) == ("allow", "refused", False)


@pytest.mark.parametrize("settings", [{"opinion_if_silent": "hold"}], indirect=True)
async def test_without_an_answer_a_message_waits_where_the_installation_says_so(
    works: Works, agent: UUID, send: Send, service: StandIn
) -> None:
    service.status = 500
    said = await works.say(await works.a_conversation(agent), "Hello there", agent)
    await send()
    assert (await works.message(said.message_id)).status == "held"
    await decide(works, "release", await a_supervisor(works))
    await send()
    assert (await works.message(said.message_id)).status == "accepted"


async def test_drafts_and_what_a_rule_refuses_are_shown_to_nobody(
    works: Works, agent: UUID, send: Send, service: StandIn
) -> None:
    conversation = await works.a_conversation(agent)
    async with works.database.transaction(works.tenant) as db:
        actor = Actor("agent", agent)
        await preview(db, conversation, Text("A draft"), actor=actor, now=works.clock.now())
    said = await works.say(conversation, "Hello there", agent)
    works.clock.moved += timedelta(hours=25)  # the window closes before it leaves
    await send()
    assert (await works.message(said.message_id)).status == "refused"
    assert service.asked == []


async def test_nothing_is_locked_while_the_reader_thinks(
    works: Works, agent: UUID, send: Send, service: StandIn
) -> None:
    service.delay = 0.5
    await works.say(await works.a_conversation(agent), "Hello there", agent)
    sending = asyncio.ensure_future(send())
    await service.came.wait()
    try:
        locked = await works.query("SELECT state FROM outbox FOR UPDATE NOWAIT")
    except psycopg.errors.LockNotAvailable:
        locked = []
    await sending
    assert locked == [("pending",)]


async def test_an_answer_that_does_not_leave_is_no_answer_and_it_is_the_agents_turn_again(
    works: Works, agent: UUID, send: Send, service: StandIn
) -> None:
    conversation = await works.a_conversation(agent)
    for words, then in (("You jam", "held"), ("You marmalade", "refused")):
        said = await works.say(conversation, words, agent)
        assert (await works.conversation(conversation.conversation_id)).state == "waiting"
        await send()
        now = await works.conversation(conversation.conversation_id)
        assert ((await works.message(said.message_id)).status, now.state, now.owner_id) == (then, "active", agent)
    await decide(works, "release", await a_supervisor(works))
    assert (await works.conversation(conversation.conversation_id)).state == "waiting"


async def test_it_is_not_the_turn_of_a_colleague_who_took_over_and_answered(
    works: Works, agent: UUID, send: Send, service: StandIn
) -> None:
    conversation = await works.a_conversation(agent)
    await works.say(conversation, "You marmalade", agent)
    other = await a_person(works, "cy@northbank.example")
    async with works.database.transaction(works.tenant) as db:
        known = await conversations.lock(db, works.tenant, conversation.conversation_id)
        await make_move(db, known, "take_over", actor=Actor("agent", other), to=other, now=works.clock.now())
    await works.say(conversation, "Hello, I am Cy", other)
    await send()
    now = await works.conversation(conversation.conversation_id)
    assert (now.state, now.owner_id) == ("waiting", other)


async def test_what_the_bot_may_not_say_is_said_by_a_person(works: Works, send: Send, service: StandIn) -> None:
    conversation = await works.a_conversation()
    await works.say(conversation, "You marmalade")
    await send()
    assert (await works.conversation(conversation.conversation_id)).state in ("queued", "offered")


CLASSIFIER = {"media_screening": "classifier", "media_classifier": "sh -c 'exit 1'"}


@pytest.mark.parametrize("settings", [CLASSIFIER], indirect=True)
async def test_a_picture_that_the_classifier_minds_waits_and_a_person_clears_it_for_good(
    works: Works, agent: UUID, send: Send, service: StandIn
) -> None:
    conversation = await works.a_conversation(agent)
    first = await works.say(conversation, await a_photo(works), agent)
    assert first.status == "queued"
    await send()
    assert (await works.message(first.message_id)).status == "held"
    assert await works.query("SELECT clauses FROM policy_case") == [(["E7"],)]
    await decide(works, "release", await a_supervisor(works))
    again = await works.say(conversation, await a_photo(works), agent)
    await send()
    assert [(await works.message(each.message_id)).status for each in (first, again)] == ["accepted", "accepted"]
    ((_, _, opinions),) = await works.query(LAST, again.message_id)
    assert [each for each in opinions if each["of"] == "file"] == []


@pytest.mark.parametrize("settings", [CLASSIFIER | {"media_classifier": "sh -c 'exit 0'"}], indirect=True)
async def test_a_picture_that_the_classifier_does_not_mind_leaves(
    works: Works, agent: UUID, send: Send, service: StandIn
) -> None:
    said = await works.say(await works.a_conversation(agent), await a_photo(works), agent)
    await send()
    assert (await works.message(said.message_id)).status == "accepted"
    ((verdict, _, opinions),) = await works.query(LAST, said.message_id)
    assert (verdict, [each["reader"] for each in opinions if each["of"] == "file"]) == ("allow", ["command"])
