"""What stands above a template's parts: its name, its language, its category (reference 6.3, 8.2, 8.3)."""

import re
from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.demand import text_in
from parley_emulator.templates.languages import check_language

NAME = re.compile(r"[a-z0-9_]{1,512}")
CATEGORIES = frozenset({"MARKETING", "UTILITY", "AUTHENTICATION"})


def check_heading(body: dict[str, Any]) -> str:
    """The category, in upper case. Raises Refusal."""
    if not NAME.fullmatch(text_in(body, "name", "", 512)):
        raise Refusal(100, "name may hold lower-case letters, digits and underscores only.")
    check_language(body)
    category = text_in(body, "category", "", 40).upper()
    if category not in CATEGORIES:
        raise Refusal(100, f"category must be one of {', '.join(sorted(CATEGORIES))}.")
    return category
