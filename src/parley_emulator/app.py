"""The whole platform as one ASGI application."""

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from parley_emulator.control.routes import control_routes
from parley_emulator.graph.attachments import attachment
from parley_emulator.graph.front import Front
from parley_emulator.graph.router import Graph
from parley_emulator.manager.routes import manager_routes
from parley_emulator.numbers.links import PICTURES
from parley_emulator.numbers.qr_pictures import qr_picture
from parley_emulator.orders.configurations import CONSENT
from parley_emulator.orders.consent import payment_consent
from parley_emulator.phone.routes import phone_routes
from parley_emulator.platform import Platform
from parley_emulator.signup.routes import signup_routes

OTHER_PARTS = ("/control", "/dialog/", "/manager", "/phone/", "/healthz", "/whatsapp_business/")
ENDS = ("/dialog/oauth", "/phone")  # the dialogue is below a version as well; what begins so may be an edge


def build(platform: Platform) -> ASGIApp:
    """The Graph API has all addresses that no other part has."""
    graph = Front(Graph(platform))
    own = [
        Route("/healthz", _health),
        Route("/whatsapp_business/attachments/", attachment),
        Route(PICTURES + "/{name}", qr_picture),
        Route(CONSENT + "/{code}", payment_consent, methods=["GET", "POST"]),
    ]
    others = Starlette(routes=[*own, *control_routes(), *manager_routes(), *phone_routes(), *signup_routes()])
    others.state.platform = platform
    behind_proxies = ProxyHeadersMiddleware(others)  # type: ignore[arg-type]

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        is_other = scope["path"].startswith(OTHER_PARTS) or scope["path"].endswith(ENDS)
        is_graph = scope["type"] == "http" and not is_other
        await (graph if is_graph else behind_proxies)(scope, receive, send)  # type: ignore[arg-type]

    return app


async def _health(request: Request) -> Response:
    return JSONResponse({"status": "ok"})
