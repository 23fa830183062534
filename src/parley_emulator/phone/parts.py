"""Parts of a message that a phone shows in a way of their own: baskets, cards of people, carousels, forms."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from parley_emulator.messages.interactive import show as show_interactive
from parley_emulator.orders.bill import bill_of
from parley_emulator.sending.frame_parts import show_frame
from parley_emulator.state.records import Message
from parley_emulator.state.world import World


def parts_of(message: Message, world: World) -> dict[str, Any]:
    """What to add to the plain view; empty where there is nothing to add or it can not be read."""
    content = message.object()
    kind = str(content.get("type", "")) if message.type == "interactive" and isinstance(content, dict) else message.type
    reader = READERS.get(kind)
    # A tester may have a customer send anything; the chat must stay readable.
    with suppress(AttributeError, KeyError, TypeError, ValueError):
        return reader(content, world) if reader else bill_of(message, world)
    return {}


def _order(content: Any, world: World) -> dict[str, Any]:
    items = [
        {
            "product": str(each.get("product_retailer_id", "")),
            "quantity": int(each.get("quantity") or 1),
            "price": float(each.get("item_price") or 0),
            "currency": str(each.get("currency") or ""),
        }
        for each in content["product_items"]
    ]
    sums = (int(each.get("quantity") or 1) * float(each.get("item_price") or 0) for each in content["product_items"])
    return {"order": {"items": items, "total": round(sum(sums), 2), "note": str(content.get("text") or "")}}


def _contacts(content: Any, world: World) -> dict[str, Any]:
    cards = [
        {
            "name": card["name"]["formatted_name"],
            "company": str((card.get("org") or {}).get("company") or ""),
            "phones": [str(each.get("phone") or each.get("wa_id") or "") for each in card.get("phones") or []],
            "emails": [str(each.get("email") or "") for each in card.get("emails") or []],
            "more": _more_of(card),
        }
        for card in content
    ]
    return {"contacts": cards}


def _more_of(card: dict[str, Any]) -> list[str]:
    """Addresses, pages and the birthday, a line each."""
    parts = ("street", "city", "state", "zip", "country")
    addresses = [", ".join(str(each[part]) for part in parts if each.get(part)) for each in card.get("addresses") or []]
    pages = [str(each.get("url") or "") for each in card.get("urls") or []]
    return [line for line in (*addresses, *pages, str(card.get("birthday") or "")) if line]


def _carousel(content: Any, world: World) -> dict[str, Any]:
    """Each card as a message of its own, so that its picture and its buttons are read in one place."""
    cards = []
    for card in content["action"]["cards"]:
        media = show_frame({"header": card.get("header")}, world).get("media")
        only = show_interactive({"type": "carousel", "body": card.get("body"), "action": {"cards": [card]}}, world)
        product = card["action"].get("product_retailer_id", "")
        text = (card.get("body") or {}).get("text") or product
        cards.append({"media": media, "text": text, "buttons": only["buttons"]})
    return {"text": content["body"]["text"], "cards": cards, "buttons": None}


def _flow(content: Any, world: World) -> dict[str, Any]:
    given = content["action"]["parameters"]
    start = given.get("flow_action_payload") or {}
    token = str(given.get("flow_token") or "")
    asks = str(given.get("flow_action") or "navigate").lower() == "data_exchange"
    shown = {"token": token, "screen": start.get("screen") or "", "data": start.get("data") or {}}
    return {"flow": {**shown, "asks": asks}}


def _product(content: Any, world: World) -> dict[str, Any]:
    action = content["action"]
    products = [action["product_retailer_id"]] if action.get("product_retailer_id") else []
    products += [item["product_retailer_id"] for part in action.get("sections") or [] for item in part["product_items"]]
    return {"list": None, "shop": {"catalog_id": action["catalog_id"], "products": products}}


def _catalogue(content: Any, world: World) -> dict[str, Any]:
    first = ((content.get("action") or {}).get("parameters") or {}).get("thumbnail_product_retailer_id")
    shop = {"catalog_id": "", "products": [first] if first else [], "title": "View catalog", "whole": True}
    return {"buttons": None, "shop": shop}


def _call_answer(content: Any, world: World) -> dict[str, Any]:
    allowed = content["call_permission_reply"]["response"] == "accept"
    return {"type": "reply", "text": "Calls allowed" if allowed else "Calls not allowed"}


READERS: dict[str, Callable[[Any, World], dict[str, Any]]] = {
    "order": _order,
    "contacts": _contacts,
    "carousel": _carousel,
    "flow": _flow,
    "product": _product,
    "catalog_message": _catalogue,
    "product_list": _product,
    "call_permission_reply": _call_answer,
}
