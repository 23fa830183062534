from collections.abc import Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import structlog
from starlette.applications import Starlette
from yarl import URL

from parley.api.guards import LARGEST_JSON
from parley.api.pages import routes
from tests.api.conftest import Browser, Desk, running
from tests.api.world import Business


async def test_every_answer_has_the_security_headers(ann: Desk, visit: Callable[[], Browser]) -> None:
    for answer in (await ann.get("/api/session"), await visit().get("/api/session"), await ann.get("/healthz")):
        assert "script-src 'self';" in answer.headers["content-security-policy"]
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
    assert (await ann.get("/api/session")).headers["cache-control"] == "no-store"
    assert (await visit().get("/healthz")).body == {"status": "ok", "line": "unknown"}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "same-site", "origin": "https://evil.example"}, 403),
        ({"sec-fetch-site": "same-origin", "origin": "https://desk.example"}, 200),
        ({"sec-fetch-site": "none"}, 200),
        ({}, 200),
    ],
)
async def test_a_page_of_another_site_can_not_write(ann: Desk, headers: dict[str, str], status: int) -> None:
    answer = await ann.ask("PUT", "/api/presence", {"presence": "away"}, headers=headers)
    assert answer.status == status
    own = await ann.ask("PUT", "/api/presence", {"presence": "away"}, headers={"origin": ann.url})
    assert own.status == 200


async def test_a_body_that_is_too_large_is_refused_with_and_without_its_length(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("ann")
    path = f"/api/conversations/{conversation.conversation_id}/notes"
    told = await ann.post(path, {"text": "x" * LARGEST_JSON})
    assert (told.status, told.body["error"]["code"]) == (413, "too_large")

    async def pieces() -> Any:
        yield b'{"text": "'
        for _ in range(30):
            yield b"x" * 10_000
        yield b'"}'

    untold = await ann.post(path, data=pieces(), headers={"content-type": "application/json"})
    assert (untold.status, untold.body["error"]["code"]) == (413, "too_large")


async def test_the_log_of_requests_has_no_texts_tokens_or_telephone_numbers(ann: Desk, bank: Business) -> None:
    conversation = await bank.add_conversation("ann")
    with structlog.testing.capture_logs() as lines:
        await ann.post(f"/api/conversations/{conversation.conversation_id}/notes", {"text": "secret words"})
        await ann.get("/api/conversations?q=447700900123")
        await ann.get("/api/447700900123")
    assert [(line["route"], line["status"]) for line in lines if line["event"] == "request"] == [
        ("/api/conversations/{conversation_id}/notes", 201),
        ("/api/conversations", 200),
        ("unknown", 404),
    ]
    assert "secret" not in str(lines) and "447700900123" not in str(lines)
    cookies = {cookie.value for cookie in ann.session.cookie_jar}
    assert cookies and not any(token in str(lines) for token in cookies)


async def test_the_pages_are_served_with_index_for_every_address_of_theirs(tmp_path: Path) -> None:
    folder = tmp_path / "web"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("<title>desk</title>")
    (folder / "assets" / "main-1a2b.js").write_text("1")
    (tmp_path / "secret.txt").write_text("no")
    async with running(Starlette(routes=routes(folder))) as url, aiohttp.ClientSession() as session:

        async def get(path: str) -> tuple[int, str, str]:
            async with session.get(URL(url + path, encoded=True)) as response:
                return response.status, await response.text(), response.headers.get("cache-control", "")

        for path in ("/", "/provider", "/conversations/17", "/..%2fsecret.txt", "/%2e%2e/secret.txt"):
            assert await get(path) == (200, "<title>desk</title>", "no-cache"), path
        assert "immutable" in (await get("/assets/main-1a2b.js"))[2]
        assert (await get("/assets/main-0000.js"))[0] == 404
        assert (await get("/api/nothing"))[0] == 404


async def test_without_a_bundle_the_pages_say_how_to_make_it(tmp_path: Path) -> None:
    async with running(Starlette(routes=routes(tmp_path))) as url, aiohttp.request("GET", url) as response:
        assert response.status == 503
        assert "make web" in await response.text()
