"""Figures that come in several pages, and in each of the documented forms."""

from collections.abc import AsyncIterator
from decimal import Decimal
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from parley.whatsapp.client import GraphSession, NumberAccess
from parley.whatsapp.graph.figures import price_points

ACCESS = NumberAccess("1", "EAATOKEN", "200")
POINT = {"start": 1, "end": 2, "country": "GB", "pricing_category": "UTILITY", "pricing_type": "REGULAR"}


class Pages:
    """A platform that answers in pages, the first two of which say that there is more."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.forms: list[dict[str, Any]] = []

    async def answer(self, request: web.Request) -> web.Response:
        self.asked.append(request.query["fields"])
        place = len(self.asked)
        paging = {"cursors": {"after": f"c{place}"}} | ({"next": "https://example.com"} if place < 3 else {})
        form = self.forms[min(place, len(self.forms)) - 1]
        return web.json_response({"id": "200", "pricing_analytics": form | {"paging": paging}})


@pytest.fixture
async def pages() -> Pages:
    return Pages()


@pytest.fixture
async def session(pages: Pages) -> AsyncIterator[GraphSession]:
    app = web.Application()
    app.router.add_get("/v23.0/200", pages.answer)
    server = TestServer(app)
    await server.start_server()
    graph = await GraphSession.open(str(server.make_url("")), "v23.0", "secret")
    yield graph
    await graph.close()
    await server.close()


async def test_all_pages_are_read_each_after_the_one_before(session: GraphSession, pages: Pages) -> None:
    pages.forms = [{"data": [{"data_points": [POINT | {"volume": 2, "cost": 0.04}]}]}]
    found = await price_points(session, ACCESS, "200", 0, 10)
    assert [(each.volume, each.cost) for each in found] == [(2, Decimal("0.04"))] * 3
    assert [".after(c2)" in fields for fields in pages.asked] == [False, False, True]
    assert pages.asked[0].startswith("pricing_analytics.start(0).end(10).granularity(DAILY)")


@pytest.mark.parametrize(
    "form",
    [{"data_points": [POINT]}, {"data": [{"data_points": [POINT]}]}, {"data": [{}]}, {"data": None}, {}],
)
async def test_what_is_not_formed_as_it_should_be_says_nothing(
    session: GraphSession, pages: Pages, form: dict[str, Any]
) -> None:
    pages.forms = [form]
    pages.asked = ["", ""]  # the next answer is the last page
    found = await price_points(session, ACCESS, "200", 0, 10)
    assert [each.cost for each in found] in ([None], [])
    assert all(each.country == "GB" for each in found)
