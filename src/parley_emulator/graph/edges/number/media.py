"""Upload a file."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.media import keep
from parley_emulator.platform import Platform
from parley_emulator.sending.demand import missing, names_whatsapp
from parley_emulator.state.media_kinds import LARGEST, UPLOADED, kind_of, plain
from parley_emulator.state.records import Number

NODE = "number"
EDGE = "media"


async def post(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """What the part of the file calls itself decides, and only without that the parameter ``type``.

    So it is seen in the platform's traffic; what is in the file is looked at when it is sent.
    """
    if not names_whatsapp(call.param("messaging_product")):
        raise missing("messaging_product")
    upload = call.files.get("file")
    if upload is None:
        raise missing("file")
    received = plain(upload.mime_type or call.param("type"))
    if received not in UPLOADED:
        told = f"Param file must be a file with one of the following types: {', '.join(UPLOADED)}."
        raise Refusal(100, message=f"(#100) {told} Received file of type '{received}'.")
    mime_type = call.param("type") if kind_of(call.param("type")) else upload.mime_type
    kind = kind_of(mime_type)
    if len(upload.content) > LARGEST[kind]:
        raise Refusal(131053, f"A file of this type has at most {LARGEST[kind]} bytes.")
    media = keep(platform, upload.content, mime_type, upload.filename, [number.id])
    await platform.store.committed()
    return {"id": media.id}
