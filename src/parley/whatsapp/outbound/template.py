"""An approved template with its parameters."""

from collections.abc import Sequence
from typing import Any

from parley.core.messages import Location, Tap, TemplateCard, TemplateUse
from parley.whatsapp.outbound.parts import file_header

CONTENT = TemplateUse


def body(content: TemplateUse, media_id: str) -> dict[str, Any]:
    """``type: template``; an authentication template repeats its code in the button."""
    components: list[dict[str, Any]] = []
    for part, values in (("header", _header(content, media_id)), ("body", _body(content))):
        if values:
            components.append({"type": part, "parameters": values})
    if content.offer_ends_at:
        offer = {"expiration_time_ms": content.offer_ends_at}
        parameters = [{"type": "limited_time_offer", "limited_time_offer": offer}]
        components.append({"type": "limited_time_offer", "parameters": parameters})
    components += [_tap(Tap("url", index, value)) for index, value in enumerate(content.buttons)]
    components += [_tap(tap) for tap in content.taps]
    if content.cards:
        cards = [_card(card, index) for index, card in enumerate(content.cards)]
        components.append({"type": "carousel", "cards": cards})
    used: dict[str, Any] = {"name": content.name, "language": {"code": content.language}}
    if components:
        used["components"] = components
    return {"type": "template", "template": used}


def _header(content: TemplateUse, media_id: str) -> list[dict[str, Any]]:
    file = content.header_media or content.header_file
    if file is not None:
        return [file_header(file, media_id)]
    if content.header_place is not None:
        return [{"type": "location", "location": _place(content.header_place)}]
    return _texts(content.header, content.names[: len(content.header)])


def _body(content: TemplateUse) -> list[dict[str, Any]]:
    return _texts(content.body, content.names[len(content.header) :])


def _texts(values: Sequence[str], names: Sequence[str]) -> list[dict[str, Any]]:
    if not names:
        return [{"type": "text", "text": value} for value in values]
    return [{"type": "text", "parameter_name": name, "text": value} for name, value in zip(names, values, strict=True)]


def _place(place: Location) -> dict[str, Any]:
    return {
        "latitude": place.latitude,
        "longitude": place.longitude,
        "name": place.name,
        "address": place.address,
    }


def _card(card: TemplateCard, index: int) -> dict[str, Any]:
    components: list[dict[str, Any]] = [{"type": "header", "parameters": [file_header(card.file)]}]
    if card.body:
        components.append({"type": "body", "parameters": _texts(card.body, ())})
    return {"card_index": index, "components": components + [_tap(tap) for tap in card.taps]}


def _tap(tap: Tap) -> dict[str, Any]:
    """The button of a code that is used once is an address whose end is the code."""
    sub_type = "url" if tap.kind == "otp" else tap.kind
    component: dict[str, Any] = {"type": "button", "sub_type": sub_type, "index": str(tap.index)}
    value = _value(tap)
    return component | ({"parameters": [value]} if value else {})


def _value(tap: Tap) -> dict[str, Any] | None:
    match tap.kind:
        case "quick_reply":
            return {"type": "payload", "payload": tap.value}
        case "copy_code":
            return {"type": "coupon_code", "coupon_code": tap.value}
        case "flow":
            data = {"flow_action_data": tap.data} if tap.data else {}
            return {"type": "action", "action": {"flow_token": tap.value or "unused"} | data}
        case "catalog":
            if not tap.value:
                return None
            return {"type": "action", "action": {"thumbnail_product_retailer_id": tap.value}}
        case "mpm":
            sections = [
                {"title": section.title, "product_items": [{"product_retailer_id": i} for i in section.retailer_ids]}
                for section in tap.sections
            ]
            return {"type": "action", "action": {"thumbnail_product_retailer_id": tap.value, "sections": sections}}
        case "url" | "otp":
            return {"type": "text", "text": tap.value}
