"""A text with a button that opens a page."""

from typing import Any

from parley.core.messages import LinkButton
from parley.whatsapp.outbound.parts import interactive

CONTENT = LinkButton


def body(content: LinkButton, media_id: str) -> dict[str, Any]:
    """``interactive.type: cta_url``."""
    action = {"name": "cta_url", "parameters": {"display_text": content.label, "url": content.url}}
    return interactive(
        "cta_url", content.body, action, header=content.header, file=content.header_file, footer=content.footer
    )
