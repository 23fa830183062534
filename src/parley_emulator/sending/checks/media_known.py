"""A file is named by the id of an upload of this number that still exists; uploads are kept for 30 days."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.attached import files_of
from parley_emulator.sending.send import Send

STAGE = 23
KEPT = 30 * 86_400


def check(send: Send) -> Refusal | None:
    """The message's own, and those of headers and cards."""
    for _, file in files_of(send.type, send.content):
        if file.get("id") is None:
            continue
        media = send.platform.world.media.get(str(file["id"]))
        if media is None or send.number.id not in media.numbers or send.now > media.created_at + KEPT:
            return Refusal(131009, f"Media id {file['id']} is not known. Uploads are kept for 30 days.")
    return None
