"""A bot that can not be had leaves no customer without a person."""

from pathlib import Path
from uuid import UUID, uuid4

import pytest

from parley.actions.hand_to_bot import hand_to_bot
from parley.workers import bots
from parley.workers.bots import Bots
from parley.workers.teaching import MODEL, VOCABULARY
from tests.workers.conftest import Works

SAID = {
    "card_arrival": ["where is my card", "when does my card come", "my card has not arrived", "card delivery"],
    "lost_card": ["i lost my card", "my card is gone", "someone stole my card", "card is missing"],
}


async def handled(works: Works) -> None:
    while await works.inbox.work(works.tenant):
        pass


async def owner(works: Works) -> str:
    return str((await works.query("SELECT owner_kind FROM conversation WHERE state <> 'closed'"))[0][0])


async def taught(works: Works) -> Path:
    for intent, texts in SAID.items():
        await works.change("INSERT INTO intent VALUES (%s, %s, %s, 'Soon.', '')", works.tenant, intent, intent)
        for text in texts:
            await works.change(
                "INSERT INTO intent_example (tenant_id, intent_id, text) VALUES (%s, %s, %s)",
                works.tenant,
                intent,
                text,
            )
    folder = works.settings.data_dir / f"models-{works.tenant}"
    folder.mkdir(parents=True)
    works.bots = Bots(works.database, folder)
    return folder


async def test_a_conversation_handed_back_where_no_bot_is_goes_to_people(works: Works, agent: UUID) -> None:
    conversation = await works.a_conversation(agent)
    await works.change("DELETE FROM bot")
    async with works.database.transaction(works.tenant) as db:
        await hand_to_bot(db, works.tenant, conversation.conversation_id, account_id=agent, now=works.clock.now())
    await works.receive(works.a_message("is anybody there"))
    await handled(works)
    assert await owner(works) == "queue"


async def test_a_broken_embedding_file_leaves_the_bot_its_words(works: Works) -> None:
    folder = await taught(works)
    (folder / MODEL).write_bytes(b"half a file")
    (folder / VOCABULARY).write_text("")
    assert await works.bots.prepare(works.tenant)
    await works.receive(works.a_message("a person, please"))
    await handled(works)
    assert await owner(works) == "queue"


async def test_a_model_that_was_half_written_is_made_anew(works: Works) -> None:
    folder = await taught(works)
    assert await works.bots.prepare(works.tenant)
    (kept,) = folder.glob("*.npz")
    kept.write_bytes(b"half a file")
    works.bots = Bots(works.database, folder)
    assert await works.bots.prepare(works.tenant)


async def test_what_another_client_taught_with_the_same_examples_is_not_taught_again(
    works: Works, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = await taught(works)
    assert await works.bots.prepare(works.tenant)
    monkeypatch.setattr(bots, "taught_apart", taught_again)
    other = await a_client_with_the_same_bot(works)
    assert await Bots(works.database, folder).prepare(other)
    await works.change("UPDATE intent_example SET text = text || '!'")
    assert not await Bots(works.database, folder).prepare(works.tenant)


async def taught_again(*_: object) -> None:
    raise AssertionError("the model was there")


async def a_client_with_the_same_bot(works: Works) -> UUID:
    other, first = uuid4(), works.tenant
    works.tenant = other
    await works.change(
        "INSERT INTO tenant (tenant_id, kind, slug, name, created_at) VALUES (%s, 'provider', 'other', 'Other', now())",
        other,
    )
    await works.change("INSERT INTO bot VALUES (%s, 'Welcome.', '[]', now())", other)
    await taught(works)
    works.tenant = first
    return other


async def test_a_bot_that_can_not_be_taught_still_hands_over(works: Works) -> None:
    folder = await taught(works)
    folder.rmdir()
    folder.write_text("a file where the folder should be")
    await works.receive(works.a_message("a person, please"))
    await handled(works)
    assert await owner(works) == "queue"
