"""Figures of an account: what was sent, and what it cost. Read page by page, however many there are."""

from collections.abc import AsyncIterator
from decimal import Decimal
from typing import Any

from msgspec import Struct

from parley.whatsapp.client import GraphSession, NumberAccess
from parley.whatsapp.graph.reading import MOST_PAGES, read


class PricePoint(Struct, frozen=True):
    """Messages of a span of time (Unix seconds), country, category and type, with their cost in the account's currency.

    ``cost`` None: WhatsApp shows none, as where a partner pays.
    """

    start: int = 0
    end: int = 0
    country: str = ""
    phone_number: str = ""
    tier: str = ""
    pricing_category: str = ""
    pricing_type: str = ""
    volume: int = 0
    cost: Decimal | None = None


async def points(
    session: GraphSession, access: NumberAccess, account_id: str, name: str, start: int, end: int, **filters: str
) -> AsyncIterator[dict[str, Any]]:
    """``analytics``, ``pricing_analytics``, ``template_analytics`` and the like. ``filters`` by name."""
    after = ""
    for _ in range(MOST_PAGES):
        asked = {"start": start, "end": end, **filters} | ({"after": after} if after else {})
        parts = "".join(f".{key}({value})" for key, value in asked.items())
        answer = await session.call("GET", account_id, access, params={"fields": f"{name}{parts}"})
        found = _dict(answer.get(name))
        for each in _points_in(found):
            yield each
        paging = _dict(found.get("paging"))
        after = str(_dict(paging.get("cursors")).get("after") or "")
        if not after or not paging.get("next"):
            return


async def price_points(
    session: GraphSession, access: NumberAccess, account_id: str, start: int, end: int
) -> list[PricePoint]:
    """What each day (UTC) had by country, category and type. ``end`` is not in it."""
    asked = {"granularity": "DAILY", "dimensions": '["COUNTRY","PRICING_CATEGORY","PRICING_TYPE"]'}
    asked["metric_types"] = '["COST","VOLUME"]'
    raw = points(session, access, account_id, "pricing_analytics", start, end, **asked)
    return [read(PricePoint, each) async for each in raw]


def _points_in(found: dict[str, Any]) -> list[dict[str, Any]]:
    """Flat, or a list of lists: both are documented."""
    listed = found.get("data_points")
    if listed is None and isinstance(found.get("data"), list):
        listed = [point for each in found["data"] for point in _dict(each).get("data_points") or []]
    return [each for each in listed or [] if isinstance(each, dict)]


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
