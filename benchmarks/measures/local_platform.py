"""The local platform alone: sends taken in a second, and statuses told in a second, three for each send.

It runs in a process of its own; whoever sends and whoever receives are one other process over plain sockets, so that
the two cores are the platform's and theirs. No number may send more than 1,000 a second: there are twelve.
"""

import asyncio
import re
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from time import perf_counter

import aiohttp

from benchmarks.figures import Figure
from benchmarks.load import Connection
from benchmarks.place import ROOT
from benchmarks.run import Run, say
from parley.demo.installation import free_port
from parley.demo.processes import Process

NUMBERS, CUSTOMERS, CONNECTIONS = 12, 250, 48
TOKEN, ACCOUNT = "token-of-the-bench", "990000000000001"
SENDS_LEAST, TOLD_LEAST = 2_000, 6_000
PACE = ["--delivered-after", "0.02", "--read-after", "0.02"]
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s"
LENGTH = re.compile(rb"content-length: *(\d+)")
CHALLENGE = re.compile(rb"hub\.challenge=(\w+)")
TEXT = "It usually takes five working days until a new card arrives. Shall I look it up for you?"


class Receiver(asyncio.Protocol):
    """Answers 200 to whatever is posted, and counts the statuses in it: several come in one POST, as from WhatsApp."""

    told = posts = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport, self._buffer = transport, b""

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while (head := self._buffer.find(b"\r\n\r\n")) >= 0:
            lower = self._buffer[:head].lower()
            length = int(lower.split(b"content-length:")[1].split(b"\r\n")[0]) if b"content-length:" in lower else 0
            if len(self._buffer) < head + 4 + length:
                return
            body = self._buffer[head + 4 : head + 4 + length]
            self._buffer = self._buffer[head + 4 + length :]
            Receiver.told += body.count(b'"status":"')
            Receiver.posts += 1
            challenge = CHALLENGE.search(lower)
            word = challenge.group(1) if challenge else b""
            self._transport.write(ANSWER % (len(word), word))  # type: ignore[attr-defined]


class Sender(Connection):
    """Waits for the whole answer, however many pieces it comes in."""

    _piece = b""

    def data_received(self, data: bytes) -> None:
        self._piece += data
        head = self._piece.find(b"\r\n\r\n")
        length = LENGTH.search(self._piece[: max(head, 0)].lower())
        if length and len(self._piece) >= head + 4 + int(length.group(1)):
            answer, self._piece = self._piece, b""
            super().data_received(answer)


async def measure(run: Run) -> list[Figure]:
    """As many sends as are taken, and the time until the last of their statuses was told."""
    count = 6_000 if run.short else 24_000
    loop, Receiver.told = asyncio.get_running_loop(), 0
    server = await loop.create_server(Receiver, "127.0.0.1", 0)
    hook = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
    async with _platform(hook) as port:
        say(f"  … {NUMBERS * CUSTOMERS} customers write to {NUMBERS} numbers")
        await _open_windows(port)
        Receiver.told, Receiver.posts, started = 0, 0, perf_counter()
        taken = await _send(port, count)
        took = perf_counter() - started
        await asyncio.wait_for(_all_told(3 * taken), 120)
        told = Receiver.told / (perf_counter() - started)
    server.close()
    if taken < count or Receiver.told < 3 * taken:
        raise RuntimeError(f"of {count} sends {taken} were taken, and {Receiver.told} statuses came")
    return [
        Figure("sends taken", taken / took, "messages/s", "more", SENDS_LEAST, detail={"messages": count}),
        Figure(
            "statuses told",
            told,
            "statuses/s",
            "more",
            TOLD_LEAST,
            detail={"statuses": 3 * taken, "posts": Receiver.posts},
        ),
    ]


async def _all_told(count: int) -> None:
    while Receiver.told < count:  # noqa: ASYNC110
        await asyncio.sleep(0.02)


@asynccontextmanager
async def _platform(hook: str) -> AsyncIterator[int]:
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        where = ["--port", str(port), "--data-dir", f"{folder}/platform"]
        target = ["--webhook-url", hook, "--app-secret", "secret", "--verify-token", "verify"]
        arguments = ["-m", "parley_emulator.main", "serve", *where, *target, *PACE]
        process = Process("platform", arguments, {"PYTHONPATH": str(ROOT)}, Path(folder) / "logs")
        await process.start()
        try:
            await process.answers(f"http://127.0.0.1:{port}/healthz")
            yield port
        finally:
            await process.stop()


def _number(index: int) -> str:
    return f"99000000000{index:04d}"


def _customer(number: int, index: int) -> str:
    return f"4477{number:02d}{index:06d}"


async def _open_windows(port: int) -> None:
    """Each customer has just written; what the platform would tell of that is lost on purpose."""
    base = f"http://127.0.0.1:{port}/control"
    async with aiohttp.ClientSession() as http:

        async def ask(path: str, body: Mapping[str, object]) -> None:
            async with http.post(f"{base}/{path}", json=body) as response:
                response.raise_for_status()

        for index in range(NUMBERS):
            number = {"phone_number_id": _number(index), "waba_id": ACCOUNT, "access_token": TOKEN}
            named = {"display_phone_number": f"+15550{index:06d}", "verified_name": "Bench", "throughput": "HIGH"}
            await ask("numbers", {**number, **named})
        await ask("webhooks", {"drop": NUMBERS * CUSTOMERS})
        waiting = iter([(n, c) for n in range(NUMBERS) for c in range(CUSTOMERS)])

        async def write() -> None:
            for number_index, index in waiting:
                wa_id = _customer(number_index, index)
                await ask("customers", {"wa_id": wa_id, "name": "Ada", "auto_read": True})
                hello = {"phone_number_id": _number(number_index), "type": "text", "text": {"body": "Hello"}}
                await ask(f"customers/{wa_id}/messages", hello)

        await asyncio.gather(*(write() for _ in range(16)))


def _requests(port: int, count: int) -> list[bytes]:
    made = []
    for serial in range(count):
        number, index = serial % NUMBERS, serial // NUMBERS % CUSTOMERS
        body = (
            f'{{"messaging_product":"whatsapp","recipient_type":"individual","to":"{_customer(number, index)}",'
            f'"type":"text","text":{{"body":"{TEXT}"}},"biz_opaque_callback_data":"{serial}"}}'
        ).encode()
        head = (
            f"POST /v23.0/{_number(number)}/messages HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
            f"Authorization: Bearer {TOKEN}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        made.append(head.encode() + body)
    return made


async def _send(port: int, count: int) -> int:
    """How many were answered with 200."""
    waiting, loop, taken = iter(_requests(port, count)), asyncio.get_running_loop(), 0

    async def work() -> None:
        nonlocal taken
        _, connection = await loop.create_connection(Sender, "127.0.0.1", port)
        for request in waiting:
            status = await connection.ask(request)
            taken += status == 200

    await asyncio.gather(*(work() for _ in range(CONNECTIONS)))
    return taken
