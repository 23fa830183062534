"""A file of the wrong kind, or too large for it, shows only when the platform takes it in."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.media import is_animated
from parley_emulator.sending.send import Send
from parley_emulator.state.media_kinds import KINDS, LARGEST, STILL, fits, plain

VOICE = frozenset({"audio/ogg", "audio/opus"})


def fate(send: Send) -> Refusal | None:
    """131053 by webhook."""
    if send.type not in KINDS:
        return None
    media = send.platform.world.media.get(str(send.content.get("id")))
    if media is None:
        return None  # a link: fetched after the answer
    if not fits(send.type, media.mime_type):
        return Refusal(131053, f"A file of type {media.mime_type} can not be sent as {send.type}.")
    if send.content.get("voice") is True and plain(media.mime_type) not in VOICE:
        return Refusal(131053, f"A voice message is Ogg with Opus, not {media.mime_type}.")
    most = LARGEST[send.type]
    if send.type == "sticker" and not is_animated(send.platform.world.file_of(media)):
        most = STILL
    if media.file_size > most:
        return Refusal(131053, f"The file is larger than {most} bytes.")
    return None
