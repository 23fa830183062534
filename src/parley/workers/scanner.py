"""Asks a virus scanner about a file: a command, or clamd over its own protocol (INSTREAM)."""

import asyncio
import shlex
from pathlib import Path
from urllib.parse import urlsplit

PIECE = 1 << 16
SECONDS = 120.0


class ScannerError(Exception):
    """The scanner gave no answer: the file is not shown, and asked about again later."""


async def is_clean(scanner: str, file: Path) -> bool:
    """``clamd://host:port``, ``clamd:///path/of/the/socket``, or a command; '' finds nothing. Raises ScannerError."""
    if not scanner:
        return True
    try:
        async with asyncio.timeout(SECONDS):
            return await (_clamd(scanner, file) if scanner.startswith("clamd:") else _command(scanner, file))
    except (OSError, TimeoutError, ValueError, asyncio.IncompleteReadError) as error:
        raise ScannerError(type(error).__name__) from error


async def _command(command: str, file: Path) -> bool:
    """The file's name is added at its end. As clamscan does it: 0 is clean, 1 is infected, all else is a fault."""
    process = await asyncio.create_subprocess_exec(
        *shlex.split(command), str(file), stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL
    )
    try:
        code = await process.wait()
    except asyncio.CancelledError:
        process.kill()
        raise
    if code not in (0, 1):
        raise ScannerError(f"exit code {code}")
    return code == 0


async def _clamd(address: str, file: Path) -> bool:
    """Each piece with its length before it (four bytes), then a length of nothing."""
    place = urlsplit(address)
    if place.hostname:
        reader, writer = await asyncio.open_connection(place.hostname, place.port or 3310)
    else:
        reader, writer = await asyncio.open_unix_connection(place.path)
    try:
        writer.write(b"zINSTREAM\0")
        with file.open("rb") as content:
            while piece := content.read(PIECE):
                writer.write(len(piece).to_bytes(4, "big") + piece)
                await writer.drain()
        writer.write(bytes(4))
        await writer.drain()
        answer = (await reader.readuntil(b"\0")).rstrip(b"\0").decode(errors="replace")
    finally:
        writer.close()
    if answer.endswith("FOUND"):
        return False
    if answer.endswith("OK"):
        return True
    raise ScannerError("no verdict")
