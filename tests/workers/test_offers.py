"""An offer that an agent types is marketing too: whoever asked for none gets it only when they ask (B7, B8)."""

from datetime import timedelta
from uuid import UUID

from parley.actions.moving import Actor
from parley.actions.speaking import speak
from parley.core.conversation import Conversation
from parley.core.messages import Text
from parley.core.policy.verdicts import Decision
from parley.storage import conversations
from parley.storage.messages import Message
from tests.workers.conftest import Works

OFFER = "Just for you: 20% off everything, this weekend only!"


async def try_to_say(works: Works, conversation: Conversation, body: str, agent: UUID) -> Message | Decision:
    async with works.database.transaction(works.tenant) as db:
        known = await conversations.lock(db, works.tenant, conversation.conversation_id)
        return await speak(db, known, Text(body), actor=Actor("agent", agent), now=works.clock.now())


async def asks(works: Works, body: str, minutes: int) -> None:
    works.clock.moved += timedelta(minutes=minutes)
    await works.receive(works.a_message(body))
    while await works.inbox.work(works.tenant):
        pass


async def test_an_offer_is_refused_to_who_opted_out_of_marketing_until_they_ask(works: Works, agent: UUID) -> None:
    works.clock.to_noon()
    conversation = await works.a_conversation(agent)
    await works.opt("opt_out", "marketing", conversation.contact_id)
    refused = await try_to_say(works, conversation, OFFER, agent)
    assert isinstance(refused, Decision)
    assert (refused.clauses, refused.findings[0].rule) == (("B7",), "opt_out_is_respected")
    assert "when they ask" in refused.findings[0].next_sentence
    assert isinstance(await try_to_say(works, conversation, "Your order arrives tomorrow.", agent), Message)
    await asks(works, "Thanks. Where is my parcel?", 2)
    assert isinstance(await try_to_say(works, conversation, OFFER, agent), Decision)
    await asks(works, "Do you have any discounts at the moment?", 2)
    assert isinstance(await try_to_say(works, conversation, OFFER, agent), Message)


async def test_a_question_from_before_the_opt_out_does_not_count(works: Works, agent: UUID) -> None:
    works.clock.to_noon()
    conversation = await works.a_conversation(agent)
    await asks(works, "How much is the blue one?", 1)
    works.clock.moved += timedelta(minutes=1)
    await works.opt("opt_out", "marketing", conversation.contact_id)
    assert isinstance(await try_to_say(works, conversation, OFFER, agent), Decision)
