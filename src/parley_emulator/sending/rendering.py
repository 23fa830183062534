"""A template as the customer sees it: filled in once, when it is sent."""

from typing import Any

from parley_emulator.orders.going_on import shown as going_on
from parley_emulator.sending.filling import (
    VARIABLE,
    buttons_of,
    cards_of,
    given_cards,
    given_for,
    given_for_button,
    media_header_of,
    part_of,
    text_of,
    variables_of,
)
from parley_emulator.state.records import Template

# Buttons that open items of a catalogue, and the one that opens a form.
CATALOG = "catalog"
SHOPS = frozenset({CATALOG, "mpm", "spm"})
FLOW = "flow"
ORDER = "order_details"
# What a phone shows a button as, and labels that are WhatsApp's own.
ASKS_TO_CALL = "call_permission_request"
SHOWN_AS = {"otp": "copy_code", ASKS_TO_CALL: "call_permission"}
OWN_LABELS = {ASKS_TO_CALL: "Choose if they may call"}


def render(template: Template, content: dict[str, Any]) -> dict[str, Any]:
    """Its text, header and footer, what can be tapped, its cards, and the offer that ends."""
    shown: dict[str, Any] = {"text": _filled(template, "body", content)}
    if footer := part_of(template, "footer"):
        shown["footer"] = footer.get("text")
    header, taps = _header(template, content), _taps(template, content)
    if "shop" in header and "shop" in taps:
        taps["shop"] = {**header["shop"], "title": taps["shop"]["title"]}  # the button opens what the head shows
    shown |= header | taps
    if cards := given_cards(content):
        known = cards_of(template)
        shown["cards"] = [render(known[min(i, len(known) - 1)], card) for i, card in enumerate(cards) if known]
    if told := given_for(content, "order_status"):
        shown["header"], note = going_on(told[0]["order_status"])
        shown["text"] = "\n".join(filter(None, [shown["text"], note]))
    if offer := part_of(template, "limited_time_offer"):
        shown["offer"] = _offer(offer, content)
    return shown


def _header(template: Template, content: dict[str, Any]) -> dict[str, Any]:
    header = part_of(template, "header")
    if header is None:
        return {}
    kind = media_header_of(template)
    if kind is not None:
        value = given_for(content, "header")[0][kind]
        if kind == "product":
            return _shop([value], "View item")
        return {"location" if kind == "location" else "media": {**value, "kind": kind}}
    return {"header": _filled(template, "header", content)}


def _taps(template: Template, content: dict[str, Any]) -> dict[str, Any]:
    """Buttons to tap; a catalogue and a form are opened, not answered with."""
    shown: dict[str, Any] = {}
    buttons = []
    for index, button in enumerate(buttons_of(template)):
        kind = str(button.get("type", "")).lower()
        given = given_for_button(content, index)
        action = (given[0].get("action") if given else None) or {}
        if kind in SHOPS:
            shown |= _shop(_items_of(action), str(button.get("text") or "View items"), whole=kind == CATALOG)
            continue
        if kind == FLOW:
            shown["flow"] = _flow(button, action)
        if kind == ORDER:
            shown["order"] = action.get(ORDER) or {}
        buttons.append(_button(button, text_of(given[0]) if given and not action else ""))
    if part_of(template, ASKS_TO_CALL):
        buttons.append(_button({"type": ASKS_TO_CALL}, ""))
    return {**shown, "buttons": buttons} if buttons else shown


def _items_of(action: dict[str, Any]) -> list[dict[str, Any]]:
    sections = action.get("sections") or []
    items = [item for section in sections for item in section.get("product_items") or []]
    first = action.get("thumbnail_product_retailer_id")
    return items or ([{"product_retailer_id": first}] if first else [])


def _shop(items: list[dict[str, Any]], title: str, whole: bool = False) -> dict[str, Any]:
    """``whole``: the items are a sample of all there are."""
    products = [str(item.get("product_retailer_id", "")) for item in items]
    catalog = next((str(item["catalog_id"]) for item in items if item.get("catalog_id")), "")
    return {"shop": {"catalog_id": catalog, "products": products, "title": title, "whole": whole}}


def _flow(button: dict[str, Any], action: dict[str, Any]) -> dict[str, Any]:
    """``flow_id`` and ``flow_name`` say which form; the phone needs the rest."""
    return {
        "flow_id": str(button.get("flow_id") or ""),
        "flow_name": str(button.get("flow_name") or ""),
        "token": str(action.get("flow_token") or ""),
        "screen": str(button.get("navigate_screen") or ""),
        "data": action.get("flow_action_data") or {},
        "asks": str(button.get("flow_action") or "navigate").lower() == "data_exchange",
    }


def _offer(component: dict[str, Any], content: dict[str, Any]) -> dict[str, Any]:
    """``until``: when it ends, in seconds; None for one that does not."""
    given = given_for(content, "limited_time_offer")
    told = (given[0].get("limited_time_offer") or {}).get("expiration_time_ms") if given else None
    text = str((component.get("limited_time_offer") or {}).get("text") or "")
    return {"text": text, "until": None if told is None else float(told) / 1_000}


def _filled(template: Template, part: str, content: dict[str, Any]) -> str:
    given = given_for(content, part)
    text = str((part_of(template, part) or {}).get("text", ""))
    if template.parameter_format == "NAMED":
        values = {str(parameter.get("parameter_name")): text_of(parameter) for parameter in given}
    else:
        names = variables_of(template, part) or []
        order = sorted(names, key=lambda name: int(name) if name.isdigit() else 0)
        values = dict(zip(order, map(text_of, given), strict=False))
    return VARIABLE.sub(lambda found: values.get(found[1], found[0]), text)


def _button(button: dict[str, Any], value: str) -> dict[str, Any]:
    kind = str(button.get("type", "")).lower()
    title = str(button.get("text") or OWN_LABELS.get(kind, ""))
    shown = {"id": value or title, "title": title, "kind": SHOWN_AS.get(kind, kind)}
    if kind == "url":
        shown["url"] = VARIABLE.sub(lambda _: value, str(button.get("url", "")))
    if kind == "phone_number":
        shown["phone_number"] = str(button.get("phone_number", ""))
    return shown
