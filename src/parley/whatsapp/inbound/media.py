"""Pictures, videos, sounds, documents and stickers: the file itself is fetched later."""

from typing import Any

from parley.core.messages import Media
from parley.whatsapp.event import text_at

TYPES = ("image", "video", "audio", "document", "sticker")


def read(message: dict[str, Any], kind: str) -> Media:
    """``{"image": {"id", "mime_type", "caption", "filename"}}``."""
    file = message[kind]
    if not text_at(file, "id"):
        raise ValueError("a file without an id can not be fetched")
    return Media(
        kind=kind,  # type: ignore[arg-type]
        media_id="",
        mime_type=str(file.get("mime_type") or "application/octet-stream"),
        caption=str(file.get("caption") or ""),
        filename=str(file.get("filename") or ""),
        voice=file.get("voice") is True,
        animated=file.get("animated") is True,
    )
