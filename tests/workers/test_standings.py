"""A number that people complain of slows down and stops, and whoever writes to it is still answered."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from parley.actions.assess_numbers import assess_numbers
from parley.core.conversation import Conversation
from parley.core.messages import Text
from parley.core.policy.gate import decide
from parley.core.policy.verdicts import Decision
from parley.storage import numbers, standing
from parley.storage.facts import Draft, outbounds
from parley.whatsapp.client import NumberAccess
from parley.workers.standings import Standings
from tests.workers.conftest import NUMBER, TOKEN, Works


async def delivered(works: Works, conversation: Conversation, count: int) -> None:
    for _ in range(count):
        await works.change(
            """INSERT INTO message (tenant_id, conversation_id, message_id, direction, author_kind, type, content,
                                    status, at)
               VALUES (%s, %s, %s, 'out', 'agent', 'text', '{"type": "text", "body": "Hello"}', 'delivered', %s)""",
            works.tenant,
            conversation.conversation_id,
            uuid4(),
            works.clock.now(),
        )


async def assessed(works: Works) -> str:
    async with works.database.transaction(works.tenant) as db:
        return (await assess_numbers(db, works.tenant, works.clock.now()))[NUMBER]


async def complained(works: Works, blocks: int) -> None:
    async with works.database.transaction(works.tenant) as db:
        await standing.set_feedback(db, works.tenant, NUMBER, works.clock.now().date(), blocks, 0)


async def asked(works: Works, conversation: Conversation, *, in_window: bool) -> Decision:
    at = works.clock.now() if in_window else works.clock.now() + timedelta(days=3)
    async with works.database.transaction(works.tenant) as db:
        draft = Draft(conversation.conversation_id, Text("Hello"), "agent")
        return decide((await outbounds(db, works.tenant, [draft], at))[0])


async def test_it_slows_down_then_stops_and_still_answers(works: Works) -> None:
    conversation = await works.a_conversation()
    await delivered(works, conversation, 200)
    assert await assessed(works) == "good"
    await complained(works, 3)
    assert await assessed(works) == "slow"
    async with works.database.transaction(works.tenant) as db:
        assert (await numbers.access(db, works.tenant))[NUMBER][1] == 20
    await complained(works, 8)
    assert await assessed(works) == "stopped"
    assert (await asked(works, conversation, in_window=True)).verdict == "allow"
    late = await asked(works, conversation, in_window=False)
    assert "stopped_number_only_answers" in {finding.rule for finding in late.findings}
    log = await works.query("SELECT moment, verdict, clauses FROM gate_decision ORDER BY seq")
    assert log == [("platform", "warn", ["F1"]), ("platform", "block", ["F1"])]


async def test_few_complaints_among_few_messages_say_nothing(works: Works) -> None:
    conversation = await works.a_conversation()
    await delivered(works, conversation, 5)
    await complained(works, 1)
    assert await assessed(works) == "good"


async def test_what_the_platform_says_counts_and_is_forgotten_when_it_takes_it_back(works: Works) -> None:
    async with works.database.transaction(works.tenant) as db:
        await standing.set_quality(db, works.tenant, NUMBER, "RED")
    assert await assessed(works) == "stopped"
    async with works.database.transaction(works.tenant) as db:
        await standing.set_quality(db, works.tenant, NUMBER, "GREEN")
    assert await assessed(works) == "good"


async def test_an_old_profile_is_asked_about_and_slows_nobody(works: Works) -> None:
    works.clock.moved = timedelta(days=200)
    assert await assessed(works) == "good"
    assert [each["clause"] for each in await findings(works)] == ["B2"]


async def test_a_profile_that_whatsapp_shows_otherwise_is_named(works: Works) -> None:
    worker = Standings(works.database, works.clock, works.graph, works.vault)
    access = NumberAccess(NUMBER, TOKEN)
    shown = {"messaging_product": "whatsapp", "email": "care@northbank.example"}
    await works.graph.call("POST", f"{NUMBER}/whatsapp_business_profile", access, json=shown)
    await worker.work(works.tenant)
    assert await findings(works) == []
    other = shown | {"email": "old@northbank.example"}
    await works.graph.call("POST", f"{NUMBER}/whatsapp_business_profile", access, json=other)
    await worker.work(works.tenant)
    assert await findings(works) == []  # it is looked at every hour
    await Standings(works.database, works.clock, works.graph, works.vault).work(works.tenant)
    assert [(each["clause"], each["facts"]["drift"]) for each in await findings(works)] == [("B2", ["email"])]
    assert await works.query("SELECT standing FROM number") == [("good",)]


async def findings(works: Works) -> list[dict[str, Any]]:
    return list((await works.query("SELECT standing_findings FROM number"))[0][0])


async def test_the_limit_and_the_quality_are_what_whatsapp_answers_when_it_is_asked(works: Works) -> None:
    await works.platform.post("numbers", {"phone_number_id": NUMBER, "quality_rating": "YELLOW"})
    await Standings(works.database, works.clock, works.graph, works.vault).work(works.tenant)
    ((quality, limit, stands),) = await works.query("SELECT quality, daily_limit, standing FROM number")
    assert (quality, stands) == ("YELLOW", "slow")
    assert limit is not None and limit >= 250


async def test_whose_portfolio_an_account_is_of_is_asked_and_its_limit_holds_for_all_of_it(works: Works) -> None:
    await Standings(works.database, works.clock, works.graph, works.vault).work(works.tenant)
    ((business,),) = await works.query("SELECT business_id FROM number")
    assert business.isdigit()
    await works.change(
        """INSERT INTO number (tenant_id, number_id, account_id, display_phone_number, display_name, access_token,
                               created_at, business_id)
           SELECT tenant_id, '101', '201', '+44 20 7946 0101', display_name, access_token, created_at, business_id
             FROM number"""
    )
    async with works.database.transaction(works.tenant) as db:
        await numbers.limit(db, works.tenant, "201", 2000)
    assert await works.query("SELECT daily_limit FROM number") == [(2000,), (2000,)]
