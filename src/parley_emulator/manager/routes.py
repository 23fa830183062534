"""The addresses of the page. What its buttons do is the control API's, so it answers on this machine only."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from parley_emulator.control.routes import answer, is_local
from parley_emulator.manager.overview import overview
from parley_emulator.phone.page import built


def manager_routes() -> list[Route]:
    """The page and what it shows."""
    return [Route("/manager", _page), Route("/manager/", _page), Route("/manager/api/overview", _overview)]


async def _page(request: Request) -> Response:
    return built("manager/index.html")


async def _overview(request: Request) -> Response:
    if not is_local(request):
        return answer({"error": "The manager answers on this machine only."}, 403)
    return answer(overview(request.app.state.platform))
