"""How long a template may be on its way: after that it is dropped, and nobody is told (reference 8.9)."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.state.records import Template

THIRTY_DAYS = 30 * 86_400
LONGEST = -1
RANGES = {"AUTHENTICATION": (30, 900), "UTILITY": (30, 43_200), "MARKETING": (43_200, THIRTY_DAYS)}


def ttl_in(body: dict[str, Any], category: str) -> int | None:
    """``message_send_ttl_seconds``, None without it. Raises Refusal outside of the category's range."""
    value = body.get("message_send_ttl_seconds")
    if value is None:
        return None
    least, most = RANGES[category]
    text = str(value)
    if isinstance(value, bool) or not text.removeprefix("-").isdigit() or not _fits(int(text), least, most):
        raise Refusal(100, f"Param message_send_ttl_seconds must be from {least} to {most} for {category}, or -1.")
    return int(text)


def ttl_of(template: Template, by_marketing_api: bool) -> int:
    """Seconds; 0 for the category's own. That of a marketing template holds on the call for marketing only."""
    seconds = template.message_send_ttl_seconds
    if seconds is None or (template.category == "MARKETING" and not by_marketing_api):
        return 0
    return THIRTY_DAYS if seconds == LONGEST else seconds


def _fits(seconds: int, least: int, most: int) -> bool:
    return seconds == LONGEST or least <= seconds <= most
