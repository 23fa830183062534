"""For whoever watches the installation without a name."""

import asyncio

import psycopg
from psycopg_pool import PoolTimeout

from parley.api.identity import TheClock, TheDatabase
from parley.api.models.line import Health
from parley.core.line import line_of
from parley.storage import beats

# Seconds that the database has to answer; a slow one is no reason to start this process anew.
DATABASE_WAIT = 1.0


async def show(database: TheDatabase, clock: TheClock) -> Health:
    """Whether the process answers, always with 200; ``line``: a worker is there and WhatsApp is heard."""
    try:
        async with asyncio.timeout(DATABASE_WAIT), database.directory() as db:
            beat = await beats.of_all(db)
    except (TimeoutError, psycopg.Error, PoolTimeout):
        return Health(status="ok", line="unknown")
    return Health(status="ok", line=line_of(beat, clock.wall()).state if beat else "unknown")
