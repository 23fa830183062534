"""The JSON object a phone sent."""

from typing import Any

import msgspec
from starlette.requests import Request


async def body_of(request: Request) -> dict[str, Any]:
    """Raises a DecodeError for anything else."""
    raw = await request.body()
    return msgspec.json.decode(raw, type=dict[str, Any]) if raw.strip() else {}
