"""The list of conversations and a thread through the API, at 10,000 conversations and at many more.

Each conversation has ten messages. Every request is a different one: views, pages deep in the list, threads anywhere.
"""

import random
from uuid import uuid4

from benchmarks.desk import Desk, a_desk
from benchmarks.figures import Figure, quantile
from benchmarks.filling import fill
from benchmarks.place import Place
from benchmarks.run import Run, say

PREFIX = "44783"
FEW, MANY, LARGE = 10_000, 100_000, 1_000_000
EACH, STEP, TIMES = 10, 50_000, 300
BARE = "the same process answering /healthz"
VIEWS = ("all", "mine", "queue", "closed")


async def measure(run: Run) -> list[Figure]:
    """At few, then at many."""
    place, name = run.place, uuid4().hex[:8]
    await place.without_worker()
    mine = await place.ask("SELECT account_id FROM account WHERE tenant_id = %s AND email = %s", _agent(place))
    found: list[Figure] = []
    base: dict[str, float] = {}
    filled = 0
    for size in (FEW, MANY, *((LARGE,) if run.large else ())):
        say(f"  … {size:,} conversations, {size * EACH:,} messages")
        for first in range(filled + 1, size + 1, STEP):
            last = min(first + STEP - 1, size)
            await fill(place, name, first, last, prefix=PREFIX, messages_each=EACH, mine=mine[0][0])
        filled = size
        await place.ask("VACUUM ANALYZE")
        async with a_desk(place, online=False) as desk:
            times = await _ask(place, desk, run)
        found += _figures(size, times, base)
        base = base or {what: quantile(values, 0.95) for what, values in times.items()}
    await place.ask("TRUNCATE message, conversation, contact_identity, contact CASCADE")
    return found


def _agent(place: Place) -> list[object]:
    return [place.tenant_id, next(each["email"] for each in place.bank.agents if each["role"] == "agent")]


async def _ask(place: Place, desk: Desk, run: Run) -> dict[str, list[float]]:
    dice, count = random.Random(7), TIMES // 3 if run.short else TIMES
    times: dict[str, list[float]] = {"list": [], "thread": [], "bare": []}
    chosen = await place.ask(
        "SELECT conversation_id FROM conversation WHERE tenant_id = %s ORDER BY md5(conversation_id::text) LIMIT %s",
        [place.tenant_id, count],
    )
    cursors: dict[str, str | None] = dict.fromkeys(VIEWS)
    for (conversation_id,) in chosen:
        view = dice.choice(VIEWS)
        path = f"/conversations?view={view}" + (f"&cursor={cursors[view]}" if cursors[view] else "")
        times["list"].append(await desk.timed(f"/api{path}"))
        cursors[view] = (await desk.ask("GET", path))["next_cursor"]
        times["thread"].append(await desk.timed(f"/api/conversations/{conversation_id}/messages"))
        times["bare"].append(await desk.timed("/healthz"))
    return times


def _figures(size: int, times: dict[str, list[float]], base: dict[str, float]) -> list[Figure]:
    found = []
    for what in ("list", "thread"):
        value, bare = quantile(times[what], 0.95), quantile(times["bare"], 0.95)
        detail = {"p50_ms": round(quantile(times[what], 0.5), 2)}
        found.append(Figure(f"{what} at {size:,}, p95", value, "ms", "less", 100, bare, BARE, detail))
        if base:
            ratio = value / base[what]
            found.append(Figure(f"{what} at {size:,} against {FEW:,}", ratio, "times", "less", 1.2))
    return found
