"""A customer's file, to be sent by its id."""

from typing import Any

from parley_emulator.control.asked import Asked
from parley_emulator.media import keep
from parley_emulator.platform import Platform


async def upload(platform: Platform, asked: Asked) -> dict[str, Any]:
    """The body is the file; its type comes from ``Content-Type``, its name from ``?filename=``."""
    mime_type = asked.headers.get("content-type") or "application/octet-stream"
    media = keep(platform, asked.raw, mime_type, asked.query.get("filename", ""), [])
    await platform.store.committed()
    return {"id": media.id}


ROUTES = [("POST", "/media", upload)]
