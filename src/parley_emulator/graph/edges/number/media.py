"""Upload a file."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.media import keep
from parley_emulator.platform import Platform
from parley_emulator.sending.demand import names_whatsapp
from parley_emulator.state.media_kinds import KINDS, LARGEST, kind_of
from parley_emulator.state.records import Number

NODE = "number"
EDGE = "media"


async def post(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """The type is the one named, or else the file's own."""
    if not names_whatsapp(call.param("messaging_product")):
        raise Refusal(100, "The parameter messaging_product is required.")
    upload = call.files.get("file")
    if upload is None:
        raise Refusal(100, "The parameter file is required.")
    mime_type = call.param("type") or upload.mime_type
    kind = kind_of(mime_type)
    if not kind:
        allowed = ", ".join(sorted(set().union(*KINDS.values())))
        raise Refusal(
            100, f"Param file must be a file with one of the following types: {allowed}. Received {mime_type}."
        )
    if len(upload.content) > LARGEST[kind]:
        raise Refusal(131053, f"A file of this type has at most {LARGEST[kind]} bytes.")
    media = keep(platform, upload.content, mime_type, upload.filename, [number.id])
    await platform.store.committed()
    return {"id": media.id}
