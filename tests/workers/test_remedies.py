"""What the platform refuses for a reason that lasts is not tried with the next message."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from parley.core.conversation import Conversation
from parley.core.messages import TemplateUse
from parley.core.policy.refusals import RESTS
from parley.storage.facts import Draft, outbounds
from tests.workers.conftest import ACCOUNT, ANA, NUMBER, Works

USE = TemplateUse("here", "en_US", "utility", rendered="Your parcel is here.")
OFFER = TemplateUse("offer", "en_US", "marketing", rendered="Ten percent for you.")
TEMPLATE = """
INSERT INTO template (tenant_id, account_id, name, language, category, status, components, updated_at)
VALUES (%s, %s, %s, 'en_US', %s, 'APPROVED', '[]', now())
"""
STATUSES = "SELECT status FROM message WHERE direction = 'out' ORDER BY position"
STATES = "SELECT state FROM outbox ORDER BY position"
BEN = "447700900102"


async def with_templates(works: Works, agent: UUID) -> Conversation:
    """Ana, who agreed to everything, and two approved templates."""
    conversation = await works.a_conversation(agent)
    for use in (USE, OFFER):
        await works.change(TEMPLATE, works.tenant, ACCOUNT, use.name, use.category)
    templates = [
        {
            "name": use.name,
            "language": "en_US",
            "category": use.category.upper(),
            "components": [{"type": "BODY", "text": use.rendered}],
        }
        for use in (USE, OFFER)
    ]
    await works.platform.post("templates", {"waba_id": ACCOUNT, "templates": templates})
    wording = "I agree to get messages from Northbank over WhatsApp."
    await works.opt("opt_in", "all", conversation.contact_id, wording)
    return conversation


async def refused_with(works: Works, code: int, count: int = 1) -> None:
    await works.platform.post("faults", {"calls": "messages", "code": code, "count": count})
    await works.sender.work(works.tenant)


async def told(works: Works, message_id: UUID, code: int) -> None:
    """The platform took the message, and says later that it failed."""
    at = str(int(works.clock.now().timestamp()))
    status: dict[str, Any] = {"id": f"wamid.{message_id}", "status": "failed", "timestamp": at, "recipient_id": ANA}
    status |= {"biz_opaque_callback_data": str(message_id), "errors": [{"code": code, "title": "no"}]}
    await works.receive({"number_id": NUMBER, "status": status}, kind="status")
    await works.inbox.work(works.tenant)


async def test_a_stop_told_in_the_answer_is_the_persons_word(works: Works, agent: UUID) -> None:
    conversation = await with_templates(works, agent)
    await works.say(conversation, USE, agent)
    await refused_with(works, 131050)
    stops = await works.query("SELECT contact_id, purpose FROM consent WHERE action = 'opt_out'")
    assert stops == [(conversation.contact_id, "marketing")]


@pytest.mark.parametrize(("code", "status"), [(132015, "PAUSED"), (132016, "DISABLED"), (132007, "REJECTED")])
async def test_a_template_that_the_platform_stops_is_stopped_here_at_once(
    works: Works, agent: UUID, code: int, status: str
) -> None:
    conversation = await with_templates(works, agent)
    await works.say(conversation, USE, agent)
    await refused_with(works, code)
    assert await works.query("SELECT status FROM template WHERE name = 'here'") == [(status,)]


async def test_who_can_not_be_reached_gets_nothing_that_is_queued_until_they_write(works: Works, agent: UUID) -> None:
    conversation = await works.a_conversation(agent)
    await works.say(conversation, "One", agent)
    second = await works.say(conversation, "Two", agent)
    await refused_with(works, 131026)
    await works.sender.work(works.tenant)
    refused = await works.message(second.message_id)
    assert (refused.status, (refused.error or {})["clause"]) == ("refused", "F1")
    works.clock.moved += timedelta(minutes=5)
    await works.change("UPDATE conversation SET window_expires_at = %s", works.clock.now() + timedelta(hours=24))
    await works.say(conversation, "You are back", agent)
    await works.sender.work(works.tenant)
    assert [each["text"] for each in await works.platform.sends()] == ["You are back"]


@pytest.mark.parametrize("late", [False, True], ids=["in the answer", "in a status"])
@pytest.mark.parametrize(
    ("code", "who", "remedy"),
    [
        (130403, "This business has blocked this person", "unblock them"),
        (131026, "They may have blocked", "another way"),
    ],
)
async def test_where_a_block_may_be_why_the_agent_reads_who_blocked_whom_and_what_to_do(
    works: Works, agent: UUID, code: int, who: str, remedy: str, late: bool
) -> None:
    conversation = await works.a_conversation(agent)
    said = await works.say(conversation, "One", agent)
    if late:
        await works.sender.work(works.tenant)
        await told(works, said.message_id, code)
    else:
        await refused_with(works, code)
    message = await works.message(said.message_id)
    error = message.error or {}
    assert (message.status, error["code"]) == ("failed", str(code))
    assert who in error["sentence"] and remedy in error["next_sentence"]


async def test_a_cap_on_marketing_is_for_a_day_and_for_marketing_only(works: Works, agent: UUID) -> None:
    works.clock.to_noon()
    conversation = await with_templates(works, agent)
    offer = await works.say(conversation, OFFER, agent)
    await works.sender.work(works.tenant)
    await works.say(conversation, OFFER, agent)
    await told(works, offer.message_id, 131049)
    await works.say(conversation, USE, agent)
    await works.sender.work(works.tenant)
    assert await works.query(STATUSES) == [("failed",), ("refused",), ("accepted",)]
    works.clock.moved += RESTS[131049].lasts + timedelta(minutes=1)
    await works.say(conversation, OFFER, agent)
    await works.sender.work(works.tenant)
    assert (await works.query(STATUSES))[-1] == ("accepted",)


async def test_an_experiment_ends_that_message_only(works: Works, agent: UUID) -> None:
    works.clock.to_noon()
    conversation = await with_templates(works, agent)
    offer = await works.say(conversation, OFFER, agent)
    await works.sender.work(works.tenant)
    await told(works, offer.message_id, 130472)
    await works.say(conversation, OFFER, agent)
    await works.sender.work(works.tenant)
    assert await works.query(STATUSES) == [("failed",), ("accepted",)]


async def test_a_number_that_can_not_send_does_not_burn_its_queue(works: Works, agent: UUID) -> None:
    conversation = await works.a_conversation(agent)
    await works.say(conversation, "One", agent)
    await refused_with(works, 131042)
    await works.say(conversation, "Two", agent)
    await works.sender.work(works.tenant)
    assert await works.platform.sends() == []
    assert await works.query(STATES) == [("failed",), ("pending",)]
    assert await works.query("SELECT event, grave FROM platform_notice") == [("131042", True)]


async def test_of_those_that_are_refused_together_one_tells_it_and_the_others_wait(works: Works, agent: UUID) -> None:
    await works.say(await works.a_conversation(agent), "One", agent)
    await works.say(await works.a_conversation(agent, BEN), "Two", agent)
    await refused_with(works, 131031, count=2)
    assert sorted(await works.query(STATES)) == [("failed",), ("pending",)]


async def test_a_held_number_tries_one_message_and_goes_on_when_it_left(works: Works, agent: UUID) -> None:
    conversation = await works.a_conversation(agent)
    await works.say(conversation, "One", agent)
    await refused_with(works, 131042)
    await works.say(conversation, "Two", agent)
    held = "SELECT held_code, held_times FROM number"
    for minutes, times in ((2, 2), (5, 3)):
        works.clock.moved += timedelta(minutes=minutes)
        await refused_with(works, 131042)
        assert await works.query(held) == [(131042, times)]
        await works.say(conversation, "Again", agent)
    works.clock.moved += timedelta(minutes=17)
    await works.sender.work(works.tenant)
    assert await works.query(held) == [(None, 0)]
    assert len(await works.platform.sends()) == 1
    assert await works.query("SELECT count(*) FROM platform_notice") == [(1,)]


@pytest.mark.parametrize("code", [368, 131031, 131048, 131064, 139200, 130497])
async def test_what_the_platform_does_to_a_business_opens_one_case_whichever_way_it_is_told(
    works: Works, agent: UUID, code: int
) -> None:
    conversation = await works.a_conversation(agent)
    first = await works.say(conversation, "One", agent)
    await refused_with(works, code)
    await told(works, first.message_id, code)
    cases = await works.query("SELECT kind, facts ->> 'name', clauses, facts ? 'decisions' FROM policy_case")
    assert cases == [("enforcement", f"error_{code}", ["F1"], True)]


async def test_a_country_that_is_barred_keeps_the_number_from_nobody_else(works: Works, agent: UUID) -> None:
    conversation = await works.a_conversation(agent)
    await works.say(conversation, "One", agent)
    await refused_with(works, 130497)
    await works.say(await works.a_conversation(agent, BEN), "Two", agent)
    await works.platform.post(
        f"customers/{BEN}/messages", {"phone_number_id": NUMBER, "type": "text", "text": {"body": "Hi"}}
    )
    await works.sender.work(works.tenant)
    assert await works.query(STATES) == [("failed",), ("sent",)]


async def test_the_limit_of_the_account_is_not_passed_and_who_was_written_to_may_be_again(
    works: Works, agent: UUID
) -> None:
    first = await with_templates(works, agent)
    second = await works.a_conversation(agent, BEN)
    await works.opt("opt_in", "all", second.contact_id, "I agree to get messages from Northbank over WhatsApp.")
    await works.change("UPDATE number SET daily_limit = 1")
    await works.change("UPDATE conversation SET window_expires_at = now() - interval '1 hour'")
    await works.say(first, USE, agent)
    await works.say(second, USE, agent)
    await works.sender.work(works.tenant)
    assert await works.query(STATUSES) == [("accepted",), ("refused",)]
    clauses = await works.query("SELECT clauses FROM gate_decision WHERE verdict = 'block'")
    assert clauses == [(["F2"],)]
    await works.say(first, TemplateUse("here", "en_US", "utility", rendered="Your parcel is here."), agent)
    await works.sender.work(works.tenant)
    assert len(await works.platform.sends()) == 2


async def test_the_limit_is_counted_over_all_accounts_of_the_portfolio(works: Works, agent: UUID) -> None:
    conversation = await with_templates(works, agent)
    await works.change(ANOTHER_ACCOUNT)
    await works.change("UPDATE number SET daily_limit = 1")
    await works.change("UPDATE conversation SET window_expires_at = now() - interval '1 hour'")
    await works.say(conversation, USE, agent)
    await works.sender.work(works.tenant)
    second = await works.a_conversation(agent, BEN)
    await works.opt("opt_in", "all", second.contact_id, "I agree to get messages from Northbank over WhatsApp.")
    await works.change(f"UPDATE conversation SET number_id = '101' WHERE conversation_id = '{second.conversation_id}'")
    await works.change("UPDATE conversation SET window_expires_at = now() - interval '1 hour'")
    assert await counted(works, second.conversation_id, agent) == 0  # nobody knows yet that the two belong together
    await works.change("UPDATE number SET business_id = '900'")
    assert await counted(works, second.conversation_id, agent) == 1
    await works.change("UPDATE number SET business_id = '901' WHERE number_id = '101'")
    assert await counted(works, second.conversation_id, agent) == 0


ANOTHER_ACCOUNT = """
INSERT INTO number (tenant_id, number_id, account_id, display_phone_number, display_name, access_token, created_at)
SELECT tenant_id, '101', '201', '+44 20 7946 0101', display_name, access_token, created_at FROM number
"""


async def counted(works: Works, conversation_id: UUID, agent: UUID) -> int:
    """How many others were written to first today, as the gate is told before this one."""
    draft = Draft(conversation_id, USE, "agent", agent)
    async with works.database.transaction(works.tenant) as db:
        (facts,) = await outbounds(db, works.tenant, [draft], works.clock.now())
    return facts.number.started_today


@pytest.mark.parametrize(
    ("code", "waits"),
    [(131056, (4, 16, 64)), (131057, (60, 120, 240)), (131000, (0.5, 1, 2)), (80007, (300, 600, 1200))],
)
async def test_what_may_succeed_later_waits_for_as_long_as_its_limit_needs(
    works: Works, agent: UUID, code: int, waits: tuple[float, ...]
) -> None:
    await works.say(await works.a_conversation(agent), "One", agent)
    for seconds in waits:
        before = works.clock.now()
        await refused_with(works, code)
        ((due,),) = await works.query("SELECT due_at FROM outbox")
        assert timedelta(seconds=seconds) <= due - before < timedelta(seconds=seconds + 3)
        works.clock.moved += timedelta(seconds=seconds + 1)
    await works.sender.work(works.tenant)
    assert await works.query(STATES) == [("sent",)]
