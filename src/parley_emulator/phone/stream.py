"""What changed for one customer, as it happens: server-sent events."""

import asyncio
from collections.abc import AsyncIterator

import msgspec
from starlette.requests import Request
from starlette.responses import StreamingResponse

from parley_emulator.platform import Platform

BEAT = 15.0


async def stream(request: Request) -> StreamingResponse:
    """Open until one of the two hangs up."""
    platform: Platform = request.app.state.platform
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    wa_id = request.query_params.get("wa_id", "")
    return StreamingResponse(_events(platform, wa_id), media_type="text/event-stream", headers=headers)


async def _events(platform: Platform, wa_id: str) -> AsyncIterator[bytes]:
    queue = platform.live.listen(wa_id)
    try:
        yield b": hello\n\n"
        while True:
            try:
                change = await asyncio.wait_for(queue.get(), BEAT)
            except TimeoutError:
                yield b": still here\n\n"
                continue
            if change is None:
                return
            yield b"event: change\ndata: " + msgspec.json.encode(change) + b"\n\n"
    finally:
        platform.live.leave(wa_id, queue)
