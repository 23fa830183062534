"""The demo's processes: started in order, watched, stopped together."""

import asyncio
import contextlib
import ctypes
import os
import signal
import sys
from collections.abc import Mapping
from pathlib import Path

import aiohttp

SIGNAL_WHEN_PARENT_DIES = 1  # PR_SET_PDEATHSIG
STOP_SECONDS = 6


class DidNotStart(Exception):
    """A process ended, or did not answer in time; the sentence says which and what it last wrote."""


class Process:
    """One child process, its output in a file; ``environment`` is read when it starts."""

    def __init__(self, name: str, arguments: list[str], environment: Mapping[str, str], logs: Path) -> None:
        self.name = name
        self._arguments = arguments
        self._environment = environment
        self._log = logs / f"{name}.log"
        self._process: asyncio.subprocess.Process | None = None

    @property
    def pid(self) -> int | None:
        """None while it does not run."""
        running = self._process is not None and self._process.returncode is None
        return self._process.pid if running and self._process else None

    async def start(self) -> None:
        """Start it; it ends with this process, however that ends."""
        self._log.parent.mkdir(parents=True, exist_ok=True)
        with self._log.open("ab") as output:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                *self._arguments,
                env={**os.environ, **self._environment},
                stdout=output,
                stderr=output,
                stdin=asyncio.subprocess.DEVNULL,
                preexec_fn=_end_with_parent,
                start_new_session=True,
            )

    async def wait(self) -> int:
        """Its exit code, when it has ended."""
        return await self._process.wait() if self._process else 0

    async def answers(self, url: str, seconds: float = 60) -> None:
        """Return as soon as the address answers 200. Raises DidNotStart."""
        until = asyncio.get_running_loop().time() + seconds
        async with aiohttp.ClientSession() as http:
            while asyncio.get_running_loop().time() < until:
                if self.pid is None:
                    raise DidNotStart(f"{self.name} ended at once. {self.last_words()}")
                with contextlib.suppress(aiohttp.ClientError, TimeoutError):
                    async with http.get(url, timeout=aiohttp.ClientTimeout(total=2)) as response:
                        if response.status == 200:
                            return
                await asyncio.sleep(0.1)
        raise DidNotStart(f"{self.name} did not answer within {seconds:.0f} s. {self.last_words()}")

    def last_words(self) -> str:
        """The end of its output, and where all of it is."""
        lines = self._log.read_text(errors="replace").strip().splitlines() if self._log.exists() else []
        return f"{lines[-1][:300] if lines else 'It said nothing.'} (all of it: {self._log})"

    async def stop(self) -> None:
        """Ask it to end; insist after a few seconds."""
        if self._process is None or self._process.returncode is not None:
            return
        self._process.terminate()
        try:
            await asyncio.wait_for(self._process.wait(), STOP_SECONDS)
        except TimeoutError:
            await self.kill()

    async def kill(self) -> None:
        """End it as a crash would."""
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()


def _end_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(SIGNAL_WHEN_PARENT_DIES, signal.SIGTERM)
