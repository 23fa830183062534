"""The processes a measure starts beside the installation."""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from benchmarks.bare.handler import DATABASE_URL
from benchmarks.load import SECRET
from benchmarks.place import ROOT, Place
from parley.demo.installation import free_port
from parley.demo.processes import Process


async def load(place: Place, url: str, **options: Any) -> dict[str, Any]:
    """Post webhooks to the address, see ``benchmarks.load``."""
    arguments = [text for name, value in options.items() for text in (f"--{name}", str(value))]
    number = ["--number", place.number_id, "--account", str(place.bank.number["account_id"])]
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.load", url, *number, *arguments,
        cwd=ROOT, stdout=asyncio.subprocess.PIPE,
        env={**os.environ, SECRET: place.installation.settings.app_secret},
    )  # fmt: skip
    output, _ = await child.communicate()
    if child.returncode:
        raise RuntimeError("the load generator failed")
    found: dict[str, Any] = json.loads(output)
    return found


@asynccontextmanager
async def bare_handler(place: Place) -> AsyncIterator[tuple[str, Process]]:
    """The bare web process on the same database: its address, and the process."""
    port = free_port()
    environment = {DATABASE_URL: place.owner_url, "PYTHONPATH": str(ROOT)}
    process = Process(
        "bare", ["-m", "benchmarks.bare.handler", str(port)], environment, place.installation.folder / "logs"
    )
    await process.start()
    try:
        await process.answers(f"http://127.0.0.1:{port}/healthz")
        yield f"http://127.0.0.1:{port}/", process
    finally:
        await process.stop()
