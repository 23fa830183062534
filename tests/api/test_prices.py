from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from parley.core.pricing.cards import Card
from parley.core.pricing.whatsapp_totals import Counted, Trouble
from parley.storage import price_cards, price_totals
from tests.api.conftest import Desk, LogIn
from tests.api.world import Business
from tests.core.pricing.cards import a_card

TEMPLATE = {"template": "card_ready", "language": "en"}


async def a_price(ann: Desk, conversation: Any, **asked: str) -> Any:
    answer = await ann.get(f"/api/conversations/{conversation.conversation_id}/price", params=asked)
    assert answer.status == 200, answer.body
    return answer.body


async def save(business: Business, card: Card) -> None:
    async with business.database.transaction(business.tenant_id) as db:
        await price_cards.save(db, business.tenant_id, f"waba-{business.slug}", [card], datetime.now(UTC))


@pytest.fixture
async def card(bank: Business) -> Card:
    await save(bank, a_card())
    return a_card()


async def test_a_template_outside_the_window_has_amount_card_and_why(bank: Business, ann: Desk, card: Card) -> None:
    customer = await bank.add_customer()
    talk = await bank.add_conversation("ann", window=False, contact_id=customer)
    assert await a_price(ann, talk, **TEMPLATE) == {
        "outcome": "charged",
        "reason": "template",
        "sentence": "Charged when it arrives: number 1 of utility to the customer's country this month, "
        "by the rate card of 2026-01-01.",
        "category": "utility",
        "country": "GB",
        "market": "GB",
        "amount": "0.02",
        "currency": "EUR",
        "nth": 1,
        "card": {
            "name": "card.csv",
            "model": "message",
            "currency": "EUR",
            "valid_from": "2026-01-01",
            "example": False,
        },
    }


async def test_within_the_window_the_same_template_and_an_answer_are_free(
    bank: Business, ann: Desk, card: Card
) -> None:
    talk = await bank.add_conversation("ann")
    told = [await a_price(ann, talk, **TEMPLATE), await a_price(ann, talk)]
    assert [(each["outcome"], each["reason"], each["amount"]) for each in told] == [
        ("free", "utility_in_window", None),
        ("free", "answer_in_window", None),
    ]


async def test_whoever_reads_spanish_is_told_in_spanish(bank: Business, ann: Desk, card: Card) -> None:
    async with bank.database.transaction(bank.tenant_id) as db:
        await db.execute("UPDATE account SET languages = '{es}' WHERE account_id = %s", [bank.people["ann"]])
    told = await a_price(ann, await bank.add_conversation("ann"), **TEMPLATE)
    assert told["sentence"].startswith("Una plantilla de servicio dentro de las 24 horas")


async def test_without_a_card_it_says_so_instead_of_free(bank: Business, ann: Desk) -> None:
    told = await a_price(ann, await bank.add_conversation("ann", window=False), **TEMPLATE)
    assert (told["outcome"], told["reason"], told["amount"]) == ("unpriced", "no_card", None)
    assert "import one" in told["sentence"]


async def test_free_text_outside_the_window_has_no_price(bank: Business, ann: Desk, card: Card) -> None:
    told = await a_price(ann, await bank.add_conversation("ann", window=False))
    assert (told["outcome"], told["reason"]) == ("not_sendable", "window_closed")


async def test_somebody_without_a_number_has_no_country(bank: Business, ann: Desk, card: Card) -> None:
    talk = await bank.add_conversation("ann", window=False)
    async with bank.database.transaction(bank.tenant_id) as db:
        await db.execute("DELETE FROM contact_identity WHERE contact_id = %s", [talk.contact_id])
    told = await a_price(ann, talk, **TEMPLATE)
    assert (told["outcome"], told["reason"], told["country"]) == ("unpriced", "unknown_country", "Other")


async def test_an_example_card_is_never_shown_as_a_price(bank: Business, ann: Desk) -> None:
    known = a_card()
    await save(bank, Card(known.name, known.model, known.currency, known.valid_from, known.rates, example=True))
    told = await a_price(ann, await bank.add_conversation("ann", window=False), **TEMPLATE)
    assert told["card"]["example"] and "no real price" in told["sentence"]


async def test_another_clients_conversation_and_unknown_templates_are_not_found(
    bank: Business, rival: Business, ann: Desk, log_in: LogIn
) -> None:
    talk = await bank.add_conversation("ann")
    other = await log_in(rival, "ann")
    path = f"/api/conversations/{talk.conversation_id}/price"
    assert (await other.get(path)).status == 404
    assert (await ann.get(path, params={"template": "nothing", "language": "en"})).body["error"]["code"] == "not_found"


async def test_the_provider_sees_a_clients_month_with_its_cards(
    bank: Business, prov: Business, log_in: LogIn, card: Card
) -> None:
    pat = await log_in(prov, "pat")
    answer = await pat.get(f"/api/provider/prices?tenant_id={bank.tenant_id}&month=2026-03")
    assert answer.status == 200, answer.body
    assert (answer.body["delivered"], answer.body["by_message"], answer.body["complete"]) == (0, [], True)
    assert [each["name"] for each in answer.body["cards"]] == ["card.csv"]


async def test_a_month_is_written_as_year_and_month_and_belongs_to_ones_own_client(
    bank: Business, prov: Business, ann: Desk, log_in: LogIn
) -> None:
    pat = await log_in(prov, "pat")
    path = "/api/provider/prices"
    assert (await pat.get(f"{path}?tenant_id={bank.tenant_id}&month=2026-13")).status == 422
    assert (await pat.get(f"{path}?tenant_id={prov.tenant_id}&month=2026-11")).status == 404
    assert (await ann.get(f"{path}?tenant_id={bank.tenant_id}&month=2026-11")).status == 403


async def test_whatsapps_own_totals_stand_beside_what_was_booked(
    bank: Business, prov: Business, ann: Desk, log_in: LogIn
) -> None:
    pat = await log_in(prov, "pat")
    path = f"/api/provider/price-totals?tenant_id={bank.tenant_id}&month=2026-03"
    unasked = (await pat.get(path)).body
    assert (unasked["last"], unasked["lines"]) == (None, [])
    assert "has not been asked" in unasked["sentence"]
    there = Counted("GB", "utility", "regular", 3, Decimal("0.06"), "EUR")
    async with bank.database.transaction(bank.tenant_id) as db:
        day, now = date(2026, 3, 5), datetime.now(UTC)
        account = f"waba-{bank.slug}"
        await price_totals.save(db, bank.tenant_id, account, [day], [(day, there)], "EUR", now)
        await price_totals.save_trouble(db, bank.tenant_id, Trouble("other", 200, "No permission.", False), now)
    told = (await pat.get(path)).body
    assert (told["days"], told["last"], told["differing"]) == (1, "2026-03-05", 1)
    (line,) = told["lines"]
    assert (line["ours"], line["theirs"], line["their_amount"], line["difference"]) == (0, 3, "0.06", "more_there")
    assert "Quarantine" in line["sentence"]
    assert told["troubles"] == [{"account_id": "other", "code": 200, "sentence": "No permission.", "retriable": False}]
    assert (await ann.get(path)).status == 403
    other = path.replace(str(bank.tenant_id), str(prov.tenant_id))
    assert (await pat.get(other)).status == 404
