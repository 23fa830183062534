"""A process of its own that posts webhooks as fast as they are answered, or at a steady rate, and tells the times.

It speaks HTTP/1.1 over plain sockets and makes all bodies beforehand: what it takes from the machine is taken from
what is measured.
"""

import argparse
import asyncio
import json
import os
import sys
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import uvloop

from benchmarks.customer_webhooks import message_of, signed, webhook

SECRET = "PARLEY_BENCH_SECRET"


class Connection(asyncio.Protocol):
    """One connection, one request at a time."""

    def __init__(self) -> None:
        self._answered: asyncio.Future[int] | None = None
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport  # type: ignore[assignment]

    def data_received(self, data: bytes) -> None:
        if self._answered is not None and not self._answered.done():
            self._answered.set_result(int(data[9:12]))

    def connection_lost(self, exc: Exception | None) -> None:
        if self._answered is not None and not self._answered.done():
            self._answered.set_result(0)

    async def ask(self, request: bytes) -> int:
        """The answer's status; its body is short enough to come with it. 0: the connection was lost."""
        if self._transport is None:
            return 0
        self._answered = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        return await self._answered


@dataclass
class Tally:
    """What came of the requests."""

    times: list[float] = field(default_factory=list)
    statuses: dict[int, int] = field(default_factory=dict)

    def note(self, status: int, seconds: float) -> None:
        self.times.append(seconds * 1000)
        self.statuses[status] = self.statuses.get(status, 0) + 1


def requests(asked: argparse.Namespace) -> list[bytes]:
    """All requests, ready to be written."""
    secret, parts, made = os.environ[SECRET], urlsplit(asked.url), []
    for first in range(0, asked.posts * asked.together, asked.together):
        messages = [message_of(first + n, asked.run, writers=asked.writers) for n in range(asked.together)]
        body = webhook(asked.number, asked.account, messages)
        head = (
            f"POST {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nContent-Type: application/json\r\n"
            f"User-Agent: facebookexternalua\r\nX-Hub-Signature-256: {signed(body, secret)}\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        made.append(head.encode() + body)
    return made


async def drive(asked: argparse.Namespace) -> dict[str, Any]:
    """Post until the time or the requests are over."""
    waiting = iter(requests(asked))
    parts, loop, tally = urlsplit(asked.url), asyncio.get_running_loop(), Tally()
    opened = [await loop.create_connection(Connection, parts.hostname, parts.port) for _ in range(asked.connections)]
    started = time.perf_counter()
    until = started + asked.seconds
    due = started

    async def work(connection: Connection) -> None:
        nonlocal due
        while time.perf_counter() < until:
            request = next(waiting, None)
            if request is None:
                return
            began = time.perf_counter()
            if asked.rate:  # timed from when it was due, so that a late start counts as waiting
                began, due = due, due + 1 / asked.rate
                await asyncio.sleep(max(0.0, began - time.perf_counter()))
            tally.note(await connection.ask(request), time.perf_counter() - began)

    await asyncio.gather(*(work(connection) for _, connection in opened))
    return {"seconds": time.perf_counter() - started, "statuses": tally.statuses, "times_ms": tally.times}


def main() -> None:
    """Arguments in, one JSON line out."""
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("--run", required=True)
    parser.add_argument("--number", required=True)
    parser.add_argument("--account", required=True)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--posts", type=int, default=40_000)
    parser.add_argument("--together", type=int, default=1)
    parser.add_argument("--writers", type=int, default=5000)
    parser.add_argument("--connections", type=int, default=32)
    parser.add_argument("--rate", type=float, default=0)
    json.dump(uvloop.run(drive(parser.parse_args())), sys.stdout)


if __name__ == "__main__":
    main()
