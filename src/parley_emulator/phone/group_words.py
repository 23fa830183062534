"""What happened in a group, in a sentence for one member."""

from collections.abc import Callable
from typing import Any


def said_of(news: dict[str, Any], wa_id: str, name: Callable[[str], str]) -> str:
    """``name``: of a member by number, of the business by none."""
    business, whom = name(""), str(news.get("wa_id", ""))
    who = "You" if whom == wa_id else name(whom)
    sentences = {
        "created": f"{business} created this group",
        "joined": f"{who} joined by the invitation link",
        "left": f"{who} left",
        "removed": f"{business} removed {'you' if whom == wa_id else who}",
        "subject": f"{business} changed the subject to “{news.get('text', '')}”",
        "description": f"{business} changed the description",
        "picture": f"{business} changed the picture of the group",
        "link": f"{business} made a new invitation link",
        "pinned": f"{business} pinned a message",
        "unpinned": f"{business} took a pin away",
        "deleted": f"{business} deleted this group",
        "suspended": "WhatsApp suspended this group",
        "cleared": "WhatsApp let this group go on",
    }
    if news["kind"] == "joined" and news.get("by") == "business":
        return f"{business} added {'you' if whom == wa_id else who}"
    return sentences.get(str(news["kind"]), "Something changed in this group")
