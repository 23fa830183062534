from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from parley.actions.sum_month import sum_month
from parley.core.conversation import Conversation
from parley.core.messages import TemplateUse
from parley.core.pricing.months import Line, Month, Reconciled, Sum
from parley.storage import price_cards
from parley.storage.messages import Message
from tests.core.pricing.cards import a_card
from tests.workers.conftest import ACCOUNT, Works
from tests.workers.test_statuses import report

BOOKED = "SELECT kind, category, market, nth, amount, currency FROM price_booking ORDER BY at, nth = 0, nth"
FORETOLD = "SELECT kind, category, amount, currency FROM price_foretold"
PMP = {"pricing_model": "PMP", "billable": True}


@pytest.fixture
async def priced(works: Works) -> Works:
    """A card, two templates, and a person who agreed to both kinds."""
    async with works.database.transaction(works.tenant) as db:
        await price_cards.save(db, works.tenant, ACCOUNT, [a_card()], works.clock.now())
    for name, category in (("follow_up", "utility"), ("summer", "marketing")):
        await works.change(
            "INSERT INTO template VALUES (%s, %s, %s, 'en', %s, 'APPROVED', %s, now())",
            works.tenant,
            ACCOUNT,
            name,
            category,
            '[{"type": "BODY", "text": "Hello from Northbank."}]',
        )
    return works


async def a_template(works: Works, talk: Conversation, agent: UUID, category: str = "utility") -> Message:
    await works.opt("opt_in", category, talk.contact_id, "I agree to hear from Northbank on WhatsApp.")
    name = "follow_up" if category == "utility" else "summer"
    return await works.say(talk, TemplateUse(name, "en", category, rendered="Hello from Northbank."), agent)


async def close_window(works: Works, talk: Conversation, at: datetime | None = None) -> None:
    await works.change(
        "UPDATE conversation SET window_expires_at = %s WHERE conversation_id = %s",
        at or works.clock.now() - timedelta(seconds=1),
        talk.conversation_id,
    )


async def arrives(works: Works, said: Message, kind: str, category: str, **pricing: object) -> None:
    told = PMP | {"type": kind, "category": category} | pricing
    known = {key: value for key, value in told.items() if value != ""}
    for name in ("delivered", "read"):
        at = str(int(works.clock.now().timestamp()))
        await report(works, said.message_id, name, timestamp=at, pricing=known)
    while await works.inbox.work(works.tenant):
        pass


async def test_what_was_foretold_outside_the_window_is_what_is_booked(priced: Works, agent: UUID) -> None:
    talk = await priced.a_conversation(agent)
    await close_window(priced, talk)
    said = await a_template(priced, talk, agent)
    assert await priced.query(FORETOLD) == [("regular", "utility", Decimal("0.02"), "EUR")]
    await arrives(priced, said, "regular", "utility")
    assert await priced.query(BOOKED) == [("regular", "utility", "GB", 1, Decimal("0.02"), "EUR")]


async def test_within_the_window_utility_is_foretold_and_booked_as_free(priced: Works, agent: UUID) -> None:
    said = await a_template(priced, await priced.a_conversation(agent), agent)
    assert await priced.query(FORETOLD) == [("free_customer_service", "utility", Decimal(0), "")]
    await arrives(priced, said, "free_customer_service", "utility")
    assert await priced.query(BOOKED) == [("free_customer_service", "utility", "GB", 0, Decimal(0), "")]


async def test_the_same_word_of_whatsapp_again_books_nothing_more(priced: Works, agent: UUID) -> None:
    talk = await priced.a_conversation(agent)
    await close_window(priced, talk)
    said = await a_template(priced, talk, agent)
    for _ in range(2):
        await arrives(priced, said, "regular", "utility")
    assert len(await priced.query(BOOKED)) == 1
    assert await priced.query("SELECT charged FROM price_volume") == [(1,)]


