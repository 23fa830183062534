"""Parts that several kinds share."""

from typing import Any

from parley.core.messages import LinkedFile, Media


def file_header(file: LinkedFile | Media, media_id: str = "") -> dict[str, Any]:
    """A picture, film or document, as a header or a parameter; ``media_id`` is the platform's, of a file of ours."""
    place = {"id": media_id} if isinstance(file, Media) else {"link": file.link}
    named = {"filename": file.filename} if file.filename and file.kind == "document" else {}
    return {"type": file.kind, file.kind: place | named}


def interactive(
    kind: str, body: str, action: dict[str, Any], *, header: str = "", file: LinkedFile | None = None, footer: str = ""
) -> dict[str, Any]:
    """``type: interactive`` with the parts that are there."""
    shown: dict[str, Any] = {"type": kind, "body": {"text": body}, "action": action}
    if file is not None:
        shown["header"] = file_header(file)
    elif header:
        shown["header"] = {"type": "text", "text": header}
    if footer:
        shown["footer"] = {"text": footer}
    return {"type": "interactive", "interactive": shown}
