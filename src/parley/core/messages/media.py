"""A picture, video, sound, document or sticker; the bytes are kept apart and named by our media id."""

from typing import Literal

from msgspec import Struct

MediaKind = Literal["image", "video", "audio", "document", "sticker"]

LARGEST = {"image": 5 << 20, "video": 16 << 20, "audio": 16 << 20, "document": 100 << 20, "sticker": 500 << 10}
ACCEPTED = {
    "image": ("image/jpeg", "image/png"),
    "video": ("video/mp4", "video/3gpp"),
    "audio": ("audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"),
    "document": (
        "text/plain",
        "application/pdf",
        "application/msword",
        "application/vnd.ms-excel",
        "application/vnd.ms-powerpoint",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ),
    "sticker": ("image/webp",),
}


class Media(Struct, frozen=True, tag="media"):
    """A media message. ``media_id`` is ours (UUID text); ``size`` in bytes, 0 where unknown."""

    kind: MediaKind
    media_id: str
    mime_type: str
    caption: str = ""
    filename: str = ""
    size: int = 0
    voice: bool = False
    animated: bool = False

    def texts(self) -> tuple[str, ...]:
        """Every string of the message that a person will read."""
        return tuple(t for t in (self.caption, self.filename) if t)

    def breaches(self) -> tuple[str, ...]:
        """The limits of the platform that the message breaks, each a sentence (B1)."""
        found = []
        if self.mime_type.split(";")[0].strip() not in ACCEPTED[self.kind]:
            found.append(f"mime_type: {self.mime_type!r} can not be sent as {self.kind}")
        if self.size > LARGEST[self.kind]:
            found.append(f"size: {self.size} bytes, at most {LARGEST[self.kind]} are allowed for {self.kind}")
        if len(self.caption) > 1024:
            found.append(f"caption: {len(self.caption)} characters, at most 1024 are allowed")
        if self.caption and self.kind in ("audio", "sticker"):
            found.append(f"caption: {self.kind} messages have none")
        return tuple(found)
