"""Parts that several kinds share."""

from typing import Any

from parley.core.messages import LinkedFile


def file_header(file: LinkedFile) -> dict[str, Any]:
    """A picture, film or document, as a header or a parameter."""
    named = {"filename": file.filename} if file.filename and file.kind == "document" else {}
    return {"type": file.kind, file.kind: {"link": file.link} | named}


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
