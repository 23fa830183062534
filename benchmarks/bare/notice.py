"""The least that can tell another process of a change: one notice of PostgreSQL, committed, heard."""

from time import perf_counter

import psycopg

TIMES = 200


async def notice_ms(url: str) -> list[float]:
    """Milliseconds of each of ``TIMES`` round trips."""
    found = []
    async with (
        await psycopg.AsyncConnection.connect(url, autocommit=True) as teller,
        await psycopg.AsyncConnection.connect(url, autocommit=True) as listener,
    ):
        await listener.execute("LISTEN bench")
        for _ in range(TIMES):
            started = perf_counter()
            await teller.execute("SELECT pg_notify('bench', 'x')")
            async for _ in listener.notifies(stop_after=1):
                break
            found.append((perf_counter() - started) * 1000)
    return found
