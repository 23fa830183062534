"""What the phone sends beyond words and files: forms, cards, orders, and changes of its own messages."""

from typing import Any

import msgspec

from parley_emulator.customers.write import NotPossible

Draft = dict[str, Any]


def form(draft: Draft) -> dict[str, Any]:
    """The answers of a form; ``flow_token`` comes back with them, as it does on a real phone."""
    answers = dict(draft.get("answers") or {})
    answers["flow_token"] = str(draft.get("flow_token") or "unused")
    reply = {"name": "flow", "body": "Sent", "response_json": _as_text(answers)}
    return {"type": "interactive", "interactive": {"type": "nfm_reply", "nfm_reply": reply}}


def address(draft: Draft) -> dict[str, Any]:
    """Where to deliver to."""
    reply = {"name": "address_message", "body": "Sent", "response_json": _as_text({"values": draft.get("answers")})}
    return {"type": "interactive", "interactive": {"type": "nfm_reply", "nfm_reply": reply}}


def contacts(draft: Draft) -> dict[str, Any]:
    """One card with a name and a number."""
    name, phone = (str(draft.get(part) or "").strip() for part in ("name", "phone"))
    digits = "".join(filter(str.isdigit, phone))
    if not name or not digits:
        raise NotPossible("A contact has a name and a phone number.")
    first, _, last = name.partition(" ")
    named = {"formatted_name": name, "first_name": first, **({"last_name": last} if last else {})}
    card: dict[str, Any] = {"name": named, "phones": [{"phone": f"+{digits}", "wa_id": digits, "type": "CELL"}]}
    if draft.get("asked_for"):
        card["origin"] = "contact_request"
    return {"type": "contacts", "contacts": [card]}


def location(draft: Draft) -> dict[str, Any]:
    """A place, with its name and address where the customer gave them."""
    given = draft.get("place")
    place: Draft = given if isinstance(given, dict) else {}
    content = {"latitude": _degrees(place, "latitude", 90), "longitude": _degrees(place, "longitude", 180)}
    named = {part: str(place.get(part) or "").strip()[:1000] for part in ("name", "address")}
    return {"type": "location", "location": content | {part: said for part, said in named.items() if said}}


def _degrees(place: Draft, part: str, most: int) -> float:
    value = place.get(part)
    if isinstance(value, bool) or not isinstance(value, int | float) or not -most <= value <= most:
        raise NotPossible(f"The {part} of a place is a number from -{most} to {most}.")
    return float(value)


def referral(given: Any) -> dict[str, Any]:
    """What the business hears of the advertisement that was tapped."""
    headline, body = (str(given.get(part) or "").strip()[:200] for part in ("headline", "body"))
    if not headline:
        raise NotPossible("An advertisement has a headline.")
    source_id = str(given.get("source_id") or "120001")
    return {
        "source_url": f"https://fb.me/{source_id}",
        "source_id": source_id,
        "source_type": "ad",
        "headline": headline,
        "body": body,
        "media_type": "image",
        "ctwa_clid": f"clid-{source_id}",
    }


def product(given: Any) -> dict[str, Any]:
    """The item that the message asks about."""
    asked = {part: str(given.get(part) or "") for part in ("catalog_id", "product_retailer_id")}
    if not asked["product_retailer_id"]:
        raise NotPossible("Say which item the question is about.")
    return asked


def order(draft: Draft) -> dict[str, Any]:
    """A basket with at least one item."""
    items = [_item(each) for each in draft.get("items") or [] if isinstance(each, dict)]
    if not items:
        raise NotPossible("There is nothing in the basket.")
    whole = {"catalog_id": str(draft.get("catalog_id") or ""), "text": str(draft.get("text") or "")}
    return {"type": "order", "order": {**whole, "product_items": items}}


def _item(given: dict[str, Any]) -> dict[str, Any]:
    quantity = given.get("quantity")
    if not isinstance(quantity, int) or not 1 <= quantity <= 999:
        raise NotPossible("A quantity is a whole number from 1 to 999.")
    price = given.get("item_price")
    return {
        "product_retailer_id": str(given.get("product_retailer_id") or ""),
        "quantity": quantity,
        "item_price": price if isinstance(price, int | float) else 0,
        "currency": str(given.get("currency") or "USD"),
    }


def edit(draft: Draft) -> dict[str, Any]:
    """Another text for the message named ``message_id``."""
    if not str(draft.get("text") or "").strip():
        raise NotPossible("There is nothing to send.")
    message = {"type": "text", "text": {"body": draft["text"]}}
    return {"type": "edit", "edit": {"original_message_id": draft.get("message_id", ""), "message": message}}


def revoke(draft: Draft) -> dict[str, Any]:
    """The message named ``message_id`` is taken back."""
    return {"type": "revoke", "revoke": {"original_message_id": draft.get("message_id", "")}}


def _as_text(value: Any) -> str:
    return msgspec.json.encode(value).decode()
