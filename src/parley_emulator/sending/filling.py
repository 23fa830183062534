"""A template and the values it is sent with."""

import re
from typing import Any

import msgspec

from parley_emulator.state.records import Template

VARIABLE = re.compile(r"\{\{\s*(\w+)\s*\}\}")
MEDIA = frozenset({"image", "video", "document", "location", "gif", "product"})
NEED_VALUES = frozenset({"COPY_CODE", "OTP", "MPM", "ORDER_DETAILS"})


def part_of(template: Template, part: str) -> dict[str, Any] | None:
    """The component of that type."""
    return next((c for c in template.components if str(c.get("type", "")).lower() == part), None)


def variables_of(template: Template, part: str) -> list[str] | None:
    """The variables of the part's text in order; None where the part has no text."""
    component = part_of(template, part)
    if part == "header" and (component is None or str(component.get("format", "TEXT")).upper() != "TEXT"):
        return None if component else []
    return list(dict.fromkeys(VARIABLE.findall(str((component or {}).get("text", "")))))


def media_header_of(template: Template) -> str | None:
    """``image``, ``video``, ``gif``, ``document``, ``location`` or ``product``, if the header is one."""
    component = part_of(template, "header")
    kind = str((component or {}).get("format", "")).lower()
    return kind if kind in MEDIA else None


def buttons_of(template: Template) -> list[dict[str, Any]]:
    """The template's buttons in order."""
    return list((part_of(template, "buttons") or {}).get("buttons") or [])


def needs_value(button: dict[str, Any]) -> bool:
    """A link with a variable, a code to copy, items to choose from, an order to pay."""
    kind = str(button.get("type", "")).upper()
    return kind in NEED_VALUES or (kind == "URL" and "{{" in str(button.get("url", "")))


def given_for(content: dict[str, Any], part: str) -> list[dict[str, Any]]:
    """The values sent for the header or the body."""
    for component in content.get("components") or []:
        if str(component.get("type", "")).lower() == part:
            return _parameters(component)
    return []


def given_cards(content: dict[str, Any]) -> list[dict[str, Any]]:
    """The values sent for each card of a carousel: an object with components, as for the template itself."""
    for component in content.get("components") or []:
        if str(component.get("type", "")).lower() == "carousel":
            return sorted(component.get("cards") or [], key=lambda card: index_of(card, "card_index"))
    return []


def cards_of(template: Template) -> list[Template]:
    """Each card of a carousel, as a template of its own."""
    cards = (part_of(template, "carousel") or {}).get("cards") or []
    return [msgspec.structs.replace(template, components=list(card.get("components") or [])) for card in cards]


def given_buttons(content: dict[str, Any]) -> list[dict[str, Any]]:
    """The components that name a button, each by its index."""
    return [component for component in content.get("components") or [] if _is_button(component)]


def given_for_button(content: dict[str, Any], index: int) -> list[dict[str, Any]]:
    """The values sent for one button."""
    return next((_parameters(each) for each in given_buttons(content) if index_of(each) == index), [])


def index_of(component: dict[str, Any], name: str = "index") -> int:
    """A number, or text that is one; -1 for anything else."""
    text = str(component.get(name, ""))
    return int(text) if text.isascii() and text.isdigit() else -1


def text_of(parameter: dict[str, Any]) -> str:
    """The value as it is shown."""
    kind = str(parameter.get("type", "text")).lower()
    if kind in {"currency", "date_time"}:
        typed = parameter.get(kind)
        value = typed.get("fallback_value") if isinstance(typed, dict) else None
    else:
        value = parameter.get({"payload": "payload", "coupon_code": "coupon_code"}.get(kind, "text"))
    return "" if value is None else str(value)


def _parameters(component: dict[str, Any]) -> list[dict[str, Any]]:
    return list(component.get("parameters") or [])


def _is_button(component: dict[str, Any]) -> bool:
    return str(component.get("type", "")).lower() == "button"
