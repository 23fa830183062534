"""pywa without threads: a number of its own, whose webhooks go to an address of its own."""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import httpx
import pytest
import uvicorn
from fastapi import FastAPI
from pywa import errors, filters
from pywa_async.client import WhatsApp
from pywa_async.handlers import MessageHandler
from pywa_async.listeners import UserUpdateListenerIdentifier

from tests.emulator.running import SECRET, VERIFY, Emulator, wait_until
from tests.pywa_client.conftest import ACCOUNT, TOKEN, types
from tests.pywa_client.samples import JPEG

NUMBER, CUSTOMER = "790000000000009", "15560005555"


class Rerouted(httpx.AsyncHTTPTransport):
    """What is meant for Meta's hosts goes to the local platform."""

    def __init__(self, port: int) -> None:
        super().__init__()
        self._port = port

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.host.endswith(("facebook.com", "fbsbx.com")):
            request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=self._port)
            request.headers["Host"] = f"127.0.0.1:{self._port}"
        return await super().handle_async_request(request)


@pytest.fixture
async def client(wa: Any, emulator: Emulator) -> AsyncIterator[Any]:
    """It listens, and the platform knows where."""
    number = {"phone_number_id": NUMBER, "waba_id": ACCOUNT, "access_token": TOKEN, "verified_name": "Northbank East"}
    emulator.control("/numbers", {**number, "display_phone_number": "+15550001299"})
    emulator.control("/customers", {"wa_id": CUSTOMER, "name": "Emil", "auto_read": True})
    app, listening = FastAPI(), socket.create_server(("127.0.0.1", 0))
    session = httpx.AsyncClient(transport=Rerouted(emulator.port), timeout=10)
    made = WhatsApp(
        NUMBER,
        TOKEN,
        session=session,
        server=app,
        webhook_endpoint="/hook",
        verify_token=VERIFY,
        app_secret=SECRET,
        waba_id=ACCOUNT,
    )
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    await asyncio.to_thread(wait_until, lambda: server.started)
    assert await made.override_phone_callback_url(f"http://127.0.0.1:{listening.getsockname()[1]}/hook", VERIFY)
    await theirs(emulator, "text", {"body": "Hello"})
    yield made
    assert await made.delete_phone_callback_url()
    server.should_exit = True
    await serving
    await session.aclose()


async def theirs(emulator: Emulator, kind: str, content: Any, **more: Any) -> str:
    """The customer writes; not in this thread, where the answer is waited for."""
    body = {"phone_number_id": NUMBER, "type": kind, kind: content, **more}
    answer = await asyncio.to_thread(emulator.control, f"/customers/{CUSTOMER}/messages", body)
    return str(answer["id"])


async def meanwhile(act: Callable[[], Awaitable[Any]]) -> None:
    await asyncio.sleep(0.3)
    await act()


async def test_it_sends_waits_and_is_told(client: Any, emulator: Emulator) -> None:
    asked = await client.send_message(CUSTOMER, "Fits?", buttons=[types.Button("Yes", "yes")])
    tap = {"type": "button_reply", "button_reply": {"id": "yes", "title": "Yes"}}
    context = {"message_id": asked.id}
    writing = asyncio.create_task(meanwhile(lambda: theirs(emulator, "interactive", tap, context=context)))
    clicked = await client.listen(
        to=UserUpdateListenerIdentifier(sender=CUSTOMER, recipient=NUMBER),
        filters=filters.callback_button,
        timeout=10,
    )
    await writing
    assert (clicked.data, clicked.from_user.wa_id) == ("yes", CUSTOMER)
    sent = await client.send_message(CUSTOMER, "Thank you")
    assert (await sent.wait_until_read(timeout=10)).status == types.MessageStatusType.READ


async def test_handlers_get_what_a_customer_writes(client: Any, emulator: Emulator) -> None:
    heard: asyncio.Queue[Any] = asyncio.Queue()

    async def answer(_: Any, message: Any) -> None:
        await message.react("👍")
        await heard.put((message, await message.reply("Good", quote=True)))

    client.add_handlers(MessageHandler(answer, filters.matches("I am here", ignore_case=True)))
    wrote = await theirs(emulator, "text", {"body": "I am here"})
    message, reply = await asyncio.wait_for(heard.get(), 10)
    assert (message.id, message.from_user.name) == (wrote, "Emil")
    thread = (await asyncio.to_thread(emulator.control, f"/customers/{CUSTOMER}/messages"))["items"]
    kept = {each["id"]: each for each in thread}
    assert kept[reply.id]["context_id"] == wrote
    assert thread[-2]["type"] == "reaction"


async def test_a_file_and_a_refusal(client: Any) -> None:
    media = await client.upload_media(JPEG, mime_type="image/jpeg", filename="a.jpg")
    url = await client.get_media_url(media.id)
    assert await client.get_media_bytes(url.url) == JPEG
    sent = await client.send_image(CUSTOMER, media.id, caption="The branch")
    assert sent.id.startswith("wamid.")
    with pytest.raises(errors.WhatsAppError) as refused:
        await client.send_message("1", "Nobody")
    assert refused.value.code in {100, 131009, 131026}
