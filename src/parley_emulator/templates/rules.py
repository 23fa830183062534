"""What a template that is handed in must be; the rules of its parts come with their subcodes."""

import re
from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.demand import list_in, text_in
from parley_emulator.sending.filling import VARIABLE

NAME = re.compile(r"[a-z0-9_]{1,512}")
CATEGORIES = frozenset({"MARKETING", "UTILITY", "AUTHENTICATION"})
TOO_LONG, HEADER, BODY, FOOTER, EDGE = 2388040, 2388047, 2388072, 2388073, 2388299
LABEL, MOST_BUTTONS = 25, 10
# Their labels are WhatsApp's own, in the language of the phone.
UNLABELLED = frozenset({"COPY_CODE", "OTP", "CALL_PERMISSION_REQUEST", "REQUEST_CONTACT_INFO"})


def check_template(body: dict[str, Any]) -> None:
    """Raises Refusal."""
    if not NAME.fullmatch(text_in(body, "name", "", 512)):
        raise Refusal(100, "name may hold lower-case letters, digits and underscores only.")
    text_in(body, "language", "", 20)
    if text_in(body, "category", "", 40).upper() not in CATEGORIES:
        raise Refusal(100, f"category must be one of {', '.join(sorted(CATEGORIES))}.")
    components = list_in(body, "components", "", 1, 10)
    parts = {str(component.get("type", "")).upper(): component for component in components}
    if "BODY" not in parts:
        raise Refusal(100, "A component of type BODY is required.", subcode=BODY)
    if body["category"].upper() != "AUTHENTICATION":
        _check_body(str(parts["BODY"].get("text") or ""))
    _check_edges(parts)
    _check_buttons(parts.get("BUTTONS", {}))


def _check_body(text: str) -> None:
    if not text.strip():
        raise Refusal(100, "The body has no text.", subcode=BODY)
    if len(text) > 1024:
        raise Refusal(100, "The body is longer than 1024 characters.", subcode=TOO_LONG)
    if re.match(r"\{\{\s*\w+\s*\}\}", text.strip()) or re.search(r"\{\{\s*\w+\s*\}\}$", text.strip()):
        raise Refusal(100, "Variables can not be at the start or the end of the body.", subcode=EDGE)
    if re.sub(VARIABLE, "", text).count("{{"):
        raise Refusal(100, "The body has a broken variable.", subcode=BODY)
    numbers = [int(name) for name in dict.fromkeys(VARIABLE.findall(text)) if name.isdigit()]
    if sorted(numbers) != list(range(1, len(numbers) + 1)):
        raise Refusal(100, "Variables must be numbered from 1 on without a gap.", subcode=BODY)


def _check_edges(parts: dict[str, dict[str, Any]]) -> None:
    header = str(parts.get("HEADER", {}).get("text") or "")
    footer = str(parts.get("FOOTER", {}).get("text") or "")
    if len(header) > 60 or len(footer) > 60:
        raise Refusal(100, "Header and footer have at most 60 characters.", subcode=TOO_LONG)
    if "\n" in header or len(VARIABLE.findall(header)) > 1:
        raise Refusal(100, "The header is one line with at most one variable.", subcode=HEADER)
    if VARIABLE.search(footer):
        raise Refusal(100, "The footer has no variables.", subcode=FOOTER)


def _check_buttons(component: dict[str, Any]) -> None:
    buttons = component.get("buttons") or []
    if len(buttons) > MOST_BUTTONS:
        raise Refusal(100, f"At most {MOST_BUTTONS} buttons are allowed.")
    for button in buttons:
        text_in(button, "text", "buttons", LABEL, required=str(button.get("type")).upper() not in UNLABELLED)
