"""Files that somebody wants to send: who looks at them first, and what a person's word on one is worth later."""

import json
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from uuid import UUID

import pytest
from msgspec import structs

from parley.actions.case_words import words_of
from parley.actions.keep_file import keep_file
from parley.actions.moving import Actor
from parley.actions.speaking import speak
from parley.core.conversation import Conversation
from parley.core.messages import Content, LinkButton, LinkedFile, Media, TemplateUse
from parley.core.policy.fingerprints import print_of_file
from parley.core.policy.verdicts import Decision
from parley.settings import Settings
from parley.storage import cases, conversations, fingerprints
from parley.storage.file_store import FileStore
from parley.storage.messages import Message
from parley.workers.lapses import Lapses
from tests.holding import WORD, hold_odd_words
from tests.workers.conftest import NUMBER, Works
from tests.workers.test_cases import a_supervisor, decide
from tests.workers.test_files import known, the_files
from tests.workers.test_sender import drained

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 64


@pytest.fixture
def settings(settings: Settings, request: pytest.FixtureRequest) -> Settings:
    return settings.model_copy(update={"media_screening": getattr(request, "param", "person")})


async def a_photo(works: Works, content: bytes = PNG, name: str = "branch.png") -> Media:
    async with works.database.transaction(works.tenant) as db:
        kept = await keep_file(
            db,
            works.tenant,
            number_id=NUMBER,
            mime_type="image/png",
            filename=name,
            content=content,
            now=works.clock.now(),
        )
    return Media("image", str(kept.media_id), "image/png", filename=name, size=len(content))


async def attempt(works: Works, conversation: Conversation, content: Content, agent: UUID) -> Message | Decision:
    """What comes of it, also where it is refused at once."""
    async with works.database.transaction(works.tenant) as db:
        known = await conversations.lock(db, works.tenant, conversation.conversation_id)
        return await speak(db, known, content, actor=Actor("agent", agent), now=works.clock.now())


async def test_a_new_file_waits_for_a_second_person_and_once_cleared_it_goes_through(works: Works, agent: UUID) -> None:
    conversation = await works.a_conversation(agent)
    first = await works.say(conversation, await a_photo(works), agent)
    assert first.status == "held"
    await decide(works, "release", await a_supervisor(works))
    await drained(works)
    again = await works.say(conversation, await a_photo(works, name="again.png"), agent)
    assert again.status == "queued"
    await drained(works)
    assert [(await works.message(each.message_id)).status for each in (first, again)] == ["accepted", "accepted"]
    facts = "SELECT facts -> 'file' ->> 'known' FROM gate_decision WHERE message_id = %s ORDER BY seq DESC LIMIT 1"
    assert await works.query(facts, again.message_id) == [("cleared",)]
    other = await works.say(conversation, await a_photo(works, PNG + b"other"), agent)
    assert other.status == "held"


async def test_a_picture_at_the_head_of_a_template_is_looked_at_and_handed_over_like_any_other(
    works: Works, agent: UUID
) -> None:
    parts = [{"type": "HEADER", "format": "IMAGE"}, {"type": "BODY", "text": "It is here."}]
    known = {"name": "shown", "language": "en", "category": "UTILITY", "components": parts}
    await works.platform.post("templates", {"waba_id": "200", "templates": [known]})
    insert = "INSERT INTO template VALUES (%s, '200', 'shown', 'en', 'utility', 'APPROVED', %s, now())"
    await works.change(insert, works.tenant, json.dumps(parts))
    conversation = await works.a_conversation(agent)
    photo = await a_photo(works)
    use = TemplateUse("shown", "en", "utility", rendered="It is here.", header_media=photo)
    said = await works.say(conversation, use, agent)
    assert said.status == "held"
    await decide(works, "release", await a_supervisor(works))
    await drained(works)
    assert (await works.message(said.message_id)).status == "accepted"
    (sent,) = await works.platform.sends()
    (header,) = sent["content"]["components"]
    assert header["parameters"][0]["type"] == "image"
    assert header["parameters"][0]["image"]["id"]


