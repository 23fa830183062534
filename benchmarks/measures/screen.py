"""Webhook to the agent's screen: posted, kept, handled by the worker, told to the page, and fetched by it.

A customer's signed webhook is posted; it counts as shown when the live stream has told of it and the thread that the
page then fetches has its text. The conversations are the bot's, so its understanding and its answer are part of it.
"""

import asyncio
import re
from time import perf_counter
from typing import Any
from uuid import uuid4

import aiohttp

from benchmarks.bare.notice import notice_ms
from benchmarks.customer_webhooks import message_of, signed, webhook
from benchmarks.desk import Desk, a_desk
from benchmarks.figures import Figure, quantile
from benchmarks.place import Place
from benchmarks.run import Run

PER_SECOND = 20
MARK = re.compile(r"\[(\d+)\]")
BARE = "one notice of PostgreSQL"


async def measure(run: Run) -> list[Figure]:
    """Some before it counts, then a steady trickle."""
    place = run.place
    await place.start()
    async with a_desk(place, online=False) as desk, aiohttp.ClientSession() as http:
        await _shown(place, desk, http, 10, 2)
        times = await _shown(place, desk, http, int(run.seconds(15) * PER_SECOND), PER_SECOND)
    bare = await notice_ms(place.owner_url)
    detail = {"messages": len(times), "per_second": PER_SECOND, "longest_ms": round(max(times), 1)}
    return [
        Figure("shown, p50", quantile(times, 0.5), "ms", bare=quantile(bare, 0.5), bare_is=BARE, detail=detail),
        Figure("shown, p99", quantile(times, 0.99), "ms", "less", 500, quantile(bare, 0.99), BARE),
    ]


async def _shown(place: Place, desk: Desk, http: aiohttp.ClientSession, count: int, per_second: int) -> list[float]:
    """Milliseconds of each, from before its POST."""
    name = uuid4().hex[:8]
    posted: dict[int, float] = {}
    times: dict[int, float] = {}
    desk.forget()

    async def post_all() -> None:
        for serial in range(count):
            text = f"Why was I charged a fee when I paid abroad? [{serial}]"
            message = message_of(serial, name, writers=count, text=text)
            message["from"] = f"44781{serial:07d}"
            posted[serial] = perf_counter()
            await _post(place, http, message)
            await asyncio.sleep(max(0.0, posted[0] + (serial + 1) / per_second - perf_counter()))

    posting = asyncio.create_task(post_all())
    while len(times) < count:
        _, change = await desk.heard(lambda each: each["kind"] == "message" and each["conversation_id"] is not None)
        thread = await desk.ask("GET", f"/conversations/{change['conversation_id']}/messages")
        for serial in _serials(thread):
            times.setdefault(serial, (perf_counter() - posted[serial]) * 1000)
    await posting
    return list(times.values())


def _serials(thread: dict[str, Any]) -> list[int]:
    texts = [str((item.get("content") or {}).get("body") or "") for item in thread["items"][-4:]]
    return [int(found[1]) for text in texts if (found := MARK.search(text))]


async def _post(place: Place, http: aiohttp.ClientSession, message: dict[str, Any]) -> None:
    body = webhook(place.number_id, str(place.bank.number["account_id"]), [message])
    headers = {
        "x-hub-signature-256": signed(body, place.installation.settings.app_secret),
        "content-type": "application/json",
    }
    async with http.post(f"{place.web_url}/webhooks/whatsapp", data=body, headers=headers) as response:
        response.raise_for_status()
