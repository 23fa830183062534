"""A text with a menu."""

from typing import Any

from parley.core.messages import ListMenu, Row

CONTENT = ListMenu


def body(content: ListMenu, media_id: str) -> dict[str, Any]:
    """``interactive.type: list``."""
    sections = [
        {"rows": [_row(row) for row in section.rows]} | ({"title": section.title} if section.title else {})
        for section in content.sections
    ]
    action = {"button": content.button, "sections": sections}
    shown: dict[str, Any] = {"type": "list", "body": {"text": content.body}, "action": action}
    if content.header:
        shown["header"] = {"type": "text", "text": content.header}
    if content.footer:
        shown["footer"] = {"text": content.footer}
    return {"type": "interactive", "interactive": shown}


def _row(row: Row) -> dict[str, str]:
    shown = {"id": row.id, "title": row.title}
    return shown | {"description": row.description} if row.description else shown
