import asyncio
from typing import Any
from uuid import UUID

from parley.storage.messages import Message
from tests.workers.conftest import ANA, NUMBER, Works
from tests.workers.test_sender import drained

BEN = "447700900102"


def a_status(message: Message, name: str, wamid: str) -> dict[str, Any]:
    status = {"id": wamid, "status": name, "timestamp": "1790000000", "recipient_id": ANA}
    return {"number_id": NUMBER, "status": status | {"biz_opaque_callback_data": str(message.message_id)}}


async def interrupted(works: Works, agent: UUID, *, arrived: bool) -> Message:
    """A message whose sender died: after the platform had it, or before."""
    said = await works.say(await works.a_conversation(agent), "Hello", agent)
    if arrived:
        await works.platform.post("faults", {"calls": "messages", "drop_answer": True, "count": 1})
        await drained(works)
    else:
        await works.change("UPDATE outbox SET state = 'sending', attempts = 1, claimed_at = %s", works.clock.wall())
    return said


async def a_later_message_is_reported(works: Works, agent: UUID) -> None:
    await works.platform.post(
        f"customers/{BEN}/messages", {"phone_number_id": NUMBER, "type": "text", "text": {"body": "Hi"}}
    )
    later = await works.say(await works.a_conversation(agent, BEN), "Later", agent)
    await drained(works)
    wamid = (await works.message(later.message_id)).platform_id or ""
    await works.receive(a_status(later, "delivered", wamid), kind="status", lane=BEN)
    await works.inbox.work(works.tenant)


async def test_a_message_that_arrived_is_settled_by_its_status_and_never_sent_again(works: Works, agent: UUID) -> None:
    said = await interrupted(works, agent, arrived=True)
    (sent,) = await works.platform.sends()
    assert (await works.message(said.message_id)).status == "queued"
    await works.receive(a_status(said, "sent", sent["wamid"]), kind="status")
    await works.inbox.work(works.tenant)
    await a_later_message_is_reported(works, agent)
    await asyncio.sleep(1.2)
    await works.reconciler().work(works.tenant)
    await drained(works)
    assert (await works.message(said.message_id)).status == "sent"
    assert [each["text"] for each in await works.platform.sends()] == ["Hello", "Later"]


async def test_a_message_that_never_arrived_is_sent_when_later_ones_were_reported_and_it_was_not(
    works: Works, agent: UUID
) -> None:
    said = await interrupted(works, agent, arrived=False)
    reconciler = works.reconciler()
    await a_later_message_is_reported(works, agent)
    await reconciler.work(works.tenant)
    await drained(works)
    assert (await works.message(said.message_id)).status == "queued"  # too soon to tell
    await asyncio.sleep(1.2)
    await reconciler.work(works.tenant)
    await drained(works)
    assert (await works.message(said.message_id)).status == "accepted"
    assert [each["text"] for each in await works.platform.sends()] == ["Later", "Hello"]


async def test_where_nothing_can_be_told_a_person_decides(works: Works) -> None:
    conversation = await works.a_conversation()
    said = await works.say(conversation, "The bot's answer")
    await works.change("UPDATE outbox SET state = 'sending', attempts = 1, claimed_at = %s", works.clock.wall())
    reconciler = works.reconciler()
    await asyncio.sleep(1.2)
    await reconciler.work(works.tenant)
    assert (await works.message(said.message_id)).status == "queued"
    await asyncio.sleep(4.2)
    await reconciler.work(works.tenant)
    kept = await works.message(said.message_id)
    assert kept.status == "failed"
    assert kept.error is not None and kept.error["code"] == "outcome_unknown"
    assert (await works.conversation(conversation.conversation_id)).owner_kind == "queue"
    assert await works.platform.sends() == []
