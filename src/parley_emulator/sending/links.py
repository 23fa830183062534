"""Files that are sent by link: the platform fetches them after its answer, and says by webhook when it could not."""

from typing import Any

import aiohttp

from parley_emulator.graph.refusal import Refusal
from parley_emulator.state.media_kinds import KINDS, LARGEST, fits

TIMEOUT = aiohttp.ClientTimeout(total=5)


def link_of(kind: str, content: Any) -> str:
    """The link of a message with a file, empty for any other."""
    return str(content.get("link") or "") if kind in KINDS else ""


async def fetch(http: aiohttp.ClientSession, kind: str, link: str) -> Refusal | None:
    """What is wrong with the file behind the link."""
    try:
        async with http.get(link, timeout=TIMEOUT) as response:
            size = response.content_length or 0
            if response.status != 200:
                return Refusal(131053, f"{link} answered {response.status}.")
            mime_type = response.headers.get("Content-Type", "")
    except (aiohttp.ClientError, TimeoutError, ValueError, OSError) as error:
        return Refusal(131053, f"{link} can not be fetched ({type(error).__name__}).")
    if not fits(kind, mime_type):
        return Refusal(131053, f"A file of type {mime_type or 'unknown'} can not be sent as {kind}.")
    if size > LARGEST[kind]:
        return Refusal(131053, f"The file is larger than {LARGEST[kind]} bytes.")
    return None
