"""The client's calls, through HTTP, against the local platform."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from parley.whatsapp.client import GraphError, GraphSession, NumberAccess, proof
from parley.whatsapp.graph import accounts, businesses, flows, numbers, people, templates, uploads
from parley.whatsapp.graph.answers import MediaInfo, PhoneNumber
from parley.whatsapp.graph.reading import read
from parley.whatsapp.usage import HEADER, Usage
from tests.whatsapp.conftest import Desk

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
SECRET_TOKEN = "EAAsecret"
APP_SECRET = "app-secret"


@pytest.fixture
async def graph(desk: Desk) -> AsyncIterator[GraphSession]:
    session = await GraphSession.open(f"http://127.0.0.1:{desk.emulator.port}", "v23.0", APP_SECRET)
    yield session
    await session.close()


@pytest.fixture
def access(desk: Desk) -> NumberAccess:
    return NumberAccess(desk.number_id, desk.token, desk.waba_id)


async def test_a_number_is_read_with_its_health(graph: GraphSession, access: NumberAccess, desk: Desk) -> None:
    found = await numbers.number(graph, access)
    assert (found.id, found.status, found.verified_name) == (desk.number_id, "CONNECTED", "Northbank")
    assert found.health_status is not None and found.health_status.can_send_message
    assert [each.id for each in await numbers.numbers_of(graph, access, desk.waba_id)] == [desk.number_id]


async def test_settings_of_a_number_are_changed(graph: GraphSession, access: NumberAccess) -> None:
    assert await numbers.change(graph, access, pin="123456")
    assert isinstance(await numbers.settings(graph, access), dict)


async def test_the_token_says_what_it_may_do(graph: GraphSession, access: NumberAccess) -> None:
    token = await accounts.token(graph, access)
    assert token.is_valid
    assert "whatsapp_business_messaging" in token.scopes


async def test_an_account_and_its_subscribers(graph: GraphSession, access: NumberAccess, desk: Desk) -> None:
    assert (await accounts.account(graph, access, desk.waba_id)).id == desk.waba_id
    assert await accounts.subscribe(graph, access, desk.waba_id)
    assert await accounts.subscribed(graph, access, desk.waba_id)
    assert await accounts.unsubscribe(graph, access, desk.waba_id)
    assert await accounts.subscribed(graph, access, desk.waba_id) == []


async def test_templates_are_made_found_and_deleted(graph: GraphSession, access: NumberAccess, desk: Desk) -> None:
    body = [{"type": "BODY", "text": "Your parcel is here."}]
    made = await templates.create(
        graph, access, desk.waba_id, name="here", language="en_US", category="UTILITY", components=body
    )
    assert made.id and made.status
    assert (await templates.template(graph, access, made.id)).name == "here"
    assert [each.name for each in await templates.templates(graph, access, desk.waba_id)] == ["here"]
    assert await templates.delete(graph, access, desk.waba_id, "here")


async def test_a_long_list_is_read_to_its_end(graph: GraphSession, access: NumberAccess, desk: Desk) -> None:
    for number in range(120):
        desk.template(f"t{number}")
    assert len(await templates.templates(graph, access, desk.waba_id)) == 120


async def test_the_profile_the_shop_and_the_codes(graph: GraphSession, access: NumberAccess) -> None:
    assert await people.change_profile(graph, access, about="Open till six", email="care@shop.example")
    assert (await people.profile(graph, access)).email == "care@shop.example"
    assert await people.change_commerce(graph, access, is_catalog_visible=True)
    assert (await people.commerce(graph, access)).is_catalog_visible
    code = await people.save_qr_code(graph, access, "Hello")
    assert code.deep_link_url.startswith("https://")
    assert [each.code for each in await people.qr_codes(graph, access)] == [code.code]
    assert await people.delete_qr_code(graph, access, code.code)


async def test_unblocking_tells_who_was_and_who_was_not(graph: GraphSession, access: NumberAccess, desk: Desk) -> None:
    desk.write()
    body = {"messaging_product": "whatsapp", "block_users": [{"user": f"+{desk.wa_id}"}]}
    await graph.unguarded("POST", f"{desk.number_id}/block_users", access, json=body)
    assert [each.wa_id for each in await people.blocked(graph, access)] == [desk.wa_id]
    result = await people.unblock(graph, access, (f"+{desk.wa_id}",))
    assert [each.wa_id for each in result.changed] == [desk.wa_id]
    assert await people.blocked(graph, access) == []


async def test_a_form_is_made_and_deleted(graph: GraphSession, access: NumberAccess, desk: Desk) -> None:
    made = await flows.create(graph, access, desk.waba_id, name="Survey", categories=["SURVEY"])
    assert (await flows.flow(graph, access, made.id)).status == "DRAFT"
    assert [each.id for each in await flows.flows(graph, access, desk.waba_id)] == [made.id]
    assert await flows.delete(graph, access, made.id)


async def test_an_unknown_file_is_an_error_with_a_code(graph: GraphSession, access: NumberAccess) -> None:
    with pytest.raises(GraphError) as caught:
        await uploads.media(graph, access, "999")
    assert caught.value.code == 100
    assert not caught.value.retriable


async def test_a_step_that_is_not_there_is_refused_here(graph: GraphSession, access: NumberAccess) -> None:
    with pytest.raises(ValueError, match="no step"):
        await businesses.solution_step(graph, access, "1", "explode")


def test_both_variants_of_an_answer_are_read() -> None:
    assert read(MediaInfo, {"file_size": "12"}) == read(MediaInfo, {"file_size": 12}) == MediaInfo(file_size=12)
    assert read(PhoneNumber, {"id": 7, "status": None, "new": 1, "throughput": "odd"}) == PhoneNumber(id="7")
    assert read(PhoneNumber, None) == PhoneNumber()


def test_a_token_is_in_no_repr() -> None:
    assert SECRET_TOKEN not in repr(NumberAccess("1", SECRET_TOKEN))


class Odd:
    """A platform that answers what it is told to, and counts."""

    def __init__(self, *answers: tuple[int, Any, dict[str, str]]) -> None:
        self.answers = list(answers)
        self.asked: list[web.Request] = []

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request)
        status, body, headers = self.answers[min(len(self.asked), len(self.answers)) - 1]
        if isinstance(body, str):
            return web.Response(status=status, text=body, headers=headers)
        return web.json_response(body, status=status, headers=headers)


BUSY: tuple[int, Any, dict[str, str]] = (500, {"error": {"code": 131016, "message": "overloaded"}}, {})
FINE: tuple[int, Any, dict[str, str]] = (200, {"success": True}, {})


@pytest.fixture
async def against() -> AsyncIterator[Callable[..., Awaitable[GraphSession]]]:
    opened: list[Any] = []

    async def start(odd: Odd, app_secret: str = APP_SECRET) -> GraphSession:
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", odd.answer)
        runner = web.AppRunner(app)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        port = runner.addresses[0][1]
        session = await GraphSession.open(f"http://127.0.0.1:{port}", "v23.0", app_secret)
        opened.extend((session.close, runner.cleanup))
        return session

    yield start
    for close in opened:
        await close()


A = NumberAccess("1", SECRET_TOKEN, "2")


async def test_reading_is_repeated_and_writing_is_not(against: Callable[..., Awaitable[GraphSession]]) -> None:
    reading, writing = Odd(BUSY, FINE), Odd(BUSY, FINE)
    assert await (await against(reading)).call("GET", "1", A) == {"success": True}
    with pytest.raises(GraphError):
        await (await against(writing)).call("POST", "1/register", A, json={})
    assert (len(reading.asked), len(writing.asked)) == (2, 1)


async def test_what_can_not_succeed_is_not_repeated(against: Callable[..., Awaitable[GraphSession]]) -> None:
    odd = Odd((400, {"error": {"code": 100, "message": "no"}}, {}))
    with pytest.raises(GraphError):
        await (await against(odd)).call("GET", "1", A)
    assert len(odd.asked) == 1


async def test_a_gateways_page_is_an_error_that_may_pass(against: Callable[..., Awaitable[GraphSession]]) -> None:
    odd = Odd((502, "<html>", {}), FINE)
    assert await (await against(odd)).call("GET", "1", A) == {"success": True}


async def test_the_time_that_the_platform_asks_for_is_kept(against: Callable[..., Awaitable[GraphSession]]) -> None:
    odd = Odd((503, {"error": {"code": 2, "message": "down"}}, {"Retry-After": "1"}), FINE)
    session = await against(odd)
    loop = asyncio.get_running_loop()
    started = loop.time()
    await session.call("GET", "1", A)
    assert loop.time() - started >= 1


async def test_with_the_apps_secret_a_call_proves_whose_it_is(against: Callable[..., Awaitable[GraphSession]]) -> None:
    odd = Odd(FINE)
    await (await against(odd, "app-secret")).call("GET", "1", A)
    assert odd.asked[0].query["appsecret_proof"] == proof(SECRET_TOKEN, "app-secret")


async def test_a_used_up_limit_is_heeded_before_it_refuses(against: Callable[..., Awaitable[GraphSession]]) -> None:
    told = '{"2":[{"type":"whatsapp_business_management","call_count":100,"estimated_time_to_regain_access":5}]}'
    odd = Odd((200, {}, {HEADER: told}))
    session = await against(odd)
    await session.call("GET", "1", A)
    with pytest.raises(GraphError) as caught:
        await session.call("POST", "1", A)
    assert caught.value.code == 80007
    assert len(odd.asked) == 1


async def test_a_used_up_limit_of_managing_keeps_no_message(against: Callable[..., Awaitable[GraphSession]]) -> None:
    told = '{"2":[{"type":"whatsapp_business_management","call_count":100,"estimated_time_to_regain_access":5}]}'
    odd = Odd((200, {}, {HEADER: told}), FINE)
    session = await against(odd)
    await session.call("GET", "1", A)
    assert await session.unguarded("POST", "1/messages", A) == {"success": True}


async def test_no_error_shows_the_token(against: Callable[..., Awaitable[GraphSession]]) -> None:
    session = await against(Odd((400, {"error": f"as a text {SECRET_TOKEN}"}, {})))
    with pytest.raises(GraphError) as caught:
        await session.call("GET", "1", A)
    assert SECRET_TOKEN not in repr(caught.value) + str(caught.value) + repr(session)
    unreachable = await GraphSession.open("http://127.0.0.1:9", "v23.0", APP_SECRET)
    with pytest.raises(aiohttp.ClientError) as lost:
        await unreachable.call("POST", "1", A)
    await unreachable.close()
    assert SECRET_TOKEN not in repr(lost.value)


@pytest.mark.parametrize(
    "header", [None, "", "no json", "[]", '{"2": 1}', '{"2": [1]}', '{"2": [{"call_count": "x"}]}']
)
def test_a_header_that_can_not_be_read_says_nothing(header: str | None) -> None:
    usage = Usage()
    usage.read({HEADER: header} if header is not None else {}, 10.0)
    assert usage.held_until("2") == 0.0


async def test_a_file_comes_over_the_connections_of_its_own_account(
    against: Callable[..., Awaitable[GraphSession]],
) -> None:
    session = await against(Odd(FINE))
    async with session.fetch(f"{session._base}/file", A) as response:
        assert response.status == 200
    assert set(session._pools) == {A.account_id}
