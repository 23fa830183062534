from uuid import UUID, uuid4

from tests.workers.conftest import ANA, NUMBER, Works

BEN = "447700900102"


async def report(works: Works, message_id: UUID, name: str, *, lane: str = ANA, **parts: object) -> None:
    status = {"id": f"wamid.{message_id}", "status": name, "timestamp": "1790000000", "recipient_id": lane} | parts
    payload = {"number_id": NUMBER, "status": status | {"biz_opaque_callback_data": str(message_id)}}
    await works.receive(payload, kind="status", lane=lane)


async def states(works: Works) -> list[str]:
    return [row[0] for row in await works.query("SELECT state FROM inbox_event ORDER BY event_id")]


async def test_statuses_that_wait_together_end_where_each_alone_would(works: Works, agent: UUID) -> None:
    first = await works.say(await works.a_conversation(agent), "One", agent)
    second = await works.say(await works.a_conversation(agent, BEN), "Two", agent)
    for name in ("delivered", "sent", "read"):
        await report(works, first.message_id, name)
    await report(works, second.message_id, "sent", lane=BEN)
    await works.inbox.work(works.tenant)
    assert await states(works) == ["done"] * 4
    assert (await works.message(first.message_id)).status == "read"
    assert (await works.message(second.message_id)).status == "sent"
    assert (await works.message(second.message_id)).platform_id == f"wamid.{second.message_id}"
    outbox = await works.query("SELECT DISTINCT state FROM outbox WHERE kind = 'message'")
    assert outbox == [("sent",)]  # what is reported has reached the platform


async def test_what_arrives_is_booked_once_with_whatsapps_word_on_its_price(works: Works, agent: UUID) -> None:
    said = await works.say(await works.a_conversation(agent), "One", agent)
    await report(works, said.message_id, "sent")
    await report(works, said.message_id, "read", pricing={"type": "free_customer_service", "category": "service"})
    await report(works, said.message_id, "delivered")
    while await works.inbox.work(works.tenant):
        pass
    booked = await works.query("SELECT market, category, reported FROM delivery")
    assert booked == [("GB", "service", "free_customer_service/service")]


async def test_one_of_a_message_that_is_not_ours_is_set_aside_alone(works: Works, agent: UUID) -> None:
    said = await works.say(await works.a_conversation(agent), "One", agent)
    await report(works, said.message_id, "sent")
    await report(works, uuid4(), "sent", lane=BEN)
    await report(works, said.message_id, "delivered")
    await works.inbox.work(works.tenant)
    assert await states(works) == ["done", "quarantined", "done"]
    assert (await works.message(said.message_id)).status == "delivered"


async def test_a_status_does_not_overtake_what_came_before_it_in_its_lane(works: Works, agent: UUID) -> None:
    said = await works.say(await works.a_conversation(agent), "One", agent)
    broken = works.a_message("first")
    broken["number_id"] = "unknown-number"
    await works.receive(broken)
    await report(works, said.message_id, "sent")
    await report(works, said.message_id, "delivered")
    await works.inbox.work(works.tenant)
    assert await states(works) == ["pending"] * 3
    assert (await works.message(said.message_id)).status == "queued"
