from uuid import UUID

from tests.workers.conftest import NUMBER, Works


async def failed(works: Works, message_id: UUID, code: int) -> None:
    status: dict[str, object] = {
        "id": f"wamid.{message_id}",
        "status": "failed",
        "timestamp": "1790000000",
        "recipient_id": "447700900101",
    }
    status |= {"errors": [{"code": code, "title": "no"}], "biz_opaque_callback_data": str(message_id)}
    await works.receive({"number_id": NUMBER, "status": status}, kind="status")
    while await works.inbox.work(works.tenant):
        pass


async def test_a_refusal_that_tells_of_a_stop_is_the_persons_word_once(works: Works, agent: UUID) -> None:
    said = await works.say(await works.a_conversation(agent), "One", agent)
    await failed(works, said.message_id, 131050)
    await failed(works, said.message_id, 131050)
    assert await works.query("SELECT purpose, action, method FROM consent") == [("marketing", "opt_out", "stop_signal")]


async def test_another_refusal_is_nobodys_word(works: Works, agent: UUID) -> None:
    said = await works.say(await works.a_conversation(agent), "One", agent)
    await failed(works, said.message_id, 131026)
    assert await works.query("SELECT purpose FROM consent") == []
