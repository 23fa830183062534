"""Asks a command about a file: 0 finds nothing, 1 objects, all else is a fault; as virus scanners do it.

What it prints, if it prints anything, is an answer of our own form (``forms/parley.py``) and counts instead.
"""

import asyncio
import shlex
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import structlog

from parley.core.policy.opinions import Failure, Opinion
from parley.core.policy.screening.hits import Hit
from parley.opinions.forms import parley

# An exit code does not say how sure it is: a person looks.
OBJECTS = Hit("E7", "opinion", 0.6, "objection")
LARGEST_ANSWER = 1 << 20
log = structlog.get_logger()


class Command:
    """A program of this machine; nothing leaves it."""

    reader = "command"

    def __init__(self, line: str) -> None:
        self._words = shlex.split(line)

    async def close(self) -> None:
        """There is nothing to close."""

    async def on_file(self, content: bytes, mime_type: str, seconds: float) -> Opinion:
        """What it says of the file, or why it says nothing."""
        try:
            with _on_disk(content, mime_type) as path:
                async with asyncio.timeout(seconds):
                    code, printed = await self._run(path)
            return self._read(code, printed)
        except (TimeoutError, OSError, ValueError) as error:
            failure: Failure = "timeout" if isinstance(error, TimeoutError) else "unreachable"
            return self._failed("nonsense" if isinstance(error, ValueError) else failure)

    async def _run(self, path: Path) -> tuple[int, bytes]:
        process = await asyncio.create_subprocess_exec(
            *self._words,
            str(path),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            printed, _ = await process.communicate()
        except asyncio.CancelledError:
            process.kill()
            await process.wait()
            raise
        return process.returncode or 0, printed[:LARGEST_ANSWER]

    def _read(self, code: int, printed: bytes) -> Opinion:
        if code not in (0, 1):
            return self._failed("refused")
        if printed.strip():
            model, hits = parley.read(printed)
            return Opinion("file", self.reader, model, hits)
        return Opinion("file", self.reader, hits=(OBJECTS,) if code else ())

    def _failed(self, failure: Failure) -> Opinion:
        log.warning("opinions.no_answer", of="file", failure=failure, status=0)
        return Opinion("file", self.reader, failed=failure)


@contextmanager
def _on_disk(content: bytes, mime_type: str) -> Iterator[Path]:
    """For that one question, readable by this account only."""
    ending = mime_type.split(";", maxsplit=1)[0].rpartition("/")[2].strip()
    with tempfile.TemporaryDirectory(prefix="parley-file-") as folder:
        path = Path(folder) / f"file.{ending if ending.isalnum() else 'bin'}"
        path.write_bytes(content)
        yield path
