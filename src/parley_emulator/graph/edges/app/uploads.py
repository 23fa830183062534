"""Begin to upload a file in parts: a sample for a template's header, or a profile picture."""

from typing import Any

from parley_emulator import ids
from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.ids import APP_ID
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

NODE = "app"
EDGE = "uploads"
TYPES = frozenset({"application/pdf", "image/jpeg", "image/jpg", "image/png", "video/mp4"})
MOST = 100 << 20


async def post(platform: Platform, call: Call, app: str) -> dict[str, Any]:
    """The id of the session: the file goes there."""
    length, kind = call.param("file_length"), call.param("file_type").lower()
    if not length.isdigit() or not 0 < int(length) <= MOST:
        raise Refusal(100, f"Param file_length must be a number of bytes up to {MOST}.")
    if kind not in TYPES:
        raise Refusal(100, f"Param file_type must be one of {', '.join(sorted(TYPES))}.")
    fields = {"file_name": call.param("file_name"), "file_length": int(length), "file_type": kind, "file_offset": 0}
    session = Thing(id=f"upload:{ids.digits(24)}", kind="upload", owner=APP_ID, fields=fields)
    platform.world.save_thing(session)
    await platform.store.committed()
    return {"id": session.id}
