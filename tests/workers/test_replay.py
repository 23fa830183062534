"""What the gate decided is decided again under another version, from the facts it kept and the message itself."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from parley.actions.moving import Actor
from parley.actions.speaking import speak
from parley.core.errors import NotFound
from parley.core.messages import TemplateUse, Text
from parley.core.policy.verdicts import Decision
from parley.core.policy.versions import rulebook_named
from parley.core.policy.versions.replaying import Replay, replayed
from parley.storage import choices, conversations, replays
from tests.workers.conftest import Works

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
GENERAL = "Yes, Northbank may write to me."
USED = TemplateUse("follow_up", "en", "utility", body=("Ana",), rendered="Hello Ana")


async def replay(works: Works, version: str) -> Replay:
    found = Replay()
    async for page in replays.pages(works.database, works.tenant, LONG_AGO):
        replayed(page, rulebook_named(version), found)
    return found


async def choose(works: Works, version: str) -> UUID:
    choice, now = uuid4(), works.clock.now()
    async with works.database.transaction(works.tenant) as db:
        chosen = await choices.choose(
            db, works.tenant, choice, version, reason="x", chosen_by=uuid4(), now=now, effective_from=now.date()
        )
        assert chosen
        await choices.approve(db, works.tenant, choice, approved_by=uuid4(), now=now)
    return choice


async def a_template_by_a_general_opt_in(works: Works, agent: UUID) -> None:
    await choose(works, "general-opt-in")
    await works.change(
        "INSERT INTO template VALUES (%s, '200', 'follow_up', 'en', 'utility', 'APPROVED', '[]', now())", works.tenant
    )
    conversation = await works.a_conversation(agent)
    await works.opt("opt_in", "all", conversation.contact_id, GENERAL)
    works.clock.moved += timedelta(hours=25)
    await works.say(conversation, USED, agent)
    while await works.sender.work(works.tenant):
        pass


async def test_a_loosening_that_was_chosen_is_what_the_decision_rests_on(works: Works, agent: UUID) -> None:
    await a_template_by_a_general_opt_in(works, agent)
    (version,) = (await works.query("SELECT rulebook_version FROM gate_decision WHERE verdict = 'allow'"))[0]
    assert "+general-opt-in" in version
    same = await replay(works, version)
    assert (same.compared, same.otherwise) == (1, [])
    strict = await replay(works, "R0")
    assert [(each.was, each.would_be, each.clauses, each.by_version) for each in strict.otherwise] == [
        ("allow", "block", ("B5",), True)
    ]
    assert strict.clauses == {"B5": 1}


async def test_what_is_gone_is_counted_and_not_guessed(works: Works, agent: UUID) -> None:
    conversation = await works.a_conversation(agent)
    async with works.database.transaction(works.tenant) as db:
        locked = await conversations.lock(db, works.tenant, conversation.conversation_id)
        refused = await speak(
            db, locked, Text("card 4111 1111 1111 1111"), actor=Actor("agent", agent), now=works.clock.now()
        )
        assert isinstance(refused, Decision)
    found = await replay(works, "R1")
    assert (found.compared, dict(found.not_rebuilt)) == (0, {"the words are not kept": 1})


async def test_consents_that_do_not_say_what_was_logged_are_not_taken_for_it(works: Works, agent: UUID) -> None:
    await a_template_by_a_general_opt_in(works, agent)
    (contact,) = (await works.query("SELECT contact_id FROM contact"))[0]
    works.clock.moved -= timedelta(hours=2)
    await works.opt("opt_out", "all", contact)
    found = await replay(works, "R0")
    assert dict(found.not_rebuilt) == {"its consents have changed": 1}


async def test_whoever_chose_does_not_approve(works: Works) -> None:
    choice, me, now = uuid4(), uuid4(), works.clock.now()
    async with works.database.transaction(works.tenant) as db:
        await choices.choose(
            db, works.tenant, choice, "user-names", reason="x", chosen_by=me, now=now, effective_from=now.date()
        )
        with pytest.raises(NotFound):
            await choices.approve(db, works.tenant, choice, approved_by=me, now=now)
        assert await choices.in_force(db, works.tenant, now.date()) == ()
        await choices.approve(db, works.tenant, choice, approved_by=uuid4(), now=now)
        assert await choices.in_force(db, works.tenant, now.date()) == ("user-names",)
        assert await choices.in_force(db, works.tenant, (now - timedelta(days=1)).date()) == ()
        await choices.withdraw(db, works.tenant, choice, by=me, now=now)
        assert await choices.in_force(db, works.tenant, now.date()) == ()
