"""Files that are sent by link: the platform fetches them after its answer, and says by webhook when it could not."""

from typing import Any

import aiohttp

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.fitness import unfit
from parley_emulator.state.first_bytes import NEEDED
from parley_emulator.state.media_kinds import LARGEST

TIMEOUT = aiohttp.ClientTimeout(total=5)
CHUNK = 64 << 10


async def fetch(http: aiohttp.ClientSession, kind: str, file: dict[str, Any]) -> Refusal | None:
    """What is wrong with the file behind ``file["link"]``. Not more is read than a file of that kind may have."""
    link = str(file["link"])
    try:
        async with http.get(link, timeout=TIMEOUT) as response:
            if response.status != 200:
                return Refusal(131053, f"{link} answered {response.status}.")
            size, head = await _read(response, LARGEST[kind])
            mime_type = response.headers.get("Content-Type", "")
    except (aiohttp.ClientError, TimeoutError, ValueError, OSError) as error:
        return Refusal(131053, f"{link} can not be fetched ({type(error).__name__}).")
    return unfit(kind, file, mime_type, size, head)


async def _read(response: aiohttp.ClientResponse, most: int) -> tuple[int, bytes]:
    """(bytes there are, the first of them); they are counted as they come, since not every answer says how many."""
    size, head = 0, b""
    async for chunk in response.content.iter_chunked(CHUNK):
        size += len(chunk)
        head = head + chunk[:NEEDED] if len(head) < NEEDED else head
        if size > most:
            break
    return size, head[:NEEDED]
