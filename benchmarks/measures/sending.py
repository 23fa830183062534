"""Sent through the gate from one number of Meta's highest tier: claimed, asked about, posted, written down.

The outbox is filled beforehand with the bot's answers to different customers inside their windows; the worker process
as ``parley work`` runs it sends them to the local platform, which counts them and refuses what is above 1,000 a second.
Once with the platform's statuses held back, once with three statuses a message coming in at the same time.
"""

import asyncio
from time import monotonic, perf_counter
from typing import Any
from uuid import uuid4

import aiohttp

from benchmarks.figures import Figure
from benchmarks.filling import fill
from benchmarks.place import RATE, Place
from benchmarks.run import Run, say
from parley.demo.seed import ACCESS_TOKEN

PREFIX = "44780"
TEXT = "It usually takes five working days until a new card arrives. Shall I look it up for you?"
BARE = "the same posts with aiohttp, no database"
AT_ONCE = 64

QUEUE_MESSAGES = """
INSERT INTO message (tenant_id, conversation_id, message_id, direction, author_kind, type, content, status, at)
SELECT tenant_id, conversation_id, md5(%(round)s || conversation_id)::uuid, 'out', 'bot', 'text',
       jsonb_build_object('type', 'text', 'body', %(text)s::text), 'queued', now()
  FROM conversation
 WHERE tenant_id = %(tenant)s AND conversation_id = ANY(SELECT md5(%(run)s || 'c' || n)::uuid
                                                         FROM generate_series(1, %(count)s) AS n)
"""
QUEUE_OUTBOX = """
INSERT INTO outbox (tenant_id, message_id, number_id, contact_id, owner_version, kind, due_at)
SELECT m.tenant_id, m.message_id, c.number_id, c.contact_id, 1, 'message', now()
  FROM message m
  JOIN conversation c ON c.tenant_id = m.tenant_id AND c.conversation_id = m.conversation_id
 WHERE m.tenant_id = %(tenant)s AND m.status = 'queued'
"""
# A planner that has seen nothing but an empty table plans for an empty table: there has been a yesterday.
HISTORY = """
INSERT INTO inbox_event (tenant_id, number_id, kind, dedup_key, lane, payload, received_at, state, handled_at)
SELECT %s, 'before', 'status', 'before' || n, 'before' || n %% 1000, '{}', now(), 'done', now()
  FROM generate_series(1, 50000) AS n
"""
LEFT = "SELECT count(*) FROM outbox WHERE tenant_id = %s AND state IN ('pending', 'sending')"
ENDED = "SELECT state, count(*), count(*) FILTER (WHERE attempts > 1) FROM outbox WHERE tenant_id = %s GROUP BY state"
PENDING = "SELECT count(*) FROM inbox_event WHERE tenant_id = %s AND state = 'pending'"


async def measure(run: Run) -> list[Figure]:
    """With statuses held, with statuses, and bare."""
    place, count = run.place, 4000 if run.short else 12_000
    await place.start()
    name = uuid4().hex[:8]
    say(f"  … {count} customers write to the platform")
    others = [client["number"]["number_id"] for client in place.bank.other_clients]
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=AT_ONCE)) as http:
        await _open_windows(place, http, [place.number_id], count)
        await _open_windows(place, http, others, 900)
        await fill(place, name, 1, count, prefix=PREFIX, all_bot=True)
        await place.ask(HISTORY, [place.tenant_id])
        await place.hold_webhooks(True)
        held = await _round(place, http, name, count)
        await place.hold_webhooks(False)
        told = await _round(place, http, name, count)
        behind = await _caught_up(place)
        await place.without_worker()
        await place.hold_webhooks(True)
        bare = await _bare(place, http, [place.number_id, *others], 900)
    await place.installation.control("reset", {"keep_numbers": True})
    await place.ask("TRUNCATE outbox, inbox_event, gate_decision")
    return [
        Figure("sent, statuses held", held["rate"], "messages/s", "more", RATE, bare, BARE, held["detail"]),
        Figure(
            "sent, statuses coming in", told["rate"], "messages/s", "more", RATE, bare, BARE,
            told["detail"] | {"statuses_handled_s_after": round(behind, 1)},
        ),
        Figure("refused for the rate (130429)", held["refused"] + told["refused"], "messages"),
    ]  # fmt: skip