async def test_each_charged_message_moves_the_month_towards_the_next_tier(priced: Works, agent: UUID) -> None:
    talk = await priced.a_conversation(agent)
    await close_window(priced, talk)
    for _ in range(3):
        await arrives(priced, await a_template(priced, talk, agent), "regular", "utility")
    assert [(row[3], row[4]) for row in await priced.query(BOOKED)] == [
        (1, Decimal("0.02")),
        (2, Decimal("0.02")),
        (3, Decimal("0.01")),
    ]
    await a_template(priced, talk, agent)
    assert (await priced.query(f"{FORETOLD} ORDER BY at DESC LIMIT 1"))[0][2] == Decimal("0.01")


async def test_whatsapps_category_is_booked_where_it_differs_from_the_template(priced: Works, agent: UUID) -> None:
    talk = await priced.a_conversation(agent)
    await close_window(priced, talk)
    await arrives(priced, await a_template(priced, talk, agent), "regular", "marketing")
    assert await priced.query(BOOKED) == [("regular", "marketing", "GB", 1, Decimal("0.05"), "EUR")]


async def test_an_answer_is_not_booked_and_a_charged_one_is(priced: Works, agent: UUID) -> None:
    talk = await priced.a_conversation(agent)
    await arrives(priced, await priced.say(talk, "Hello", agent), "free_customer_service", "service")
    assert await priced.query(BOOKED) == []
    await arrives(priced, await priced.say(talk, "Hello", agent), "regular", "general_purpose_ai")
    assert await priced.query(BOOKED) == [("regular", "general_purpose_ai", "GB", 1, None, "")]


async def test_without_a_card_a_charge_is_booked_without_an_amount(priced: Works, agent: UUID) -> None:
    await priced.change("DELETE FROM price_card")
    talk = await priced.a_conversation(agent)
    await close_window(priced, talk)
    said = await a_template(priced, talk, agent)
    assert await priced.query(FORETOLD) == [("regular", "utility", None, "")]
    await arrives(priced, said, "regular", "utility")
    assert await priced.query(BOOKED) == [("regular", "utility", "GB", 1, None, "")]


async def test_by_conversation_the_first_message_of_a_day_pays_for_the_others(priced: Works, agent: UUID) -> None:
    talk = await priced.a_conversation(agent)
    await close_window(priced, talk)
    for _ in range(2):
        said = await a_template(priced, talk, agent)
        await arrives(priced, said, "", "utility", pricing_model="CBP")
    assert [row[0] for row in await priced.query(BOOKED)] == ["regular", "within_conversation"]
    assert await priced.query("SELECT DISTINCT model FROM delivery") == [("CBP",)]


async def test_what_is_not_billable_in_the_older_model_is_free(priced: Works, agent: UUID) -> None:
    said = await a_template(priced, await priced.a_conversation(agent), agent)
    await arrives(priced, said, "", "utility", pricing_model="CBP", billable=False)
    assert [row[0] for row in await priced.query(BOOKED)] == ["free_customer_service"]


async def test_after_an_advertisement_all_is_free_for_three_days_from_our_answer(priced: Works, agent: UUID) -> None:
    priced.clock.to_noon()
    talk = await priced.a_conversation(agent)
    came = priced.a_message("Tell me more")
    came["message"]["referral"] = {"source_type": "ad", "source_id": "1", "headline": "Savings", "source_url": ""}
    await priced.receive(came)
    while await priced.inbox.work(priced.tenant):
        pass
    await priced.say(talk, "Gladly", agent)
    await a_template(priced, talk, agent, "marketing")
    assert await priced.query(FORETOLD) == [("free_entry_point", "marketing", Decimal(0), "")]
    await priced.change("DELETE FROM price_foretold")
    priced.clock.moved += timedelta(hours=72, seconds=5)
    await a_template(priced, talk, agent, "marketing")
    assert await priced.query(FORETOLD) == [("regular", "marketing", Decimal("0.05"), "EUR")]


async def month(works: Works) -> Month:
    async with works.database.transaction(works.tenant) as db:
        return await sum_month(db, works.tenant, f"{works.clock.now():%Y-%m}")


