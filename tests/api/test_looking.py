"""Who else has a conversation open."""

import asyncio
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from parley.api.lookers import LASTS, Lookers
from tests.api.conftest import Desk, LogIn
from tests.api.test_live import next_of, stream
from tests.api.world import Business

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
TENANT, CONVERSATION, ANN, BOB = (uuid4() for _ in range(4))


def note(lookers: Lookers, account: UUID, doing: str, at: datetime = NOON) -> bool:
    return lookers.note(TENANT, CONVERSATION, account, doing, at)  # type: ignore[arg-type]


def there(lookers: Lookers, at: datetime = NOON) -> list[tuple[UUID, bool]]:
    return [(each.account_id, each.is_writing) for each in lookers.of(TENANT, CONVERSATION, at)]


def test_who_comes_writes_and_goes_is_news_and_who_stays_is_not() -> None:
    lookers = Lookers()
    assert [note(lookers, ANN, doing) for doing in ("reads", "reads", "writes", "writes", "reads", "left", "left")] == [
        True,
        False,
        True,
        False,
        True,
        True,
        False,
    ]
    assert there(lookers) == []


def test_they_stand_in_the_order_in_which_they_came() -> None:
    lookers = Lookers()
    note(lookers, BOB, "reads")
    note(lookers, ANN, "reads")
    note(lookers, BOB, "writes")
    assert there(lookers) == [(BOB, True), (ANN, False)]
    assert lookers.of(uuid4(), CONVERSATION, NOON) == lookers.of(TENANT, uuid4(), NOON) == []


def test_who_says_nothing_more_is_forgotten() -> None:
    lookers = Lookers()
    note(lookers, ANN, "reads")
    note(lookers, BOB, "reads", NOON + LASTS / 2)
    assert there(lookers, NOON + LASTS) == [(BOB, False)]
    assert note(lookers, ANN, "reads", NOON + LASTS)  # back, and that is news again
    lookers.tidy(NOON + 3 * LASTS)
    assert lookers == Lookers()


async def test_colleagues_see_each_other_and_hear_of_it(ann: Desk, bank: Business, log_in: LogIn) -> None:
    conversation = await bank.add_conversation("ann")
    address = f"/api/conversations/{conversation.conversation_id}"
    bob = await log_in(bank, "bob")
    events = stream(bob)
    assert await anext(events) == ": listening"

    assert (await ann.ask("PUT", f"{address}/looking", {})).body == {"items": []}
    told = await next_of(events, "looking")
    assert told == {"conversation_id": str(conversation.conversation_id), "kind": "looking"}
    (seen,) = (await bob.get(f"{address}/lookers")).body["items"]
    assert (seen["name"], seen["is_writing"]) == ("Ann", False)
    assert (await ann.get(f"{address}/lookers")).body == {"items": []}
    assert (await bob.ask("PUT", f"{address}/looking", {})).body == {"items": [seen]}
    await next_of(events, "looking")

    await ann.ask("PUT", f"{address}/looking", {"writing": True})
    await next_of(events, "looking")
    assert (await bob.get(f"{address}/lookers")).body["items"][0]["is_writing"]

    assert (await ann.ask("DELETE", f"{address}/looking")).status == 204
    await next_of(events, "looking")
    assert (await bob.get(f"{address}/lookers")).body == {"items": []}


async def test_what_is_said_again_is_told_to_nobody(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("ann")
    address = f"/api/conversations/{conversation.conversation_id}"
    await ann.ask("PUT", f"{address}/looking", {})
    events = stream(ann)
    await anext(events)
    await ann.ask("PUT", f"{address}/looking", {})
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(next_of(events, "looking"), 0.5)
