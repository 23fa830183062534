"""``parley work``: handles what came in, sends what waits, routes, keeps time."""

import asyncio
import contextlib
import signal

import uvloop

from parley.clock import Clock
from parley.logs import set_up_logs
from parley.settings import load_settings
from parley.storage.database import Database
from parley.workers.all import run_workers


def run() -> None:
    """Run the workers until stopped; several of them may run at once, on one machine or many."""
    settings = load_settings()
    set_up_logs(settings.log_level)
    uvloop.run(_work())


async def _work() -> None:
    settings = load_settings()
    clock = Clock(settings.clock_file)
    database = await Database.open(settings)
    working = asyncio.create_task(run_workers(settings, database, clock))
    loop = asyncio.get_running_loop()
    for stop in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(stop, working.cancel)
    try:
        with contextlib.suppress(asyncio.CancelledError):
            await working
    finally:
        await database.close()
