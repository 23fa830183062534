"""A file of the wrong kind, or too large for it, shows only when the platform takes it in."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.attached import files_of
from parley_emulator.sending.fitness import unfit
from parley_emulator.sending.send import Send
from parley_emulator.state.first_bytes import NEEDED

IN_GROUPS = True


def fate(send: Send) -> Refusal | None:
    """131053 by webhook, for uploads; what is behind a link is fetched after the answer."""
    world = send.platform.world
    for kind, file in files_of(send.type, send.content):
        media = world.media.get(str(file.get("id")))
        if media is None:
            continue
        with world.file_of(media).open("rb") as opened:
            head = opened.read(NEEDED)
        if refusal := unfit(kind, file, media.mime_type, media.file_size, head):
            return refusal
    return None