async def test_a_file_that_a_person_refused_is_refused_from_then_on_whoever_sends_it(works: Works, agent: UUID) -> None:
    conversation = await works.a_conversation(agent)
    said = await works.say(conversation, await a_photo(works), agent)
    await decide(works, "refuse", await a_supervisor(works))
    assert (await works.message(said.message_id)).status == "refused"
    decision = await attempt(works, conversation, await a_photo(works, name="harmless.png"), agent)
    assert isinstance(decision, Decision)
    assert (decision.verdict, decision.clauses) == ("block", ("E7",))
    await drained(works)
    assert await works.platform.sends() == []


async def a_sound(works: Works, content: bytes = b"OggS" + b"\x00" * 64, name: str = "note.ogg") -> Media:
    async with works.database.transaction(works.tenant) as db:
        kept = await keep_file(
            db,
            works.tenant,
            number_id=NUMBER,
            mime_type="audio/ogg",
            filename=name,
            content=content,
            now=works.clock.now(),
        )
    return Media("audio", str(kept.media_id), "audio/ogg", filename=name, size=len(content))


@pytest.mark.parametrize("settings", ["author", "person"], indirect=True)
async def test_a_sound_that_a_person_refused_is_sent_under_no_name(
    works: Works, agent: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold_odd_words(monkeypatch)
    conversation = await works.a_conversation(agent)
    said = await works.say(conversation, await a_sound(works, name=f"{WORD}.ogg"), agent)
    assert said.status == "held"
    await decide(works, "refuse", await a_supervisor(works))
    decision = await attempt(works, conversation, await a_sound(works, name="harmless.ogg"), agent)
    assert isinstance(decision, Decision)
    assert (decision.verdict, decision.clauses) == ("block", ("E7",))
    other = await attempt(works, conversation, await a_sound(works, b"OggS" + b"\x01" * 64), agent)
    assert isinstance(other, Message)


@pytest.mark.parametrize("settings", ["author"], indirect=True)
async def test_a_picture_whose_words_were_refused_may_go_with_others(
    works: Works, agent: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold_odd_words(monkeypatch)
    conversation, photo = await works.a_conversation(agent), await a_photo(works)
    said = await works.say(conversation, structs.replace(photo, caption=f"We sell {WORD}"), agent)
    assert said.status == "held"
    await decide(works, "refuse", await a_supervisor(works))
    again = await works.say(conversation, structs.replace(photo, caption="Our branch"), agent)
    assert again.status == "queued"


async def test_silence_is_no_verdict_on_a_file(works: Works, agent: UUID) -> None:
    conversation = await works.a_conversation(agent)
    await works.say(conversation, await a_photo(works), agent)
    works.clock.moved += timedelta(hours=1, seconds=1)
    assert await Lapses(works.database, works.clock).work(works.tenant)
    assert await works.query("SELECT 1 FROM file_verdict") == []


async def test_one_business_knows_nothing_of_the_files_of_another(works: Works, agent: UUID) -> None:
    await works.say(await works.a_conversation(agent), await a_photo(works), agent)
    await decide(works, "release", await a_supervisor(works))
    assert await works.query("SELECT verdict FROM file_verdict") == [("cleared",)]
    async with works.database.transaction(UUID(int=7)) as db:
        assert await (await db.execute("SELECT 1 FROM file_verdict")).fetchall() == []


@pytest.mark.parametrize("settings", ["author"], indirect=True)
async def test_who_attaches_a_file_answers_for_it_and_what_a_program_attaches_waits(works: Works, agent: UUID) -> None:
    ours = await works.say(await works.a_conversation(agent), await a_photo(works), agent)
    assert ours.status == "queued"
    theirs = await works.say(await works.a_conversation(wa_id="447700900102"), await a_photo(works, PNG + b"2"))
    assert theirs.status == "held"
    await decide(works, "release", await a_supervisor(works))
    same = await works.say(await works.a_conversation(wa_id="447700900103"), await a_photo(works, PNG + b"2"))
    assert same.status == "queued"


@pytest.mark.parametrize("settings", ["author"], indirect=True)
async def test_a_file_of_ours_goes_to_the_store_and_is_sent_from_there(works: Works, agent: UUID) -> None:
    conversation, photo = await works.a_conversation(agent), await a_photo(works)
    mover = the_files(works, works.settings.files_dir)
    assert await mover.work(works.tenant)
    assert not await mover.work(works.tenant)
    kept = await known(works, UUID(photo.media_id))
    assert (kept.state, kept.content, kept.sha256) == ("stored", None, sha256(PNG).digest())
    assert (works.settings.files_dir / kept.place).read_bytes() == PNG
    said = await works.say(conversation, photo, agent)
    await drained(works)
    assert (await works.message(said.message_id)).status == "accepted"


@pytest.mark.parametrize("settings", ["author"], indirect=True)
async def test_while_the_store_is_away_a_file_waits_in_its_row_says_so_and_can_be_sent(
    works: Works, agent: UUID, tmp_path: Path
) -> None:
    conversation, photo = await works.a_conversation(agent), await a_photo(works)
    away = FileStore.open("", tmp_path / "away")
    (tmp_path / "away").rmdir()
    (tmp_path / "away").write_text("no folder")
    assert not await the_files(works, tmp_path, store=away).work(works.tenant)
    kept = await known(works, UUID(photo.media_id))
    assert (kept.content, kept.reason) == (PNG, "it waits for the file store (GenericError)")
    said = await works.say(conversation, photo, agent)
    await drained(works)
    assert (await works.message(said.message_id)).status == "accepted"
    works.clock.moved += timedelta(minutes=1)
    assert await the_files(works, works.settings.files_dir).work(works.tenant)
    assert (await known(works, UUID(photo.media_id))).reason is None


async def test_a_file_that_was_kept_by_an_older_version_moves_as_well(works: Works) -> None:
    photo = await a_photo(works)
    await works.change("UPDATE media SET sha256 = NULL")
    assert await the_files(works, works.settings.files_dir).work(works.tenant)
    assert (await known(works, UUID(photo.media_id))).sha256 == sha256(PNG).digest()


@pytest.mark.parametrize("settings", ["author"], indirect=True)
async def test_what_one_customer_sent_is_known_again_when_it_is_in_the_store(works: Works, agent: UUID) -> None:
    photo = await a_photo(works)
    assert await the_files(works, works.settings.files_dir).work(works.tenant)
    ben = await works.a_conversation(None, "447700900102")
    async with works.database.transaction(works.tenant) as db:
        mark = print_of_file(fingerprints.key(db, works.tenant), sha256(PNG).digest())
        await fingerprints.keep(db, works.tenant, ben.contact_id, {mark}, works.clock.now())
    decision = await attempt(works, await works.a_conversation(agent), photo, agent)
    assert isinstance(decision, Decision)
    assert "D5" in decision.clauses


def a_banner(link: str = "https://cdn.example/branch.jpg") -> LinkButton:
    picture = LinkedFile("image", link)
    return LinkButton("Our branch in Leeds.", "Look", "https://northbank.example/leeds", header_file=picture)


@pytest.mark.parametrize("settings", ["person"], indirect=True)
async def test_what_whatsapp_is_to_fetch_waits_for_a_person_who_is_told_the_address(works: Works, agent: UUID) -> None:
    conversation = await works.a_conversation(agent)
    said = await works.say(conversation, a_banner(), agent)
    assert said.status == "held"
    ((case_id,),) = await works.query("SELECT case_id FROM policy_case WHERE state = 'open'")
    async with works.database.transaction(works.tenant) as db:
        case = await cases.get(db, works.tenant, case_id)
        assert await words_of(db, case, works.clock.now()) == ["https://cdn.example/branch.jpg"]
    await decide(works, "release", await a_supervisor(works))
    other = await works.a_conversation(agent, wa_id="447700900102")
    assert (await works.say(other, a_banner(), agent)).status == "queued"
    assert (await works.say(conversation, a_banner("https://cdn.example/other.jpg"), agent)).status == "held"


@pytest.mark.parametrize("settings", ["author"], indirect=True)
async def test_an_address_that_a_person_refused_is_refused_from_then_on(works: Works, agent: UUID) -> None:
    assert (await works.say(await works.a_conversation(wa_id="447700900102"), a_banner())).status == "held"
    await decide(works, "refuse", await a_supervisor(works))
    decision = await attempt(works, await works.a_conversation(agent), a_banner(), agent)
    assert isinstance(decision, Decision)
    assert (decision.verdict, decision.clauses) == ("block", ("E7",))
