"""Whether a file may travel in a message of that kind: its type, what it really is, and its size (reference 3.2)."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.demand import is_true
from parley_emulator.state.first_bytes import is_animated, is_mono_opus, looks_like
from parley_emulator.state.media_kinds import KINDS, LARGEST, STILL, fits, plain

VOICE = "audio/ogg"


def unfit(kind: str, file: dict[str, Any], mime_type: str, size: int, head: bytes) -> Refusal | None:
    """``head``: its first bytes; ``size`` in bytes, of a file that is too large as far as it was read."""
    if not fits(kind, mime_type):
        allowed = ", ".join(sorted(KINDS[kind]))
        received = plain(mime_type) or "unknown"
        return Refusal(131053, f"A file of type {received} can not be sent as {kind}. Use one of {allowed}.")
    if is_true(file.get("voice")) and plain(mime_type) != VOICE:
        return Refusal(131053, f"A voice message is Ogg with Opus, not {mime_type}.")
    if size > (most := _most(kind, head)):
        return Refusal(131053, f"The file is larger than {most} bytes.")
    if not looks_like(plain(mime_type), head):
        return Refusal(131053, f"The file was said to be {plain(mime_type)}, and is something else.")
    if kind == "audio" and plain(mime_type) == VOICE and not is_mono_opus(head):
        return Refusal(131053, "An Ogg file must have Opus in it, with one channel.")
    return None


def _most(kind: str, head: bytes) -> int:
    return STILL if kind == "sticker" and not is_animated(head) else LARGEST[kind]
