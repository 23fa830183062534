"""Freed agent to next offer: an agent with room for one closes a conversation while others wait.

From before the request that closes to the moment the agent's live stream tells of the next offer.
"""

from time import perf_counter
from uuid import uuid4

from benchmarks.bare.notice import notice_ms
from benchmarks.desk import a_desk
from benchmarks.figures import Figure, quantile
from benchmarks.filling import fill
from benchmarks.run import Run

PREFIX = "44782"
BARE = "one notice of PostgreSQL"
QUEUE = """
UPDATE conversation SET state = 'queued', owner_kind = 'queue', queued_at = now()
 WHERE tenant_id = %s AND contact_id = ANY(SELECT md5(%s || 'p' || n)::uuid FROM generate_series(1, %s) AS n)
"""


async def measure(run: Run) -> list[Figure]:
    """One offer after another."""
    place, count = run.place, 60 if run.short else 200
    await place.start()
    name = uuid4().hex[:8]
    await place.ask("UPDATE account SET capacity = 1 WHERE tenant_id = %s", [place.tenant_id])
    await fill(place, name, 1, count + 10, prefix=PREFIX, all_bot=True, messages_each=2)
    times: list[float] = []
    async with a_desk(place, online=True) as desk:
        await place.ask(QUEUE, [place.tenant_id, name, count + 10])
        await place.ask("SELECT pg_notify('parley_route', %s)", [str(place.tenant_id)])
        await desk.heard(lambda change: change["kind"] == "offer")
        for _ in range(count):
            offer = (await desk.ask("GET", "/offers"))["items"][0]
            await desk.ask("POST", f"/offers/{offer['offer_id']}/acceptance", {})
            desk.forget()
            started = perf_counter()
            await desk.ask("POST", f"/conversations/{offer['conversation']['conversation_id']}/closure", {})
            at, _ = await desk.heard(lambda change: change["kind"] == "offer")
            times.append((at - started) * 1000)
    await place.ask(
        "UPDATE conversation SET state = 'closed', owner_kind = 'nobody', owner_id = NULL, queued_at = NULL, "
        "due_at = NULL WHERE tenant_id = %s AND state IN ('queued', 'offered', 'active')",
        [place.tenant_id],
    )
    await place.ask(
        "UPDATE offer SET outcome = 'withdrawn' WHERE tenant_id = %s AND outcome = 'open'", [place.tenant_id]
    )
    bare = await notice_ms(place.owner_url)
    return [
        Figure("next offer, p50", quantile(times, 0.5), "ms", bare=quantile(bare, 0.5), bare_is=BARE),
        Figure(
            "next offer, p99", quantile(times, 0.99), "ms", "less", 200, quantile(bare, 0.99), BARE,
            {"offers": len(times)},
        ),
    ]  # fmt: skip
