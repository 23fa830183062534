"""What a template that is handed in must be; the rules of its parts come with their subcodes."""

import re
from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.demand import list_in, object_in, text_in
from parley_emulator.sending.filling import VARIABLE
from parley_emulator.templates.authentication import check_code
from parley_emulator.templates.buttons import MOST as MOST_BUTTONS
from parley_emulator.templates.buttons import check_buttons
from parley_emulator.templates.cards import check_cards
from parley_emulator.templates.languages import check_language

NAME = re.compile(r"[a-z0-9_]{1,512}")
CATEGORIES = frozenset({"MARKETING", "UTILITY", "AUTHENTICATION"})
TOO_LONG, HEADER, BODY, FOOTER, EDGE = 2388040, 2388047, 2388072, 2388073, 2388299
FORMATS = frozenset({"TEXT", "IMAGE", "VIDEO", "GIF", "DOCUMENT", "LOCATION", "PRODUCT"})
SAMPLED = frozenset({"IMAGE", "VIDEO", "GIF", "DOCUMENT"})
NAMED = re.compile(r"[a-z][a-z0-9_]*")
LONGEST_BODY, LONGEST_OFFERED, OFFER = 1024, 600, 16


def check_template(body: dict[str, Any]) -> None:
    """Raises Refusal."""
    if not NAME.fullmatch(text_in(body, "name", "", 512)):
        raise Refusal(100, "name may hold lower-case letters, digits and underscores only.")
    check_language(body)
    if text_in(body, "category", "", 40).upper() not in CATEGORIES:
        raise Refusal(100, f"category must be one of {', '.join(sorted(CATEGORIES))}.")
    components = list_in(body, "components", "", 1, 10)
    parts = {str(component.get("type", "")).upper(): component for component in components}
    if "BODY" not in parts:
        raise Refusal(100, "A component of type BODY is required.", subcode=BODY)
    if body["category"].upper() == "AUTHENTICATION":
        check_code(parts)
        return
    is_named = str(body.get("parameter_format") or "POSITIONAL").upper() == "NAMED"
    _check_body(str(parts["BODY"].get("text") or ""), is_named)
    _check_edges(parts)
    _check_header(parts.get("HEADER", {}))
    _check_offer(parts)
    buttons = parts.get("BUTTONS", {})
    check_buttons(list_in(buttons, "buttons", "components", 0, MOST_BUTTONS) if buttons.get("buttons") else [])
    if "CAROUSEL" in parts:
        check_cards(parts["CAROUSEL"])


def _check_header(header: dict[str, Any]) -> None:
    """Its format is one there is; a file has a sample, which the Resumable Upload API took."""
    if not header:
        return
    kind = str(header.get("format") or "TEXT").upper()
    if kind not in FORMATS:
        raise Refusal(100, f"The header's format must be one of {', '.join(sorted(FORMATS))}.", subcode=HEADER)
    example = header.get("example")
    if kind in SAMPLED and not (isinstance(example, dict) and example.get("header_handle")):
        raise Refusal(100, f"A header of format {kind} needs example.header_handle.", subcode=HEADER)


def _check_offer(parts: dict[str, dict[str, Any]]) -> None:
    """An offer that ends has no footer, and a shorter body."""
    if "LIMITED_TIME_OFFER" not in parts:
        return
    component = parts["LIMITED_TIME_OFFER"]
    text_in(object_in(component, "limited_time_offer", "components"), "text", "limited_time_offer", OFFER)
    if "FOOTER" in parts:
        raise Refusal(100, "A limited-time offer has no footer.", subcode=FOOTER)
    if len(str(parts["BODY"].get("text") or "")) > LONGEST_OFFERED:
        raise Refusal(100, f"With an offer the body has at most {LONGEST_OFFERED} characters.", subcode=TOO_LONG)


def _check_body(text: str, is_named: bool) -> None:
    if not text.strip():
        raise Refusal(100, "The body has no text.", subcode=BODY)
    if len(text) > LONGEST_BODY:
        raise Refusal(100, f"The body is longer than {LONGEST_BODY} characters.", subcode=TOO_LONG)
    if re.match(r"\{\{\s*\w+\s*\}\}", text.strip()) or re.search(r"\{\{\s*\w+\s*\}\}$", text.strip()):
        raise Refusal(100, "Variables can not be at the start or the end of the body.", subcode=EDGE)
    if re.sub(VARIABLE, "", text).count("{{"):
        raise Refusal(100, "The body has a broken variable.", subcode=BODY)
    names = VARIABLE.findall(text)
    if is_named:
        if not all(NAMED.fullmatch(name) for name in names):
            raise Refusal(100, "Names of variables hold lower-case letters, digits and underscores.", subcode=BODY)
        return
    if not all(name.isdigit() for name in names):
        raise Refusal(100, "Variables by position are numbers; parameter_format NAMED has names.", subcode=BODY)
    numbers = [int(name) for name in dict.fromkeys(names)]
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
