"""The ledger finds what it is there to find: a check that can not fail would prove nothing."""

from uuid import UUID

import pytest

from parley.demo.check.customers import Story
from parley.demo.check.ledger import account_for, percentile
from parley.demo.check.platform import Received
from tests.workers.conftest import Works, platform_url, works  # noqa: F401 - fixtures


def a_send(message_id: UUID) -> Received:
    return Received("wamid.out", "4477", str(message_id), "text", {}, 1.0)


async def test_all_is_well_where_both_sides_agree(works: Works) -> None:  # noqa: F811
    said = await works.say(await works.a_conversation(), "Hello")
    await works.change("UPDATE message SET status = 'delivered'")
    result = await account_for(works.database, works.tenant, [], [a_send(said.message_id)], [])
    assert result.problems == []


async def test_a_message_that_never_reached_the_platform_is_lost(works: Works) -> None:  # noqa: F811
    await works.say(await works.a_conversation(), "Hello")
    result = await account_for(works.database, works.tenant, [], [], [])
    assert len(result.lost) == 1 and result.problems


async def test_a_message_that_reached_it_twice_is_doubled(works: Works) -> None:  # noqa: F811
    said = await works.say(await works.a_conversation(), "Hello")
    await works.change("UPDATE message SET status = 'delivered'")
    sends = [a_send(said.message_id), a_send(said.message_id)]
    result = await account_for(works.database, works.tenant, [], sends, [])
    assert len(result.doubled) == 1 and result.problems


async def test_a_customers_message_that_is_not_kept_is_lost(works: Works) -> None:  # noqa: F811
    story = Story("4477", "Where is it?", "card_arrival", sent=["wamid.gone"], ended="solved by the bot")
    result = await account_for(works.database, works.tenant, [story], [], [])
    assert result.lost == ["from a customer: wamid.gone"]


async def test_a_customer_without_answer_or_owner_is_a_problem(works: Works) -> None:  # noqa: F811
    await works.receive(works.a_message("Hello, anybody?"))
    await works.inbox.work(works.tenant)
    await works.change("DELETE FROM outbox WHERE kind = 'message'")
    await works.change("UPDATE message SET status = 'failed' WHERE direction = 'out'")
    await works.change("UPDATE conversation SET last_message_from = 'customer'")
    result = await account_for(works.database, works.tenant, [], [], [])
    assert result.left_alone == 1


async def test_a_story_without_an_end_is_a_problem(works: Works) -> None:  # noqa: F811
    story = Story("4477", "Where is it?", "card_arrival", ended="no answer in time")
    result = await account_for(works.database, works.tenant, [story], [], [])
    assert result.problems == ["no answer in time for 4477: 'Where is it?'"]


@pytest.mark.parametrize(("values", "share", "expected"), [([], 50, 0.0), ([3.0], 99, 3.0), ([1.0, 2.0, 3.0], 50, 2.0)])
def test_percentiles(values: list[float], share: int, expected: float) -> None:
    assert percentile(values, share) == expected
