"""A person is blocked by a human for abuse, seen by two, for a time; and what they stopped stays stopped."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from parley.actions.block_person import block_person, confirm_block, lift_block
from parley.actions.erase_person import erase_person
from parley.core.conversation import Conversation
from parley.core.errors import Invalid, NotFound, NotYoursToDecide
from parley.storage.blocks import Block
from parley.workers.blocks import Blocks
from tests.workers.conftest import ANA, NUMBER, TOKEN, Works, a_person

NOTE = "She wrote that she would come and hurt me."
STATE = "SELECT state, code FROM person_block"


@pytest.fixture
async def talk(works: Works, agent: UUID) -> Conversation:
    await works.platform.post("clock", {"reset": True})
    return await works.a_conversation(agent)


@pytest.fixture
async def supervisor(works: Works) -> UUID:
    person = await a_person(works, "sue@northbank.example")
    await works.change("UPDATE account SET role = 'supervisor' WHERE account_id = %s", person)
    return person


def worker(works: Works) -> Blocks:
    return Blocks(works.database, works.clock, works.graph, works.vault)


async def blocks_her(works: Works, talk: Conversation, by: UUID, note: str = NOTE) -> Block:
    async with works.database.transaction(works.tenant) as db:
        now = works.clock.now()
        return await block_person(db, works.tenant, talk.conversation_id, "threat", note, by=by, now=now)


async def acts(works: Works, act: Any, block: Block, by: UUID, *, supervises: bool) -> Block:
    async with works.database.transaction(works.tenant) as db:
        made: Block = await act(db, works.tenant, block.block_id, by=by, supervises=supervises, now=works.clock.now())
        return made


async def at_the_platform(works: Works) -> list[str]:
    url = f"{works.platform.url}/v23.0/{NUMBER}/block_users"
    async with works.platform.http.get(url, headers={"Authorization": f"Bearer {TOKEN}"}) as answer:
        return [each["wa_id"] for each in (await answer.json())["data"]]


async def test_the_platform_is_told_and_nothing_is_said_to_the_person(
    works: Works, talk: Conversation, agent: UUID
) -> None:
    before = len(await works.platform.sends())
    await blocks_her(works, talk, agent)
    assert await at_the_platform(works) == []
    await worker(works).work(works.tenant)
    assert await at_the_platform(works) == [ANA]
    assert await works.query(STATE) == [("blocked", 0)]
    assert len(await works.platform.sends()) == before
    recorded = await works.query("SELECT clauses, author_id FROM gate_decision WHERE moment = 'agent'")
    assert recorded == [(["C7"], agent)]
    assert NOTE not in str(await works.query("SELECT findings::text, facts::text FROM gate_decision"))


async def test_the_desks_hear_of_each_step(works: Works, talk: Conversation, agent: UUID, supervisor: UUID) -> None:
    notices = works.database.listen("parley_live")
    await anext(notices)  # it listens

    async def is_told() -> None:
        async with asyncio.timeout(10):
            while await anext(notices) != ("parley_live", f"{works.tenant} - block"):
                pass

    made = await blocks_her(works, talk, agent)
    await is_told()
    await worker(works).work(works.tenant)
    await is_told()
    await acts(works, lift_block, made, supervisor, supervises=True)
    await is_told()


async def test_what_is_queued_for_a_blocked_person_does_not_leave(
    works: Works, talk: Conversation, agent: UUID
) -> None:
    await works.say(talk, "One more thing", agent)
    await blocks_her(works, talk, agent)
    await worker(works).work(works.tenant)
    await works.sender.work(works.tenant)
    assert await works.query("SELECT status FROM message WHERE direction = 'out'") == [("refused",)]


async def test_a_block_that_nobody_looked_at_ends_after_a_day_by_itself(
    works: Works, talk: Conversation, agent: UUID
) -> None:
    await blocks_her(works, talk, agent)
    await worker(works).work(works.tenant)
    works.clock.moved += timedelta(hours=23)
    await worker(works).work(works.tenant)
    assert await at_the_platform(works) == [ANA]
    works.clock.moved += timedelta(hours=1, minutes=1)
    await worker(works).work(works.tenant)
    assert await at_the_platform(works) == []
    assert await works.query("SELECT state, lifted_by FROM person_block") == [("lifted", None)]
    assert await works.query("SELECT 1 FROM suppression") == []


async def test_a_colleague_who_supervises_leaves_it_in_force_for_ninety_days_at_most(
    works: Works, talk: Conversation, agent: UUID, supervisor: UUID
) -> None:
    made = await blocks_her(works, talk, agent)
    await worker(works).work(works.tenant)
    seen = await acts(works, confirm_block, made, supervisor, supervises=True)
    assert seen.until - seen.blocked_at == timedelta(days=90)
    works.clock.moved += timedelta(days=89)
    await worker(works).work(works.tenant)
    assert await at_the_platform(works) == [ANA]
    assert await works.query("SELECT until > now() + interval '89 days' FROM suppression") == [(True,)]
    works.clock.moved += timedelta(days=1, minutes=1)
    await worker(works).work(works.tenant)
    assert await at_the_platform(works) == []


async def test_nobody_confirms_their_own_block_and_only_they_or_a_supervisor_lift_it(
    works: Works, talk: Conversation, agent: UUID, supervisor: UUID
) -> None:
    made = await blocks_her(works, talk, supervisor)
    for by, supervises in ((supervisor, True), (agent, False)):
        with pytest.raises(NotYoursToDecide):
            await acts(works, confirm_block, made, by, supervises=supervises)
    with pytest.raises(NotYoursToDecide):
        await acts(works, lift_block, made, agent, supervises=False)
    await worker(works).work(works.tenant)
    await acts(works, lift_block, made, supervisor, supervises=True)
    await worker(works).work(works.tenant)
    assert await at_the_platform(works) == []


async def test_who_stopped_is_still_stopped_after_the_block_is_lifted(
    works: Works, talk: Conversation, agent: UUID
) -> None:
    await works.opt("opt_out", "all", talk.contact_id)
    made = await blocks_her(works, talk, agent)
    await worker(works).work(works.tenant)
    await acts(works, lift_block, made, agent, supervises=False)
    await worker(works).work(works.tenant)
    assert await works.query("SELECT action FROM consent") == [("opt_out",)]


async def test_lifted_before_the_platform_was_told_it_is_told_nothing_that_stays(
    works: Works, talk: Conversation, agent: UUID
) -> None:
    made = await blocks_her(works, talk, agent)
    await acts(works, lift_block, made, agent, supervises=False)
    await worker(works).work(works.tenant)
    assert (await at_the_platform(works), await works.query(STATE)) == ([], [("lifted", 0)])


async def test_a_second_click_makes_no_second_block(works: Works, talk: Conversation, agent: UUID) -> None:
    first, second = await blocks_her(works, talk, agent), await blocks_her(works, talk, agent)
    assert first.block_id == second.block_id


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ("UPDATE conversation SET window_expires_at = now() - interval '1 minute'", "conversation"),
        ("UPDATE conversation SET window_expires_at = NULL", "conversation"),
        ("UPDATE number SET profile = '{}'", "profile"),
    ],
)
async def test_nobody_is_blocked_who_did_not_just_write_or_would_have_no_other_way(
    works: Works, talk: Conversation, agent: UUID, change: str, field: str
) -> None:
    await works.change(change)
    with pytest.raises(Invalid) as refused:
        await blocks_her(works, talk, agent)
    assert refused.value.field == field


async def test_what_happened_has_to_be_said(works: Works, talk: Conversation, agent: UUID) -> None:
    with pytest.raises(Invalid, match="what happened"):
        await blocks_her(works, talk, agent, "rude    ")


@pytest.mark.parametrize(("code", "state"), [(139101, "refused"), (200, "refused"), (139102, "wanted"), (2, "wanted")])
async def test_a_refusal_of_the_platform_is_kept_and_a_fault_of_a_moment_tried_again(
    works: Works, talk: Conversation, agent: UUID, code: int, state: str
) -> None:
    await blocks_her(works, talk, agent)
    await works.platform.post("faults", {"calls": "block_users", "code": code, "count": 1})
    await worker(works).work(works.tenant)
    assert [row[0] for row in await works.query(STATE)] == [state]
    works.clock.moved += timedelta(minutes=1)
    await worker(works).work(works.tenant)
    assert await at_the_platform(works) == ([ANA] if state == "wanted" else [])


@pytest.mark.parametrize("code", [139102, 139103])
async def test_a_person_who_failed_only_for_the_moment_is_asked_for_again_later_and_later(
    works: Works, talk: Conversation, agent: UUID, code: int
) -> None:
    await blocks_her(works, talk, agent)
    await works.platform.post("faults", {"calls": "block_users.user", "code": code, "count": 3})
    gaps = []
    for _ in range(3):
        await worker(works).work(works.tenant)
        ((state, kept, due_at),) = await works.query("SELECT state, code, due_at FROM person_block")
        assert (state, kept) == ("wanted", 0)
        gaps.append(round((due_at - works.clock.now()).total_seconds()))
        works.clock.moved += due_at - works.clock.now()
    assert gaps == [30, 60, 120]
    await worker(works).work(works.tenant)
    assert (await works.query(STATE), await at_the_platform(works)) == ([("blocked", 0)], [ANA])


async def test_a_person_who_failed_for_good_is_not_asked_for_again(
    works: Works, talk: Conversation, agent: UUID
) -> None:
    await blocks_her(works, talk, agent)
    await works.platform.post("faults", {"calls": "block_users.user", "code": 139101, "count": 1})
    await worker(works).work(works.tenant)
    works.clock.moved += timedelta(days=1, minutes=-1)
    await worker(works).work(works.tenant)
    assert (await works.query(STATE), await at_the_platform(works)) == ([("refused", 139101)], [])


async def a_lifted_one(works: Works, talk: Conversation, agent: UUID) -> Block:
    """Blocked at the platform, and to be lifted."""
    made = await blocks_her(works, talk, agent)
    await worker(works).work(works.tenant)
    return await acts(works, lift_block, made, agent, supervises=False)


async def refuses(works: Works, code: int, count: int = 1) -> None:
    await works.platform.post("faults", {"calls": "block_users", "code": code, "count": count})


@pytest.mark.parametrize(("code", "remedy"), [(190, "Make a new permanent token"), (139100, "WhatsApp Manager")])
async def test_a_lifting_that_is_refused_for_good_is_not_asked_for_again_until_a_person_says_so(
    works: Works, talk: Conversation, agent: UUID, code: int, remedy: str
) -> None:
    made = await a_lifted_one(works, talk, agent)
    await refuses(works, code)
    await worker(works).work(works.tenant)
    ((state, kept, trouble),) = await works.query("SELECT state, code, trouble FROM person_block")
    assert (state, kept) == ("lifting", code)
    assert remedy in trouble and f"Code {code}" in trouble
    works.clock.moved += timedelta(days=2)
    await worker(works).work(works.tenant)
    assert await at_the_platform(works) == [ANA], "nobody has mended it"
    assert await works.query("SELECT 1 FROM suppression") != []
    await acts(works, lift_block, made, agent, supervises=False)
    await worker(works).work(works.tenant)
    assert await at_the_platform(works) == []
    assert await works.query("SELECT state, code, trouble FROM person_block") == [("lifted", 0, "")]


async def test_whom_the_platform_names_among_those_that_failed_is_still_blocked(
    works: Works, talk: Conversation, agent: UUID
) -> None:
    made = await a_lifted_one(works, talk, agent)
    await works.change("UPDATE contact_identity SET value = '12', wa_id = '12' WHERE kind = 'phone'")  # nobody's
    await worker(works).work(works.tenant)
    ((state, code, trouble),) = await works.query("SELECT state, code, trouble FROM person_block")
    assert (state, code) == ("lifting", 131026) and "Code 131026" in trouble
    assert await works.query("SELECT 1 FROM suppression") != []
    await works.change("UPDATE contact_identity SET value = %s, wa_id = %s WHERE kind = 'phone'", ANA, ANA)
    await acts(works, lift_block, made, agent, supervises=False)
    await worker(works).work(works.tenant)
    assert (await works.query(STATE), await at_the_platform(works)) == ([("lifted", 0)], [])


async def test_what_fails_for_a_moment_is_tried_later_and_later_an_hour_at_most(
    works: Works, talk: Conversation, agent: UUID
) -> None:
    await a_lifted_one(works, talk, agent)
    await refuses(works, 139103, 100)
    gaps = []
    for _ in range(10):
        await worker(works).work(works.tenant)
        now = works.clock.now()
        ((due_at, trouble),) = await works.query("SELECT due_at, trouble FROM person_block")
        assert trouble == ""
        gaps.append(round((due_at - now).total_seconds()))
        await worker(works).work(works.tenant)  # too early: nothing is asked
        works.clock.moved += due_at - now
    assert gaps[:4] == [30, 60, 120, 240] and gaps[-2:] == [3600, 3600]


async def test_a_gap_is_over_when_somebody_decides_anew(works: Works, talk: Conversation, agent: UUID) -> None:
    made = await blocks_her(works, talk, agent)
    await refuses(works, 139102)
    await worker(works).work(works.tenant)
    await acts(works, lift_block, made, agent, supervises=False)
    await worker(works).work(works.tenant)
    assert await works.query("SELECT state, attempts, due_at FROM person_block") == [("lifted", 0, None)]


async def test_whoever_is_blocked_is_unblocked_before_they_are_erased(
    works: Works, talk: Conversation, agent: UUID
) -> None:
    made = await blocks_her(works, talk, agent)
    await worker(works).work(works.tenant)
    with pytest.raises(Invalid, match="lift the block"):
        await erases(works, talk, agent)
    await acts(works, lift_block, made, agent, supervises=False)
    await worker(works).work(works.tenant)
    await erases(works, talk, agent)
    assert await works.query("SELECT note FROM person_block") == [("",)]


async def erases(works: Works, talk: Conversation, by: UUID) -> None:
    async with works.database.transaction(works.tenant) as db:
        now = works.clock.now()
        await erase_person(db, works.tenant, talk.contact_id, asked_how="by letter", account_id=by, now=now)


async def test_another_clients_block_is_not_there(works: Works, talk: Conversation, agent: UUID) -> None:
    made = await blocks_her(works, talk, agent)
    works.tenant, mine = uuid4(), works.tenant
    with pytest.raises(NotFound):
        await acts(works, lift_block, made, agent, supervises=True)
    works.tenant = mine
