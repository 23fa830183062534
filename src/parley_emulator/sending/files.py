"""What all messages with a file have in common."""

import mimetypes
from typing import Any
from urllib.parse import urlsplit

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.demand import link_in, text_in
from parley_emulator.state.world import World

CAPTION = 1024
USUAL = {"image": "image/jpeg", "sticker": "image/webp", "video": "video/mp4", "gif": "video/mp4", "audio": "audio/ogg"}


def check_file(content: dict[str, Any], kind: str, caption: bool) -> None:
    """Exactly one of id and link; a caption only where the kind has one."""
    if (content.get("id") is None) == (content.get("link") is None):
        raise Refusal(131008 if content.get("id") is None else 131009, f"{kind} needs either id or link.")
    if content.get("link") is not None:
        link_in(content, "link", kind)
    elif not str(content["id"]).isdigit():
        raise Refusal(131009, f"{kind}.id is not a media id.")
    if content.get("caption") is not None:
        if not caption:
            raise Refusal(100, f"Param {kind}.caption is not allowed.")
        text_in(content, "caption", kind, CAPTION, required=False)


def mime_of(content: dict[str, Any], kind: str, world: World) -> str:
    """Of an upload what it said, of a link what its end says; else what such a file mostly is."""
    media = world.media.get(str(content.get("id", "")))
    told = content.get("mime_type") or (media.mime_type if media else "")
    path = urlsplit(str(content.get("link") or "")).path
    return str(told or mimetypes.guess_type(path)[0] or USUAL.get(kind, ""))


def show_file(content: dict[str, Any], world: World, kind: str) -> dict[str, Any]:
    """The file as a phone shows it."""
    media = world.media.get(str(content.get("id", "")))
    shown = {
        "url": content.get("link") or f"/phone/api/media/{content.get('id', '')}",
        "mime_type": mime_of(content, kind, world),
        "filename": content.get("filename") or (media.filename if media else None),
        "caption": content.get("caption"),
        "size": media.file_size if media else None,
    }
    return {"media": {name: value for name, value in shown.items() if value is not None}}
