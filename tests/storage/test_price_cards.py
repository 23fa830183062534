from datetime import UTC, datetime
from uuid import UUID

import psycopg
import pytest

from parley.core.pricing.card_file import read_cards
from parley.storage import price_cards
from parley.storage.database import Database
from tests.core.pricing.cards import HEAD, a_card

NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
async def number(database: Database, tenant: UUID) -> str:
    async with database.transaction(tenant) as db:
        await db.execute(
            """INSERT INTO number (tenant_id, number_id, account_id, display_phone_number, display_name, access_token,
                                   created_at) VALUES (%s, '100', 'waba', '+44', 'Northbank', 'x', now())""",
            [tenant],
        )
    return "100"


async def test_a_card_comes_back_as_it_was_saved(database: Database, tenant: UUID, number: str) -> None:
    async with database.transaction(tenant) as db:
        await price_cards.save(db, tenant, "waba", [a_card()], NEW_YEAR)
        found = await price_cards.in_force(db, tenant, number, "message", NEW_YEAR)
    assert found is not None
    assert (found.name, found.currency, found.example) == ("card.csv", "EUR", False)
    assert set(found.rates) == set(a_card().rates)


async def test_the_same_first_day_again_replaces_the_card(database: Database, tenant: UUID, number: str) -> None:
    mended = read_cards([HEAD, "GB,marketing,,,0.06,EUR,2026-01-01"], "mended.csv")
    async with database.transaction(tenant) as db:
        for cards in ([a_card()], mended):
            await price_cards.save(db, tenant, "waba", cards, NEW_YEAR)
        assert [card.name for _, card in await price_cards.list_all(db, tenant)] == ["mended.csv"]


async def test_a_card_begins_at_midnight_where_the_client_is(database: Database, tenant: UUID, number: str) -> None:
    async with database.transaction(tenant) as db:
        await db.execute("UPDATE tenant SET timezone = 'America/Sao_Paulo'")
        await price_cards.save(db, tenant, "waba", [a_card()], NEW_YEAR)
        assert await price_cards.in_force(db, tenant, number, "message", NEW_YEAR.replace(hour=2)) is None
        assert await price_cards.in_force(db, tenant, number, "message", NEW_YEAR.replace(hour=3)) is not None
        assert await price_cards.in_force(db, tenant, number, "conversation", NEW_YEAR.replace(hour=3)) is None


async def test_another_client_sees_no_card_and_can_not_add_one(
    database: Database, provider: UUID, tenant: UUID, number: str
) -> None:
    async with database.transaction(tenant) as db:
        await price_cards.save(db, tenant, "waba", [a_card()], NEW_YEAR)
    async with database.transaction(provider) as db:
        assert await price_cards.list_all(db, tenant) == []
        for table in ("price_card", "price_rate", "price_volume", "price_foretold", "price_booking"):
            row = await (await db.execute(f"SELECT count(*) FROM {table}")).fetchone()
            assert row == (0,)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            await price_cards.save(db, tenant, "waba", [a_card()], NEW_YEAR)
