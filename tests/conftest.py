"""Real parts for all tests: one PostgreSQL for the run, and a fresh database from a migrated template for each test."""

import gc
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg import Connection

from parley.settings import Settings
from parley.storage.database import Database
from parley.storage.embedded import Embedded
from parley.storage.migrate import migrate

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
GIB = 2**30
SECRETS: dict[str, Any] = {
    "app_secret": "test-app-secret",
    "verify_token": "test-verify",
    "secret_key": "test-secret-key",
}


def pytest_collection_finish() -> None:
    """What was collected stays: the garbage collector looked through it for a tenth of the run, and leaves it alone."""
    gc.freeze()


@pytest.fixture(scope="session")
def server_url() -> Iterator[str]:
    """Owner's address of the server: PARLEY_TEST_DATABASE_URL, or an embedded one for this run."""
    named = os.environ.get("PARLEY_TEST_DATABASE_URL")
    if named:
        yield named
        return
    folder = Path(tempfile.mkdtemp(prefix="parley-test-", dir=_in_memory()))
    embedded = Embedded.start(folder / "pg")
    _without_care_for_a_crash(embedded.url)
    yield embedded.url
    embedded.stop()
    shutil.rmtree(folder, ignore_errors=True)


def _in_memory() -> str | None:
    """A folder in memory, where there is one with room: a copy of the template takes 20 ms there, 300 ms on a disk."""
    shared = Path("/dev/shm")
    roomy = shared.is_dir() and os.access(shared, os.W_OK) and shutil.disk_usage(shared).free > 4 * GIB
    return str(shared) if roomy else None


def _without_care_for_a_crash(url: str) -> None:
    """The data outlive no run, so nothing waits for a disk."""
    with psycopg.connect(url, autocommit=True) as owner:
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            owner.execute(f"ALTER SYSTEM SET {setting} = off")
        owner.execute("SELECT pg_reload_conf()")


def _database_named(url: str, name: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


@pytest.fixture(scope="session")
def server(server_url: str) -> Iterator[Connection]:
    """One connection of the owner, for all that is made and dropped."""
    with psycopg.connect(server_url, autocommit=True) as owner:
        yield owner


@pytest.fixture(scope="session")
def template_name(server: Connection, server_url: str) -> str:
    """A migrated database that others are copied from."""
    name = f"parley_template_{uuid4().hex[:8]}"
    server.execute(f"CREATE DATABASE {name}")
    with _nobody_else_migrating(server):
        migrate(_database_named(server_url, name), SECRETS["secret_key"])
    return name


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where installations keep what their bots were taught: in the one folder that ``make test`` names for its run."""
    named = os.environ.get("PARLEY_TEST_MODELS")
    return Path(named) if named else tmp_path_factory.mktemp("models")


@contextmanager
def _nobody_else_migrating(server: Connection) -> Iterator[None]:
    """Roles belong to the whole server, which other processes of the run may share."""
    server.execute("SELECT pg_advisory_lock(1)")
    try:
        yield
    finally:
        server.execute("SELECT pg_advisory_unlock(1)")


@pytest.fixture
def nobody_else_migrating(server: Connection) -> Iterator[None]:
    """For tests that migrate themselves."""
    with _nobody_else_migrating(server):
        yield


@pytest.fixture
def database_url(server: Connection, server_url: str, template_name: str) -> Iterator[str]:
    """Owner's address of a fresh, migrated, empty database."""
    name = f"parley_test_{uuid4().hex[:12]}"
    # Its files are copied as they are: through the log it takes twice as long, and as long again to drop.
    server.execute(f"CREATE DATABASE {name} TEMPLATE {template_name} STRATEGY file_copy")
    yield _database_named(server_url, name)
    server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """Settings of an installation of its own."""
    return Settings(data_dir=tmp_path, database_url=database_url, log_level="warning", **SECRETS, _env_file=None)


@pytest.fixture
async def database(settings: Settings) -> AsyncIterator[Database]:
    """An open database: a copy of what is migrated, so nobody looks for what is missing."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("parley.storage.database.migrate", lambda *_: [])
        opened = await Database.open(settings)
    yield opened
    await opened.close()


@pytest.fixture
def now() -> datetime:
    """A Monday morning."""
    return NOW


@pytest.fixture
async def provider(database: Database) -> UUID:
    """A provider tenant."""
    tenant_id = uuid4()
    async with database.transaction(tenant_id) as db:
        await db.execute(
            """INSERT INTO tenant (tenant_id, kind, slug, name, created_at)
               VALUES (%s, 'provider', 'prov', 'Provider', %s)""",
            [tenant_id, NOW],
        )
    return tenant_id


@pytest.fixture
async def tenant(database: Database, provider: UUID) -> UUID:
    """A Client tenant of the provider, without anything in it."""
    tenant_id = uuid4()
    async with database.transaction(tenant_id) as db:
        await db.execute(
            """INSERT INTO tenant (tenant_id, kind, provider_id, slug, name, legal_name, created_at)
               VALUES (%s, 'client', %s, 'northbank', 'Northbank', 'Northbank plc', %s)""",
            [tenant_id, provider, NOW],
        )
    return tenant_id
