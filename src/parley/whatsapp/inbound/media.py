"""Pictures, videos, sounds, documents and stickers: the file itself is fetched later."""

from typing import Any

from parley.core.messages import Media

TYPES = ("image", "video", "audio", "document", "sticker")


def read(message: dict[str, Any], kind: str) -> Media:
    """``{"image": {"id", "mime_type", "caption", "filename"}}``."""
    file = message[kind]
    file["id"]
    return Media(
        kind=kind,  # type: ignore[arg-type]
        media_id="",
        mime_type=str(file.get("mime_type") or "application/octet-stream"),
        caption=str(file.get("caption") or ""),
        filename=str(file.get("filename") or ""),
        voice=bool(file.get("voice")),
    )
