"""A tap on a reply button or a list row of ours."""

from typing import Any

from parley.core.messages import Reply

TYPES = ("interactive",)


def read(message: dict[str, Any], kind: str) -> Reply:
    """``{"interactive": {"type": "button_reply", "button_reply": {"id", "title"}}}``; KeyError for other types."""
    source = {"button_reply": "button", "list_reply": "list"}[message["interactive"]["type"]]
    tapped = message["interactive"][f"{source}_reply"]
    return Reply(str(tapped["id"]), str(tapped["title"]), source)
