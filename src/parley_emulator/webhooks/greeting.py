"""The handshake with the application's address, again and again until somebody is there."""

import asyncio
from collections.abc import Callable

import aiohttp

from parley_emulator.webhooks.target import Target, shake_hands


class Greeting:
    """``problem`` is empty once the application answered."""

    def __init__(self, http: aiohttp.ClientSession, target: Callable[[], Target], greeted: Callable[[], None]) -> None:
        self.problem = "no handshake yet"
        self._http = http
        self._target = target
        self._greeted = greeted
        self._task: asyncio.Task[None] | None = None

    async def once(self) -> str:
        """Try it now; when it fails, go on trying. Answers what is wrong."""
        target = self._target()
        self.problem = await shake_hands(self._http, target) if target.url and target.handshake else ""
        if self.problem:
            self.start()
        return self.problem

    def start(self) -> None:
        """Try until it goes well."""
        self.stop()
        self._task = asyncio.get_running_loop().create_task(self._greet())

    def stop(self) -> "list[asyncio.Task[None]]":
        """No more. Answers what is still to end."""
        if self._task is None:
            return []
        self._task.cancel()
        task, self._task = self._task, None
        return [task]

    async def _greet(self) -> None:
        gap = 0.2
        while self._target().handshake:
            self.problem = await shake_hands(self._http, self._target())
            if not self.problem:
                break
            await asyncio.sleep(gap)
            gap = min(gap * 1.5, 3.0)
        else:
            self.problem = ""
        self._greeted()
