from datetime import datetime, timedelta
from uuid import UUID

import pytest

from parley.core.line import Beat
from parley.storage import beats
from parley.workers.beats import Beats
from parley.workers.sender import Sender
from tests.workers.conftest import ANA, NUMBER, Works


@pytest.fixture
def heart(works: Works) -> Beats:
    return Beats(works.database, works.clock)


async def kept(works: Works) -> Beat:
    async with works.database.transaction(works.tenant) as db:
        found = await beats.get(db, works.tenant)
    assert found is not None
    return found


async def sends(works: Works, heart: Beats, agent: UUID) -> datetime:
    """One message, with the wall's time before it left."""
    before = works.clock.wall()
    wrote = {"phone_number_id": NUMBER, "type": "text", "text": {"body": "Hi"}}
    await works.platform.post(f"customers/{ANA}/messages", wrote)
    await works.say(await works.a_conversation(agent), "Hello", agent)
    sender = Sender(works.database, works.clock, works.graph, works.vault, works.store, None, heart)
    assert await sender.work(works.tenant)
    return before


async def test_a_message_of_which_nothing_is_heard_is_noted_with_its_time(
    works: Works, heart: Beats, agent: UUID
) -> None:
    await heart.work(works.tenant)
    assert (await kept(works)).unanswered_since is None
    before = await sends(works, heart, agent)
    await heart.work(works.tenant)
    first = (await kept(works)).unanswered_since
    assert first is not None and before <= first <= works.clock.wall()
    heart.sent(works.tenant, works.clock.wall() + timedelta(seconds=1))
    await heart.work(works.tenant)
    assert (await kept(works)).unanswered_since == first  # the first of them counts


async def test_whatever_is_heard_ends_the_silence(works: Works, heart: Beats, agent: UUID) -> None:
    await heart.work(works.tenant)
    await sends(works, heart, agent)
    await heart.work(works.tenant)
    await works.receive(works.a_message("Anybody?"))
    await heart.work(works.tenant)
    assert (await kept(works)).unanswered_since is None


async def test_a_message_whose_report_came_before_we_wrote_it_down_is_not_waited_for(
    works: Works, heart: Beats
) -> None:
    await heart.work(works.tenant)
    left_at = works.clock.wall()
    await works.receive(works.a_message())
    await heart.work(works.tenant)
    heart.sent(works.tenant, left_at)
    await heart.work(works.tenant)
    assert (await kept(works)).unanswered_since is None


async def test_a_refused_message_is_not_waited_for(works: Works, heart: Beats, agent: UUID) -> None:
    await heart.work(works.tenant)
    await works.platform.post("faults", {"calls": "messages", "code": 131051, "count": 1})
    await sends(works, heart, agent)
    await heart.work(works.tenant)
    assert (await kept(works)).unanswered_since is None
