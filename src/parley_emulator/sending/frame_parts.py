"""Header, body and footer around what can be tapped."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.demand import object_in, text_in
from parley_emulator.sending.files import check_file, show_file
from parley_emulator.state.world import World


def check_frame(content: dict[str, Any], body: int, headers: tuple[str, ...]) -> None:
    """A body of that length, a footer of 60, and a header of one of these kinds."""
    text_in(object_in(content, "body", "interactive"), "text", "interactive.body", body)
    if content.get("footer") not in (None, {"text": None}):
        text_in(object_in(content, "footer", "interactive"), "text", "interactive.footer", 60)
    if content.get("header") is not None:
        _check_header(object_in(content, "header", "interactive"), headers)


def _check_header(header: dict[str, Any], headers: tuple[str, ...]) -> None:
    kind = text_in(header, "type", "interactive.header", 20).lower()
    if kind not in headers:
        raise Refusal(131009, f"interactive.header.type must be one of {', '.join(headers)}.")
    if kind == "text":
        text_in(header, "text", "interactive.header", 60)
    else:
        check_file(object_in(header, kind, "interactive.header"), kind, caption=False)


def show_frame(content: dict[str, Any], world: World) -> dict[str, Any]:
    """The three as a phone shows them."""
    header = content.get("header") or {}
    shown: dict[str, Any] = {"text": (content.get("body") or {}).get("text", "")}
    if content.get("footer"):
        shown["footer"] = content["footer"].get("text")
    kind = str(header.get("type", "")).lower()
    if kind == "text":
        shown["header"] = header.get("text")
    elif isinstance(header.get(kind), dict):
        shown |= show_file(header[kind], world, kind)
    return shown