async def test_a_month_shows_counts_and_amounts_by_both_models(priced: Works, agent: UUID) -> None:
    talk = await priced.a_conversation(agent)
    await arrives(priced, await priced.say(talk, "Hello", agent), "free_customer_service", "service")
    ben = await priced.a_conversation(agent, "447700900102")
    await close_window(priced, ben)
    await arrives(priced, await a_template(priced, ben, agent), "regular", "utility")
    summed = await month(priced)
    assert summed.by_message == (
        Line("GB", "service", "free_customer_service", 1, Decimal(0), "", 0),
        Line("GB", "utility", "regular", 1, Decimal("0.02"), "EUR", 0),
    )
    assert [(line.category, line.kind) for line in summed.by_conversation] == [
        ("service", "user_initiated"),
        ("utility", "business_initiated"),
    ]
    assert summed.sums == (Sum("message", "EUR", Decimal("0.02"), 0), Sum("conversation", "", Decimal(0), 2))
    assert (summed.reconciled, summed.differences) == (Reconciled(same=2), ())


async def test_what_whatsapp_prices_otherwise_is_named(priced: Works, agent: UUID) -> None:
    talk = await priced.a_conversation(agent)
    said = await a_template(priced, talk, agent)  # within the window: foretold as free
    await close_window(priced, talk)
    await arrives(priced, said, "regular", "marketing")
    answer = await priced.say(await priced.a_conversation(agent, "447700900102"), "Hello", agent)
    await arrives(priced, answer, "regular", "service")
    summed = await month(priced)
    assert summed.reconciled == Reconciled(differing=2)
    told = {each.message_id: each for each in summed.differences}
    template = told[str(said.message_id)]
    assert (template.ours, template.theirs) == ("free_customer_service/utility", "regular/marketing")
    assert (template.foretold, template.booked, template.currency) == (Decimal(0), Decimal("0.05"), "EUR")
    assert told[str(answer.message_id)].ours == "free_customer_service/service"


async def test_another_amount_than_foretold_is_a_difference_too(priced: Works, agent: UUID) -> None:
    talk = await priced.a_conversation(agent)
    await close_window(priced, talk)
    said = await a_template(priced, talk, agent)
    await priced.change(
        "INSERT INTO price_volume SELECT %s, to_char(now(), 'YYYY-MM'), 'GB', 'utility', 9", priced.tenant
    )
    await arrives(priced, said, "regular", "utility")
    (difference,) = (await month(priced)).differences
    assert (difference.foretold, difference.booked) == (Decimal("0.02"), Decimal("0.01"))


async def test_a_free_entry_that_only_whatsapp_saw_and_its_silence_are_no_differences(
    priced: Works, agent: UUID
) -> None:
    talk = await priced.a_conversation(agent)
    await arrives(priced, await priced.say(talk, "Hello", agent), "free_entry_point", "service")
    await report(
        priced,
        (await priced.say(talk, "Bye", agent)).message_id,
        "delivered",
        timestamp=str(int(priced.clock.now().timestamp())),
    )
    while await priced.inbox.work(priced.tenant):
        pass
    assert (await month(priced)).reconciled == Reconciled(same=1, unreported=1)


async def test_a_month_is_that_of_the_clients_time_zone(priced: Works, agent: UUID) -> None:
    await priced.change("UPDATE tenant SET timezone = 'Pacific/Kiritimati' WHERE tenant_id = %s", priced.tenant)
    said = await priced.say(await priced.a_conversation(agent), "Hello", agent)
    evening = int(datetime(2026, 10, 31, 11, 0, tzinfo=UTC).timestamp())
    await report(priced, said.message_id, "delivered", timestamp=str(evening))
    while await priced.inbox.work(priced.tenant):
        pass
    async with priced.database.transaction(priced.tenant) as db:
        counts = [(await sum_month(db, priced.tenant, name)).delivered for name in ("2026-10", "2026-11")]
    assert counts == [0, 1]
