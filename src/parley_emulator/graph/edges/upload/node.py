"""A file on its way in parts. Its bytes are counted, not kept; the handle at the end is what calls name it by."""

from typing import Any

from parley_emulator import ids
from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.graph.shape import Shape
from parley_emulator.ids import APP_ID
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

NODE = "upload"
EDGE = ""
SHAPE = Shape("UploadSession", ("file_offset",))


async def get(platform: Platform, call: Call, session: Thing) -> dict[str, Any]:
    """How many bytes have come."""
    return {"id": session.id, "file_offset": session.fields["file_offset"]}


async def post(platform: Platform, call: Call, session: Thing) -> dict[str, Any]:
    """The next bytes, from where the header ``file_offset`` says; the handle once all are here."""
    written = call.header("file_offset")
    offset, so_far = session.fields["file_offset"], session.fields["file_length"]
    if not written.isdigit() or int(written) != offset:
        raise Refusal(100, f"The header file_offset must be {offset}.")
    content = call.raw or next((each.content for each in call.files.values()), b"")
    if not content or offset + len(content) > so_far:
        raise Refusal(100, "The part is empty, or longer than the file was said to be.")
    session.fields = {**session.fields, "file_offset": offset + len(content)}
    platform.world.save_thing(session)
    if session.fields["file_offset"] < so_far:
        await platform.store.committed()
        return {"id": session.id, "file_offset": session.fields["file_offset"]}
    handle = session.fields.get("handle") or f"4::{ids.digits(40)}"
    session.fields = {**session.fields, "handle": handle}
    platform.world.save_thing(session)
    known = {name: session.fields[name] for name in ("file_name", "file_length", "file_type")}
    platform.world.save_thing(Thing(id=handle, kind="handle", owner=APP_ID, fields=known))
    await platform.store.committed()
    return {"h": handle}
