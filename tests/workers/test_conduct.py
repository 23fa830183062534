"""What goes to a person is weighed against what went before, and against what other people wrote (B8, D5, F2)."""

from datetime import timedelta
from hashlib import sha256
from uuid import UUID

import pytest

from parley.actions.moving import BOT, Actor
from parley.actions.speaking import speak
from parley.core.conversation import Conversation
from parley.core.messages import Content, Media, Text
from parley.core.policy.fingerprints import key_of, print_of_file
from parley.core.policy.verdicts import Decision
from parley.storage import conversations, fingerprints, media
from parley.workers.forgetting import Forgetting
from tests.workers.conftest import NUMBER, Works

BEN = "447700900202"
STORY = "my parcel went to 12 Baker Street although I moved to my sister in Leeds in March, order AB-778812"


async def decided(works: Works, conversation: Conversation, content: Content, actor: Actor = BOT) -> Decision | None:
    """What the gate said against it, None if it let it pass."""
    async with works.database.transaction(works.tenant) as db:
        locked = await conversations.lock(db, works.tenant, conversation.conversation_id)
        said = await speak(db, locked, content, actor=actor, now=works.clock.now())
        return said if isinstance(said, Decision) else None


async def two_people(works: Works) -> Conversation:
    """Ana told her story; Ben's conversation is the answer."""
    await works.receive(works.a_message(STORY))
    while await works.inbox.work(works.tenant):
        pass
    return await works.a_conversation(wa_id=BEN)


async def test_a_passage_of_anothers_thread_is_refused(works: Works) -> None:
    ben = await two_people(works)
    refused = await decided(works, ben, Text(f"Somebody wrote: {STORY.upper()}!"))
    assert refused is not None
    assert refused.clauses == ("D5",)
    assert await decided(works, ben, Text("Your parcel is on its way to you.")) is None


async def test_an_order_number_of_anothers_thread_is_refused_and_their_own_is_not(works: Works) -> None:
    ben = await two_people(works)
    refused = await decided(works, ben, Text("Is it about order AB 778812?"))
    assert refused is not None and refused.clauses == ("D5",)
    ((hers,),) = await works.query("SELECT conversation_id FROM conversation WHERE contact_id <> %s", ben.contact_id)
    ana = await works.conversation(hers)
    assert await decided(works, ana, Text("Is it about order AB-778812?")) is None


@pytest.mark.parametrize(
    "again",
    [
        "Ana Lima, flat 12",
        "Lima, Ana: flat one two",
        "ANA L\u200bIMA, flat 1\u200b2",
        "Ana Lima has the flat no. \u0661\u0662",
        "Has Ana Lima moved to Lisbon?",
    ],
)
async def test_a_name_with_something_of_that_persons_thread_is_refused(works: Works, again: str) -> None:
    ben = await ana_lima_wrote(works, "The bell of flat 12 is broken, I am at my sister's in Lisbon")
    refused = await decided(works, ben, Text(again))
    assert refused is not None
    assert refused.clauses == ("D5",)
    assert refused.facts["echoes"] == ["name"]


async def test_a_name_alone_or_with_what_is_not_theirs_is_not(works: Works) -> None:
    ben = await ana_lima_wrote(works, "The bell of flat 12 is broken, I am at my sister's in Lisbon")
    assert await decided(works, ben, Text("Ana Lima is the name of our branch manager.")) is None
    assert await decided(works, ben, Text("Flat 12, in Lisbon.")) is None
    assert await decided(works, ben, Text("Ana Lima is back at 9.")) is None
    await works.receive(works.a_message("I am in Lisbon too", sender=BEN), lane=BEN)
    while await works.inbox.work(works.tenant):
        pass
    assert await decided(works, ben, Text("Ana Lima is our manager in Lisbon.")) is None


async def test_ones_own_name_and_flat_are_ones_own(works: Works) -> None:
    ben = await ana_lima_wrote(works, "The bell of flat 12 is broken")
    ((hers,),) = await works.query("SELECT conversation_id FROM conversation WHERE contact_id <> %s", ben.contact_id)
    ana = await works.conversation(hers)
    assert await decided(works, ana, Text("Ana Lima, flat 12")) is None


async def ana_lima_wrote(works: Works, body: str) -> Conversation:
    """Ben's conversation, after she did."""
    message = works.a_message(body)
    message["contact"]["profile"]["name"] = "Ana Lima"
    await works.receive(message)
    while await works.inbox.work(works.tenant):
        pass
    return await works.a_conversation(wa_id=BEN)


