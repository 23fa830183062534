"""A number that is also on a phone: a colleague's answer there keeps the bot silent, until a person says otherwise."""

from typing import Any
from uuid import UUID

from parley.actions.hand_to_bot import hand_to_bot
from parley.actions.receive_message import receive_message
from parley.core.chatbot import Guess
from parley.whatsapp.inbound import read_message
from tests.workers.conftest import ANA, NUMBER, Works, a_bot

OUTBOX = "SELECT count(*) FROM outbox WHERE kind = 'message'"


async def an_echo(works: Works, wamid: str) -> None:
    payload: dict[str, Any] = works.a_message("From the phone", wamid)
    payload["message"] |= {"from": "442079460100", "to": ANA}
    await works.receive(payload | {"came_as": "echo"})
    await works.inbox.work(works.tenant)


async def ana_asks(works: Works) -> None:
    message = read_message(works.a_message("Where is my card?"))
    async with works.database.transaction(works.tenant) as db:
        bot, now = a_bot(Guess("card_arrival", 0.95)), works.clock.now()
        await receive_message(db, works.tenant, message, bot, now, works.clock.wall())


async def test_who_hands_to_the_bot_ends_the_silence_that_the_phone_asked_for(works: Works, agent: UUID) -> None:
    conversation = await works.a_conversation(agent)
    await an_echo(works, "wamid.e1")
    async with works.database.transaction(works.tenant) as db:
        await hand_to_bot(db, works.tenant, conversation.conversation_id, account_id=agent, now=works.clock.now())
    await ana_asks(works)
    assert await works.query(OUTBOX) == [(1,)]
    assert (await works.conversation(conversation.conversation_id)).state == "bot"
    await works.sender.work(works.tenant)
    assert len(await works.platform.sends()) == 1


async def test_a_later_answer_from_the_phone_silences_it_again(works: Works, agent: UUID) -> None:
    conversation = await works.a_conversation(agent)
    async with works.database.transaction(works.tenant) as db:
        await hand_to_bot(db, works.tenant, conversation.conversation_id, account_id=agent, now=works.clock.now())
    await an_echo(works, "wamid.e2")
    await ana_asks(works)
    assert await works.query(OUTBOX) == [(0,)]
    assert (await works.conversation(conversation.conversation_id)).state == "queued"


async def test_what_another_application_has_stays_theirs(works: Works, agent: UUID) -> None:
    conversation = await works.a_conversation(agent)
    owned = "INSERT INTO thread_owner VALUES (%s, %s, %s, 'other_app', now())"
    await works.change(owned, works.tenant, NUMBER, conversation.contact_id)
    async with works.database.transaction(works.tenant) as db:
        await hand_to_bot(db, works.tenant, conversation.conversation_id, account_id=agent, now=works.clock.now())
    assert await works.query("SELECT owner FROM thread_owner") == [("other_app",)]
