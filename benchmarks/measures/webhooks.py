"""Webhooks accepted durably: signed, read, redacted, committed, then answered 200.

The web process as ``parley serve`` runs it, the embedded PostgreSQL with its safe defaults, and a load generator in a
process of its own at 32 connections; product and bare handler take turns. The worker rests: what it does is measured
by other files.
"""

from typing import Any
from uuid import uuid4

from benchmarks.children import bare_handler, load
from benchmarks.figures import Figure, middle, quantile
from benchmarks.place import Place
from benchmarks.run import Run

CONNECTIONS = 32
TOGETHER = 100
STEADY = 1000
# So many a second tell whether it answers within so many milliseconds; it is waited for so long.
TRICKLE, SOON, MOST_SECONDS = 50, 50, 60
BARE = "one row a request, no signature"


async def measure(run: Run) -> list[Figure]:
    """Rates by turns, then the time of one at a steady rate, then many messages in one POST."""
    place = run.place
    await place.without_worker()
    async with bare_handler(place) as (bare_url, _):
        await _warmed(place)
        ours, theirs, full = [], [], []
        for _ in range(run.rounds):
            told = await _load(place, _address(place), seconds=run.seconds(6))
            ours.append(_rate(told))
            full += told["times_ms"]
            theirs.append(_rate(await _load(place, bare_url, seconds=run.seconds(6))))
        steady = [await _load(place, _address(place), seconds=run.seconds(6), rate=STEADY) for _ in range(run.rounds)]
        bare_steady = (await _load(place, bare_url, seconds=run.seconds(6), rate=STEADY))["times_ms"]
    batched = [await _batched(place, run) for _ in range(run.rounds)]
    await _forget(place)
    p50 = middle([quantile(told["times_ms"], 0.5) for told in steady])
    p99 = middle([quantile(told["times_ms"], 0.99) for told in steady])
    at_full = {"p50_ms": round(quantile(full, 0.5), 2), "p99_ms": round(quantile(full, 0.99), 2)}
    detail = {"rounds": [round(rate) for rate in ours], "bare_rounds": [round(rate) for rate in theirs]}
    return [
        Figure("accepted", middle(ours), "webhooks/s", "more", 4000, middle(theirs), BARE, detail | at_full),
        Figure(f"answer at {STEADY}/s, p50", p50, "ms", "less", 20, quantile(bare_steady, 0.5), BARE),
        Figure(f"answer at {STEADY}/s, p99", p99, "ms", "less", 100, quantile(bare_steady, 0.99), BARE),
        Figure(f"accepted, {TOGETHER} in one POST", middle(batched), "events/s", "more", 4000, middle(theirs), BARE),
    ]


def _address(place: Place) -> str:
    return f"{place.web_url}/webhooks/whatsapp"


async def _warmed(place: Place) -> None:
    """Until the web process has read its word lists: that takes seconds of its processor time, and it answers late."""
    for _ in range(MOST_SECONDS):
        told = await _load(place, _address(place), seconds=1.0, rate=TRICKLE)
        if quantile(told["times_ms"], 0.5) < SOON:
            return


async def _load(place: Place, url: str, **options: Any) -> dict[str, Any]:
    return await load(place, url, run=uuid4().hex[:10], connections=CONNECTIONS, **options)


async def _batched(place: Place, run: Run) -> float:
    told = await load(
        place,
        _address(place),
        run=uuid4().hex[:10],
        connections=8,
        together=TOGETHER,
        posts=600,
        seconds=run.seconds(6),
    )
    return _rate(told) * TOGETHER


def _rate(told: dict[str, Any]) -> float:
    """Answers 200 a second; anything else is an error of the measurement."""
    if set(told["statuses"]) != {"200"}:
        raise RuntimeError(f"not every webhook was taken: {told['statuses']}")
    return float(told["statuses"]["200"] / told["seconds"])


async def _forget(place: Place) -> None:
    """The worker must not find them afterwards."""
    await place.ask("TRUNCATE inbox_event")
    await place.ask("DROP TABLE IF EXISTS bench_row")
    await place.ask("VACUUM ANALYZE")
