"""The one way to PostgreSQL: a pool as the role without bypass, transactions that name their tenant, and notices."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from uuid import UUID

import psycopg
import structlog
from psycopg import AsyncConnection
from psycopg.rows import TupleRow
from psycopg_pool import AsyncConnectionPool

from parley.core.policy.facts import Screening
from parley.settings import Settings
from parley.storage.embedded import Embedded
from parley.storage.migrate import app_url, migrate

log = structlog.get_logger()


class Connection(AsyncConnection[TupleRow]):
    """A connection of the pool. ``secret``: the installation's, for what is kept only as hashes under a key.

    ``media_screening``: who looks at files before they go out, which the gate is told with the facts of a message.
    """

    secret: bytes = b""
    media_screening: Screening = "author"


class Database:
    """One per process. Made by ``open``, which also brings the schema up to date."""

    def __init__(
        self, owner_url: str, url: str, pool: AsyncConnectionPool[Connection], embedded: Embedded | None
    ) -> None:
        self.owner_url = owner_url
        self._url = url
        self._pool = pool
        self._embedded = embedded

    @classmethod
    async def open(cls, settings: Settings) -> "Database":
        """Start the embedded server if no other is named, migrate, and open the pool."""
        embedded = None
        owner_url = settings.database_url
        if not owner_url:
            folder = settings.data_dir / "postgres"
            embedded = await asyncio.to_thread(Embedded.start, folder.resolve())
            owner_url = embedded.url
        await asyncio.to_thread(migrate, owner_url, settings.secret_key)
        url = app_url(owner_url, settings.secret_key)
        secret = settings.secret_key.encode()

        async def configure(connection: Connection) -> None:
            connection.secret = secret
            connection.media_screening = settings.media_screening

        pool = AsyncConnectionPool(
            url,
            connection_class=Connection,
            configure=configure,
            min_size=2,
            max_size=settings.pool_size,
            open=False,
            timeout=20,
            check=None,
            kwargs={"autocommit": True},
        )
        await pool.open(wait=True, timeout=20)
        return cls(owner_url, url, pool, embedded)

    async def close(self) -> None:
        """Give all connections back; stop the embedded server if this process was its last user."""
        await self._pool.close()
        if self._embedded is not None:
            await asyncio.to_thread(self._embedded.stop)

    @asynccontextmanager
    async def transaction(self, tenant_id: UUID) -> AsyncIterator[Connection]:
        """A transaction that sees the rows of this tenant only. Commits at the end, rolls back on an error."""
        async with self._pool.connection() as connection:
            # Both in one message: every transaction begins here, and each trip to the server is time.
            await connection.execute(f"BEGIN; SELECT set_config('parley.tenant', '{UUID(str(tenant_id))}', true)")
            yield connection

    @asynccontextmanager
    async def directory(self) -> AsyncIterator[Connection]:
        """A transaction of no tenant: no row is visible, only the ``directory_*`` functions answer."""
        async with self._pool.connection() as connection, connection.transaction():
            yield connection

    async def listen(self, *channels: str) -> AsyncIterator[tuple[str, str]]:
        """(channel, payload) of every notice from now on, for ever; a lost connection is made anew.

        After each (re)connection one ``("", "")`` is given: whatever happened meanwhile was not heard.
        """
        pause = 0.1
        while True:
            try:
                async with await psycopg.AsyncConnection.connect(self._url, autocommit=True) as connection:
                    for channel in channels:
                        await connection.execute(f'LISTEN "{channel}"')
                    yield "", ""
                    pause = 0.1
                    async for notice in connection.notifies():
                        yield notice.channel, notice.payload
            except psycopg.OperationalError as error:
                log.warning("database.listen.lost", error=type(error).__name__, retry_seconds=pause)
            await asyncio.sleep(pause)
            pause = min(pause * 2, 5)


async def notify(db: Connection, channel: str, payload: str) -> None:
    """Tell all listeners when this transaction commits."""
    await db.execute("SELECT pg_notify(%s, %s)", [channel, payload])


async def tell_live(db: Connection, tenant_id: UUID, kind: str, conversation_id: UUID | None = None) -> None:
    """Tell the desks of this tenant that something changed: they fetch it anew."""
    await notify(db, "parley_live", f"{tenant_id} {conversation_id or '-'} {kind}")


async def tell_looking(db: Connection, tenant_id: UUID, conversation_id: UUID, account_id: UUID, doing: str) -> None:
    """Tell the desks of this tenant who has the conversation open; nothing of it is kept."""
    await notify(db, "parley_live", f"{tenant_id} {conversation_id} looking {account_id} {doing}")


async def tell_live_of_all(db: Connection, tenant_id: UUID, kind: str, conversation_ids: Iterable[UUID]) -> None:
    """The same of many conversations at once."""
    payloads = [f"{tenant_id} {conversation_id} {kind}" for conversation_id in conversation_ids]
    if payloads:
        await db.execute("SELECT pg_notify('parley_live', payload) FROM unnest(%s::text[]) AS payload", [payloads])
