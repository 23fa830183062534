"""A person is not a phone number: the gate and the wire are told who it is, whichever way they wrote."""

from datetime import timedelta
from uuid import UUID

from parley.core.messages import Text
from parley.core.policy.facts import Outbound
from parley.storage import contacts
from parley.storage.contacts import Contact
from parley.storage.facts import Draft, outbounds
from tests.workers.conftest import ANA, Works


async def known(works: Works, *, wa_id: str = "", user_id: str = "") -> Contact:
    async with works.database.transaction(works.tenant) as db:
        return await contacts.of_writer(
            db, works.tenant, wa_id=wa_id, user_id=user_id, name="Ana", now=works.clock.now()
        )


async def told(works: Works, conversation_id: UUID) -> Outbound:
    async with works.database.transaction(works.tenant) as db:
        return (await outbounds(db, works.tenant, [Draft(conversation_id, Text("Hi"), "bot")], works.clock.now()))[0]


async def test_who_was_known_by_user_id_only_stays_the_same_person_with_a_number(works: Works) -> None:
    before = await known(works, user_id="GB.7001")
    after = await known(works, wa_id=ANA, user_id="GB.7001")
    assert (after.contact_id, after.wa_id) == (before.contact_id, ANA)
    assert (await known(works, wa_id=ANA)).contact_id == before.contact_id


async def test_two_people_who_are_known_are_never_made_one(works: Works) -> None:
    one, other = await known(works, user_id="GB.7001"), await known(works, wa_id=ANA)
    assert (await known(works, wa_id=ANA, user_id="GB.7001")).contact_id == other.contact_id
    assert (await known(works, user_id="GB.7001")).contact_id == one.contact_id


async def test_a_user_id_is_never_taken_for_a_number(works: Works) -> None:
    await works.receive(
        {
            "number_id": "100",
            "contact": {"user_id": "GB.7001"},
            "message": {
                "from_user_id": "GB.7001",
                "id": "wamid.u1",
                "timestamp": str(int(works.clock.now().timestamp())),
                "type": "text",
                "text": {"body": "hello"},
            },
        }
    )
    while await works.inbox.work(works.tenant):
        pass
    ((conversation_id,),) = await works.query("SELECT conversation_id FROM conversation")
    message = await told(works, conversation_id)
    assert (message.to, message.to_user_id) == ("", "GB.7001")


async def test_the_window_is_the_customers_and_the_numbers_not_the_conversations(works: Works, agent: UUID) -> None:
    old = await works.a_conversation(agent)
    await works.change("UPDATE conversation SET state = 'closed', owner_kind = 'nobody', owner_id = NULL")
    works.clock.moved += timedelta(hours=30)
    await works.receive(works.a_message("hello again"))
    while await works.inbox.work(works.tenant):
        pass
    assert (await told(works, old.conversation_id)).window_open
