"""The stream of changes: the page fetches anew what a change is about."""

from collections.abc import AsyncIterator

import msgspec
from fastapi import APIRouter, Request
from sse_starlette import EventSourceResponse, ServerSentEvent

from parley.api.hub import Hub, Listener
from parley.api.identity import AnyCaller, Caller, caller_of
from parley.core.errors import ParleyError

HEARTBEAT = 15.0
router = APIRouter(tags=["live"])


@router.get("/live", response_class=EventSourceResponse)
async def live(request: Request, caller: AnyCaller) -> EventSourceResponse:
    """Server-sent events `change` with {"conversation_id", "kind"}; a comment at least every 15 seconds."""
    hub: Hub = request.app.state.hub
    return EventSourceResponse(_stream(request, hub, caller), ping=0, send_timeout=30)


async def _stream(request: Request, hub: Hub, caller: Caller) -> AsyncIterator[ServerSentEvent]:
    listener = hub.join(caller.tenant_id)
    try:
        yield ServerSentEvent(comment="listening")
        async for event in _events(request, listener, caller):
            yield event
    finally:
        hub.leave(listener)


async def _events(request: Request, listener: Listener, caller: Caller) -> AsyncIterator[ServerSentEvent]:
    while not listener.dropped:
        changes = await listener.changes(HEARTBEAT)
        for conversation_id, kind in changes:
            data = msgspec.json.encode({"conversation_id": conversation_id, "kind": kind}).decode()
            yield ServerSentEvent(event="change", data=data)
        if not changes and not listener.dropped:
            if not await _still_there(request, caller):
                return
            yield ServerSentEvent(comment="still here")


async def _still_there(request: Request, caller: Caller) -> bool:
    """A page that listens is a sign of life, as long as its session lasts."""
    state = request.app.state
    try:
        await caller_of(state.database, state.settings, state.clock, caller.token)
    except ParleyError:
        return False
    return True
