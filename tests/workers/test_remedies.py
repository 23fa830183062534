"""What the platform refuses for a reason that lasts is not tried with the next message."""

from uuid import UUID

from parley.core.messages import TemplateUse
from tests.workers.conftest import ACCOUNT, Works

USE = TemplateUse("here", "en_US", "utility", rendered="Your parcel is here.")
TEMPLATE = """
INSERT INTO template VALUES (%s, %s, 'here', 'en_US', 'utility', 'APPROVED', '[]', now())
"""


async def refused_with(works: Works, agent: UUID, code: int) -> UUID:
    """A template that the platform refuses; the person that it was for."""
    conversation = await works.a_conversation(agent)
    await works.change(TEMPLATE, works.tenant, ACCOUNT)
    await works.say(conversation, USE, agent)
    await works.platform.post("faults", {"calls": "messages", "code": code, "count": 1})
    await works.sender.work(works.tenant)
    return conversation.contact_id


async def test_a_stop_told_in_the_answer_is_the_persons_word(works: Works, agent: UUID) -> None:
    contact_id = await refused_with(works, agent, 131050)
    assert await works.query("SELECT contact_id, purpose, action FROM consent") == [
        (contact_id, "marketing", "opt_out")
    ]


async def test_a_paused_template_is_paused_here_at_once(works: Works, agent: UUID) -> None:
    await refused_with(works, agent, 132015)
    assert await works.query("SELECT status FROM template") == [("PAUSED",)]


async def test_a_disabled_template_is_disabled_here_at_once(works: Works, agent: UUID) -> None:
    await refused_with(works, agent, 132016)
    assert await works.query("SELECT status FROM template") == [("DISABLED",)]


async def test_a_number_that_can_not_send_does_not_burn_its_queue(works: Works, agent: UUID) -> None:
    conversation = await works.a_conversation(agent)
    await works.say(conversation, "One", agent)
    await works.platform.post("faults", {"calls": "messages", "code": 131042, "count": 1})
    sender = works.sender
    await sender.work(works.tenant)
    await works.say(conversation, "Two", agent)
    await sender.work(works.tenant)
    assert await works.platform.sends() == []
    assert await works.query("SELECT state FROM outbox ORDER BY position") == [("failed",), ("pending",)]
