"""All addresses of the phone page: its API, the live stream, the page itself."""

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route

from parley_emulator.control.asked import NotFound
from parley_emulator.control.routes import answer
from parley_emulator.phone import calls, chats, groups, links, people
from parley_emulator.phone.exchange import exchange
from parley_emulator.phone.page import page
from parley_emulator.phone.payment import pay_order
from parley_emulator.phone.stream import stream
from parley_emulator.platform import Platform

CHAT = "/customers/{wa_id}/chats/{number_id}"
Action = Callable[[Platform, Request], Awaitable[Any]]
ACTIONS: list[tuple[str, str, Action]] = [
    ("GET", "/state", people.state),
    ("POST", "/customers", people.add),
    ("POST", "/customers/{wa_id}/number", people.change),
    ("POST", "/clock", people.move_clock),
    ("POST", "/customers/{wa_id}/media", chats.upload),
    ("GET", "/media/{media_id}", chats.media),
    ("GET", "/codes", links.codes),
    ("GET", "/links", links.open_link),
    ("GET", "/customers/{wa_id}/chats", chats.chats),
    ("GET", f"{CHAT}/messages", chats.messages),
    ("POST", f"{CHAT}/messages", chats.send),
    ("GET", f"{CHAT}/messages/{{message_id}}/form", chats.form),
    ("POST", f"{CHAT}/messages/{{message_id}}/form/exchange", exchange),
    ("POST", f"{CHAT}/messages/{{message_id}}/links", chats.follow),
    ("POST", f"{CHAT}/messages/{{message_id}}/payment", pay_order),
    ("POST", f"{CHAT}/calls", calls.begin_call),
    ("GET", "/customers/{wa_id}/calls", calls.going_on),
    ("POST", "/customers/{wa_id}/calls/{call_id}", calls.go_on),
    ("POST", f"{CHAT}/read", chats.read),
    ("POST", f"{CHAT}/block", chats.block_business),
    ("DELETE", f"{CHAT}/block", chats.unblock_business),
    ("DELETE", f"{CHAT}/membership", groups.leave_group),
    ("GET", "/customers/{wa_id}/invitations", groups.invitation),
    ("POST", "/customers/{wa_id}/invitations", groups.accept),
    ("DELETE", "/customers/{wa_id}/invitations", groups.take_back),
]


def phone_routes() -> list[Route | Mount]:
    """The API first: the page takes what is left."""
    api = [Route(f"/phone/api{path}", _endpoint(action), methods=[method]) for method, path, action in ACTIONS]
    return [*api, Route("/phone/api/live", stream), Route("/phone", page), Route("/phone/{path:path}", page)]


def _endpoint(action: Action) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        try:
            result = await action(request.app.state.platform, request)
        except NotFound as error:
            return answer({"error": {"message": str(error)}}, 404)
        except ValueError as error:
            return answer({"error": {"message": str(error)}}, 400)
        return result if isinstance(result, Response) else answer(result)

    return endpoint