async def test_what_the_business_says_to_everybody_is_nobodys_secret(works: Works) -> None:
    await works.receive(works.a_message("is care@northbank.example your address?"))
    while await works.inbox.work(works.tenant):
        pass
    ben = await works.a_conversation(wa_id=BEN)
    assert await decided(works, ben, Text("Write to care@northbank.example please.")) is None


async def test_what_many_wrote_is_nobodys_own(works: Works) -> None:
    for number in range(4):
        body = "good morning I would like to know when my new card will arrive at home"
        await works.receive(works.a_message(body, sender=f"4477009003{number:02}"), lane=f"lane{number}")
    while await works.inbox.work(works.tenant):
        pass
    ben = await works.a_conversation(wa_id=BEN)
    again = Text("You wrote: I would like to know when my new card will arrive at home. Soon.")
    assert await decided(works, ben, again) is None


async def test_anothers_file_is_refused_by_its_content(works: Works, agent: UUID) -> None:
    ana = await works.a_conversation()
    ben = await works.a_conversation(owner=agent, wa_id=BEN)
    mark = print_of_file(key_of(works.settings.secret_key.encode(), works.tenant), sha256(b"her picture").digest())
    async with works.database.transaction(works.tenant) as db:
        await fingerprints.keep(db, works.tenant, ana.contact_id, {mark}, works.clock.now())
    me = Actor("agent", agent)
    hers = await an_upload(works, b"her picture")
    refused = await decided(works, ben, Media("image", str(hers), "image/png"), me)
    assert refused is not None and refused.clauses == ("D5",)
    ours = await an_upload(works, b"our price list")
    assert await decided(works, ben, Media("image", str(ours), "image/png"), me) is None


async def test_marks_are_forgotten_after_the_retention_period(works: Works) -> None:
    ben = await two_people(works)
    works.clock.moved += fingerprints.RETENTION + timedelta(days=1)
    await works.receive(works.a_message("Hi again", sender=BEN), lane=BEN)
    while await works.inbox.work(works.tenant):
        pass
    forgetting = Forgetting(works.database, works.clock)
    assert await forgetting.work(works.tenant)
    assert not await forgetting.work(works.tenant)
    assert await works.query("SELECT 1 FROM fingerprint WHERE expires_at <= %s", works.clock.now()) == []
    assert await decided(works, ben, Text(f"Somebody wrote: {STORY}")) is None


async def test_the_same_words_go_out_once_until_the_person_writes(works: Works) -> None:
    ana = await works.a_conversation()
    assert await decided(works, ana, Text("We open at nine.")) is None
    refused = await decided(works, ana, Text("We open at nine."))
    assert refused is not None and refused.clauses == ("B8",)
    await works.receive(works.a_message("When do you open?"))
    while await works.inbox.work(works.tenant):
        pass
    assert await decided(works, ana, Text("We open at nine.")) is None


async def test_nobody_is_talked_at_without_end(works: Works) -> None:
    ana = await works.a_conversation()
    said = [await decided(works, ana, Text(f"Line {number}")) for number in range(16)]
    assert said[:15] == [None] * 15
    assert said[15] is not None and said[15].clauses == ("B8",)


async def test_a_card_number_is_not_told_in_two_or_three_messages(works: Works) -> None:
    ana = await works.a_conversation()
    assert await decided(works, ana, Text("It begins with 4111 1111")) is None
    assert await decided(works, ana, Text("One moment.")) is None
    refused = await decided(works, ana, Text("and ends with 1111 1111"))
    assert refused is not None and refused.clauses == ("D3",)
    assert "1111" not in str(refused.facts)
    ben = await works.a_conversation(wa_id=BEN)
    assert await decided(works, ben, Text("and ends with 1111 1111")) is None
    works.clock.moved += timedelta(minutes=16)
    assert await decided(works, ana, Text("and ends with 1111 1111")) is None


async def test_a_number_that_is_cut_into_two_questions_is_not_asked_for(works: Works) -> None:
    ana = await works.a_conversation()
    assert await decided(works, ana, Text("Please send me your")) is None
    refused = await decided(works, ana, Text("card number and CVV"))
    assert refused is not None and refused.clauses == ("D3",)
    await works.receive(works.a_message("My what?"))
    while await works.inbox.work(works.tenant):
        pass
    assert await decided(works, ana, Text("card number and CVV: keep them to yourself.")) is None


async def an_upload(works: Works, content: bytes) -> UUID:
    async with works.database.transaction(works.tenant) as db:
        return await media.keep_upload(
            db,
            works.tenant,
            number_id=NUMBER,
            mime_type="image/png",
            filename="a.png",
            content=content,
            now=works.clock.now(),
        )