async def _open_windows(place: Place, http: aiohttp.ClientSession, numbers: list[str], count: int) -> None:
    """Each customer has just written; what the platform would tell of that is lost on purpose."""
    await place.installation.control("webhooks", {"drop": count * len(numbers)})
    waiting = iter([(number, n) for number in numbers for n in range(1, count + 1)])

    async def write() -> None:
        for number, n in waiting:
            url = f"{place.platform_url}/control/customers/{PREFIX}{n:07d}/messages"
            body = {"phone_number_id": number, "type": "text", "text": {"body": "Hello"}}
            async with http.post(url, json=body) as response:
                response.raise_for_status()

    await asyncio.gather(*(write() for _ in range(16)))


async def _round(place: Place, http: aiohttp.ClientSession, name: str, count: int) -> dict[str, Any]:
    """Fill the outbox, wake the sender, wait until all is sent; the rate by the platform's own times."""
    before = (await _sends(place, http, 1 << 40))["count"]
    values = {"tenant": place.tenant_id, "round": uuid4().hex, "run": name, "count": count, "text": TEXT}
    await place.ask("TRUNCATE outbox")
    await place.ask(QUEUE_MESSAGES, values)
    await place.ask(QUEUE_OUTBOX, values)
    await place.ask("ANALYZE")
    await place.ask("SELECT pg_notify('parley_outbox', %s)", [str(place.tenant_id)])
    until = monotonic() + 120
    while (await place.ask(LEFT, [place.tenant_id]))[0][0]:
        if monotonic() > until:
            raise RuntimeError("the outbox did not empty within two minutes")
        await asyncio.sleep(0.5)
    ended = {state: (number, again) for state, number, again in await place.ask(ENDED, [place.tenant_id])}
    if ended.get("sent", (0, 0))[0] != count:
        raise RuntimeError(f"not every message was sent: {ended}")
    times = sorted(float(each["at"]) for each in (await _sends(place, http, before))["items"])
    detail = {"messages": count, "seconds": round(times[-1] - times[0], 2), "most_in_a_second": _most(times)}
    return {"rate": len(times) / (times[-1] - times[0]), "refused": ended["sent"][1], "detail": detail}


async def _sends(place: Place, http: aiohttp.ClientSession, after: int) -> dict[str, Any]:
    async with http.get(f"{place.platform_url}/control/sends?after={after}") as response:
        found: dict[str, Any] = await response.json()
        return found


def _most(times: list[float]) -> int:
    """The most in any one second."""
    start = most = 0
    for end, at in enumerate(times):
        while at - times[start] >= 1:
            start += 1
        most = max(most, end - start + 1)
    return most


async def _caught_up(place: Place) -> float:
    """Seconds until every status that came is handled: it has caught up when nothing more comes."""
    started, quiet = monotonic(), 0
    while quiet < 3 and monotonic() - started < 60:
        await asyncio.sleep(0.3)
        quiet = 0 if (await place.ask(PENDING, [place.tenant_id]))[0][0] else quiet + 1
    return monotonic() - started - 0.9


async def _bare(place: Place, http: aiohttp.ClientSession, numbers: list[str], each: int) -> float:
    """As fast as the platform answers, over several numbers so that no limit of one is reached."""
    headers = {"Authorization": f"Bearer {ACCESS_TOKEN}"}
    waiting = iter([(number, n) for n in range(1, each + 1) for number in numbers])
    taken = 0

    async def post() -> None:
        nonlocal taken
        for number, n in waiting:
            body: dict[str, object] = {
                "messaging_product": "whatsapp",
                "recipient_type": "individual",
                "to": f"{PREFIX}{n:07d}",
            }
            body |= {"biz_opaque_callback_data": str(uuid4()), "type": "text", "text": {"body": TEXT}}
            async with http.post(f"{place.platform_url}/v23.0/{number}/messages", json=body, headers=headers) as answer:
                await answer.read()
                taken += answer.status == 200

    started = perf_counter()
    await asyncio.gather(*(post() for _ in range(AT_ONCE)))
    if taken < each * len(numbers):
        raise RuntimeError(f"the platform took only {taken} of {each * len(numbers)} bare posts")
    return taken / (perf_counter() - started)
