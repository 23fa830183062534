"""Memory at rest: web process, worker with the bot it was taught, and the embedded PostgreSQL.

Proportional set size: pages that several processes share count once. The local platform is shown apart; a real
installation talks to Meta's.
"""

import asyncio
from pathlib import Path

from benchmarks.children import bare_handler
from benchmarks.figures import Figure
from benchmarks.place import Place
from benchmarks.run import Run

MIB = 1024
REST_SECONDS = 8
BARE = "PostgreSQL and twice the bare handler"


async def measure(run: Run) -> list[Figure]:
    """After a few quiet seconds."""
    place = run.place
    await place.without_worker()
    await place.installation.web.stop()
    await place.start()
    await asyncio.sleep(REST_SECONDS)
    running = place.installation
    web, worker = _pss(_family(running.web.pid)), _pss(_family(running.worker.pid))
    postgres = _pss(_family(_postmaster(place)))
    platform = _pss(_family(running.platform.pid))
    async with bare_handler(place) as (_, bare):
        await asyncio.sleep(1)
        least = postgres + 2 * _pss(_family(bare.pid))
    detail = {"web": round(web), "worker": round(worker), "postgresql": round(postgres)}
    return [
        Figure("whole product", web + worker + postgres, "MiB", "less", 512, least, BARE, detail),
        Figure("local platform", platform, "MiB"),
    ]


def _postmaster(place: Place) -> int:
    return int((place.installation.folder / "postgres" / "postmaster.pid").read_text().split()[0])


def _family(pid: int | None) -> set[int]:
    """The process and all below it."""
    if pid is None:
        raise RuntimeError("it does not run")
    parents = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    found = {pid}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def _pss(pids: set[int]) -> float:
    """MiB."""
    total = 0
    for pid in pids:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1])
    return total / MIB
