"""WhatsApp is asked what it counts and charges, day by day, and what differs from our books is shown."""

import asyncio
from datetime import UTC, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from parley.actions.compare_totals import compare_totals
from parley.core.pricing.whatsapp_totals import Totals as Month
from parley.storage import price_cards
from parley.workers.totals import Totals
from tests.core.pricing.cards import a_card
from tests.workers.conftest import ACCOUNT, ANA, NUMBER, TOKEN, Works
from tests.workers.test_prices import PMP
from tests.workers.test_statuses import report

TEMPLATE = {"name": "follow_up", "language": {"code": "en"}}
SAID = [{"type": "BODY", "text": "Hello from Northbank."}]
DAYS = "SELECT count(*) FROM price_total_day"


@pytest.fixture
async def month(works: Works) -> str:
    """The month of the day that everything happens on."""
    await works.platform.post("clock", {"reset": True})
    template = {"name": "follow_up", "language": "en", "category": "UTILITY", "components": SAID}
    await works.platform.post("templates", {"waba_id": ACCOUNT, "templates": [template]})
    async with works.database.transaction(works.tenant) as db:
        await price_cards.save(db, works.tenant, ACCOUNT, [a_card()], works.clock.now())
    return f"{works.clock.now().astimezone(UTC):%Y-%m}"


def worker(works: Works) -> Totals:
    return Totals(works.database, works.clock, works.graph, works.vault)


async def compared(works: Works, month: str) -> Month:
    async with works.database.transaction(works.tenant) as db:
        return await compare_totals(db, works.tenant, month)


async def a_message_arrives(works: Works, agent: UUID) -> None:
    """An answer within the window, which the platform has delivered and told of."""
    said = await works.say(await works.a_conversation(agent), "Hello", agent)
    await works.sender.work(works.tenant)
    await all_delivered(works)
    at, told = str(int(works.clock.now().timestamp())), PMP | {"type": "free_customer_service", "category": "service"}
    await report(works, said.message_id, "delivered", timestamp=at, pricing=told)
    while await works.inbox.work(works.tenant):
        pass


async def all_delivered(works: Works) -> None:
    """As far as the platform is concerned: a phone takes a moment."""
    for _ in range(200):
        if {each["status"] for each in await works.platform.sends()} <= {"delivered", "read"}:
            return
        await asyncio.sleep(0.05)
    raise AssertionError(await works.platform.sends())


async def a_day_later(works: Works) -> None:
    works.clock.moved += timedelta(days=1)
    await works.platform.post("clock", {"advance_seconds": 86_400})


async def lines(works: Works, month: str) -> list[tuple[str, str, int, int, str]]:
    found = await compared(works, month)
    assert found.troubles == ()
    return [(each.category, each.kind, each.ours, each.theirs, each.difference) for each in found.lines]


async def test_what_both_count_agrees_and_only_days_that_are_over_are_asked_about(
    works: Works, agent: UUID, month: str
) -> None:
    await a_message_arrives(works, agent)
    await worker(works).work(works.tenant)
    assert await works.query(DAYS) == [(0,)]
    assert (await compared(works, month)).last is None
    await a_day_later(works)
    await worker(works).work(works.tenant)
    assert await lines(works, month) == [("service", "free_customer_service", 1, 1, "")]
    assert (await compared(works, month)).last == (works.clock.now() - timedelta(days=1)).astimezone(UTC).date()


async def test_what_another_program_sends_is_seen_in_the_totals_with_its_cost(
    works: Works, agent: UUID, month: str
) -> None:
    await a_message_arrives(works, agent)
    await works.platform.post("clock", {"advance_seconds": 3_600})
    await sent_elsewhere(works)
    await a_day_later(works)
    await worker(works).work(works.tenant)
    assert ("utility", "free_customer_service", 0, 1, "more_there") in await lines(works, month)


async def sent_elsewhere(works: Works) -> None:
    """By a program that has the token, too."""
    body = {"messaging_product": "whatsapp", "to": ANA, "type": "template", "template": TEMPLATE}
    url = f"{works.platform.url}/v23.0/{NUMBER}/messages"
    headers = {"Authorization": f"Bearer {TOKEN}"}
    async with works.platform.http.post(url, json=body, headers=headers) as answer:
        assert answer.status == 200, await answer.text()
    await all_delivered(works)


async def test_a_status_that_never_came_is_seen_and_a_charge_by_another_rate_as_well(
    works: Works, agent: UUID, month: str
) -> None:
    await a_message_arrives(works, agent)
    await a_day_later(works)
    await worker(works).fetch(works.tenant)
    await works.change("UPDATE price_total SET kind = 'regular', category = 'utility', amount = 0.5")
    await works.change("UPDATE delivery SET reported = 'regular/utility', category = 'utility'")
    assert await lines(works, month) == [("utility", "regular", 1, 1, "amount")]
    await works.change("UPDATE price_total SET count = 2")
    assert await lines(works, month) == [("utility", "regular", 1, 2, "more_there")]


async def test_a_day_is_asked_about_again_until_it_is_settled_and_then_no_more(
    works: Works, agent: UUID, month: str
) -> None:
    await a_message_arrives(works, agent)
    for _ in range(6):
        await a_day_later(works)
        await worker(works).fetch(works.tenant)
    asked = await works.query("SELECT day, asked_at FROM price_total_day ORDER BY day")
    assert len(asked) == 6
    first, when = asked[0]
    assert (when.astimezone(UTC).date() - first).days == 4
    await works.change("UPDATE price_total SET count = 7 WHERE day = %s", first)
    await worker(works).fetch(works.tenant)
    assert await works.query("SELECT DISTINCT count FROM price_total WHERE day = %s", first) == [(7,)]
    await worker(works).fetch(works.tenant, all_days=True)
    assert await works.query("SELECT DISTINCT count FROM price_total WHERE day = %s", first) == [(1,)]


@pytest.mark.parametrize(("code", "retriable"), [(80007, True), (2, True), (200, False), (190, False)])
async def test_a_refusal_is_kept_and_asked_again_soon_only_where_that_helps(
    works: Works, month: str, code: int, retriable: bool
) -> None:
    await a_day_later(works)
    await works.platform.post("faults", {"calls": "*", "code": code, "phone_number_id": ACCOUNT})
    await worker(works).fetch(works.tenant)
    (trouble,) = (await compared(works, month)).troubles
    assert (trouble.account_id, trouble.code, trouble.retriable) == (ACCOUNT, code, retriable)
    assert trouble.sentence
    async with works.platform.http.delete(f"{works.platform.url}/control/faults") as answer:
        assert answer.status < 300
    await worker(works).fetch(works.tenant)
    assert bool((await compared(works, month)).troubles) is not retriable
    works.clock.moved += timedelta(days=1, minutes=1)
    await worker(works).fetch(works.tenant)
    assert (await compared(works, month)).troubles == ()


async def test_another_clients_totals_are_not_ours(works: Works, agent: UUID, month: str) -> None:
    await a_message_arrives(works, agent)
    await a_day_later(works)
    await worker(works).fetch(works.tenant)
    amount = await works.query("SELECT amount FROM price_total")
    assert amount == [(Decimal(0),)]
    other = UUID(int=7)
    async with works.database.transaction(other) as db:
        assert (await compare_totals(db, other, month)).lines == ()
