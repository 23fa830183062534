"""A file that has been uploaded to the platform."""

from typing import Any

from parley.core.messages import Media

CONTENT = Media


def body(content: Media, media_id: str) -> dict[str, Any]:
    """``type: image`` and so on."""
    file: dict[str, Any] = {"id": media_id}
    if content.caption:
        file["caption"] = content.caption
    if content.filename and content.kind == "document":
        file["filename"] = content.filename
    if content.voice and content.kind == "audio":
        file["voice"] = True
    return {"type": content.kind, content.kind: file}
