"""The dialogue's addresses. They make numbers as the control API does, so they answer on this machine only."""

import msgspec
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from parley_emulator.control.routes import answer, is_local
from parley_emulator.graph.refusal import Refusal
from parley_emulator.ids import APP_ID
from parley_emulator.phone.page import built
from parley_emulator.signup.connecting import Choices, connect, offered


def signup_routes() -> list[Route]:
    """The page, what it offers, and its end."""
    return [
        Route("/dialog/oauth", _page),
        Route("/{version}/dialog/oauth", _page),
        Route("/dialog/api/offered", _offered),
        Route("/dialog/api/connection", _connection, methods=["POST"]),
    ]


async def _page(request: Request) -> Response:
    asked = request.query_params
    if asked.get("client_id") != APP_ID:
        return HTMLResponse(f"There is no such application. Its client_id here is {APP_ID}.", 400)
    if not asked.get("redirect_uri", "").startswith(("http://", "https://")):
        return HTMLResponse("redirect_uri must be a web address: the code is taken there.", 400)
    return built("signup/index.html")


async def _offered(request: Request) -> Response:
    if not is_local(request):
        return _not_here()
    return answer({"portfolios": offered(request.app.state.platform)})


async def _connection(request: Request) -> Response:
    if not is_local(request):
        return _not_here()
    try:
        chosen = msgspec.json.decode(await request.body(), type=Choices)
        return answer(await connect(request.app.state.platform, chosen), 201)
    except msgspec.DecodeError as error:
        return answer({"error": str(error)}, 400)
    except Refusal as refusal:
        return answer({"error": refusal.details or refusal.title, "code": refusal.code}, refusal.status)


def _not_here() -> Response:
    return answer({"error": "The dialogue answers on this machine only."}, 403)
