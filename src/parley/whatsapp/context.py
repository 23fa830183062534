"""What stands around a message: forwarded, about an item, from an advertisement, and which way it came."""

from typing import Any

from parley.core.messages import Ad, AskedAbout, Context
from parley.core.messages.context import Way

WAYS: dict[str, Way] = {"echo": "phone_app", "standby": "other_app", "standby_echo": "other_app", "history": "history"}
LONGEST = 500


def context_of(message: dict[str, Any], came_as: str, problem: str) -> Context:
    """Read tolerantly: what is not formed as it should be says nothing."""
    given = _dict(message, "context")
    way: Way = WAYS.get(came_as, "group" if message.get("group_id") else "")
    often, once = given.get("frequently_forwarded") is True, given.get("forwarded") is True
    return Context(
        way=way,
        forwarded="often" if often else "once" if once else "",
        product=_product(_dict(given, "referred_product")),
        ad=_ad(_dict(message, "referral")),
        problem=problem,
    )


def _product(given: dict[str, Any]) -> AskedAbout | None:
    asked = AskedAbout(_text(given, "catalog_id"), _text(given, "product_retailer_id"))
    return asked if asked.retailer_id else None


def _ad(given: dict[str, Any]) -> Ad | None:
    if not given:
        return None
    return Ad(
        kind=_text(given, "source_type"),
        headline=_text(given, "headline"),
        body=_text(given, "body"),
        url=_text(given, "source_url"),
        media=_text(given, "media_type"),
        greeting=_text(_dict(given, "welcome_message"), "text"),
    )


def _dict(value: dict[str, Any], name: str) -> dict[str, Any]:
    found = value.get(name)
    return found if isinstance(found, dict) else {}


def _text(value: dict[str, Any], name: str) -> str:
    found = value.get(name)
    return found[:LONGEST] if isinstance(found, str) else ""
