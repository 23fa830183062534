"""An agent's desk for measuring: logged in, listening to the live stream as the page does."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from time import perf_counter
from typing import Any

import aiohttp

from benchmarks.place import Place
from parley.demo.seed import PASSWORD

Change = dict[str, Any]


class Desk:
    """``live`` holds (when it was heard, change) in order."""

    def __init__(self, http: aiohttp.ClientSession, url: str) -> None:
        self._http = http
        self._url = url
        self.live: asyncio.Queue[tuple[float, Change]] = asyncio.Queue()

    async def ask(self, method: str, path: str, body: Any = None) -> Any:
        """One call of the API."""
        async with self._http.request(method, f"{self._url}/api{path}", json=body) as response:
            answer = await response.json() if response.status != 204 else None
            if response.status >= 400:
                raise RuntimeError(f"{method} {path}: {response.status} {answer}")
            return answer

    async def timed(self, path: str) -> float:
        """Milliseconds until the answer is read whole."""
        started = perf_counter()
        async with self._http.get(f"{self._url}{path}") as response:
            await response.read()
            response.raise_for_status()
        return (perf_counter() - started) * 1000

    async def heard(self, wanted: Callable[[Change], bool], seconds: float = 30) -> tuple[float, Change]:
        """The next change that is wanted; others are passed over."""
        async with asyncio.timeout(seconds):
            while True:
                at, change = await self.live.get()
                if wanted(change):
                    return at, change

    def forget(self) -> None:
        """What was heard until now."""
        while not self.live.empty():
            self.live.get_nowait()

    async def listen(self) -> None:
        """Read the stream until cancelled."""
        timeout = aiohttp.ClientTimeout(total=None)
        async with self._http.get(f"{self._url}/api/live", timeout=timeout) as response:
            async for line in response.content:
                if line.startswith(b"data:"):
                    self.live.put_nowait((perf_counter(), json.loads(line[5:])))


@asynccontextmanager
async def a_desk(place: Place, *, online: bool) -> AsyncIterator[Desk]:
    """Of the bank's first agent; ``online``: given conversations."""
    agent = next(each for each in place.bank.agents if each["role"] == "agent")
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as http:
        desk = Desk(http, place.web_url)
        await desk.ask("POST", "/session", {"email": agent["email"], "password": PASSWORD})
        listening = asyncio.create_task(desk.listen())
        await asyncio.sleep(0.3)
        await desk.ask("PUT", "/presence", {"presence": "online" if online else "away"})
        try:
            yield desk
        finally:
            await desk.ask("PUT", "/presence", {"presence": "offline"})
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)
