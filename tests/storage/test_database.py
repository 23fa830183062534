from datetime import datetime
from uuid import UUID, uuid4

import psycopg
import pytest
from cryptography.fernet import InvalidToken

from parley.settings import Settings, load_settings
from parley.storage.database import Database, notify
from parley.storage.migrate import migrate
from parley.storage.secrets import Vault


async def test_a_transaction_sees_the_rows_of_its_tenant_only(database: Database, tenant: UUID, now: datetime) -> None:
    async with database.transaction(tenant) as db:
        await db.execute("INSERT INTO team (tenant_id, team_id, name) VALUES (%s, %s, 'Cards')", [tenant, uuid4()])
    async with database.transaction(uuid4()) as db:
        assert await (await db.execute("SELECT * FROM team")).fetchall() == []


async def test_a_row_of_another_tenant_can_not_be_written(database: Database, tenant: UUID) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        async with database.transaction(uuid4()) as db:
            await db.execute("INSERT INTO team (tenant_id, team_id, name) VALUES (%s, %s, 'X')", [tenant, uuid4()])


async def test_without_a_tenant_only_the_directory_answers(database: Database, tenant: UUID) -> None:
    async with database.directory() as db:
        assert await (await db.execute("SELECT * FROM tenant")).fetchall() == []
        slugs = await (await db.execute("SELECT slug FROM directory_tenants()")).fetchall()
    assert ("northbank",) in slugs


async def test_a_tenant_does_not_leak_into_the_next_transaction_of_the_connection(
    database: Database, tenant: UUID
) -> None:
    for _ in range(20):
        async with database.transaction(tenant) as db:
            assert await (await db.execute("SELECT current_tenant()")).fetchone() == (tenant,)
        async with database.directory() as db:
            assert await (await db.execute("SELECT current_tenant()")).fetchone() == (None,)


async def test_a_notice_is_heard_after_the_commit(database: Database, tenant: UUID) -> None:
    notices = database.listen("parley_live")
    assert await anext(notices) == ("", "")
    async with database.transaction(tenant) as db:
        await notify(db, "parley_live", "hello")
    assert await anext(notices) == ("parley_live", "hello")
    await notices.aclose()  # type: ignore[attr-defined]


@pytest.mark.usefixtures("nobody_else_migrating")
async def test_migrating_twice_changes_nothing(settings: Settings) -> None:
    assert migrate(settings.database_url, settings.secret_key) == []


def test_generated_secrets_are_kept_and_private(tmp_path) -> None:  # type: ignore[no-untyped-def]
    first = load_settings(data_dir=tmp_path, _env_file=None)
    second = load_settings(data_dir=tmp_path, _env_file=None)
    assert first.app_secret == second.app_secret and len(first.app_secret) > 30
    assert (tmp_path / "secrets.json").stat().st_mode & 0o077 == 0


def test_a_sealed_token_opens_with_the_same_key_only() -> None:
    sealed = Vault("one").seal("EAAB-token")
    assert b"EAAB" not in sealed
    assert Vault("one").open(sealed) == "EAAB-token"
    with pytest.raises(InvalidToken):
        Vault("two").open(sealed)
