"""The addresses of the page. What its buttons do is the control API's, so it answers on this machine only."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from parley_emulator.control.routes import answer, is_local
from parley_emulator.manager.figures import figures
from parley_emulator.manager.overview import overview
from parley_emulator.phone.page import built
from parley_emulator.platform import Platform

FIGURES = "/manager/api/accounts/{waba_id}/figures"
NOT_HERE = "The manager answers on this machine only."


def manager_routes() -> list[Route]:
    """The page and what it shows."""
    return [
        Route("/manager", _page),
        Route("/manager/", _page),
        Route("/manager/api/overview", _overview),
        Route(FIGURES, _figures),
    ]


async def _page(request: Request) -> Response:
    return built("manager/index.html")


async def _overview(request: Request) -> Response:
    if not is_local(request):
        return answer({"error": NOT_HERE}, 403)
    return answer(overview(request.app.state.platform))


async def _figures(request: Request) -> Response:
    platform: Platform = request.app.state.platform
    if not is_local(request):
        return answer({"error": NOT_HERE}, 403)
    account = platform.world.accounts.get(request.path_params["waba_id"])
    if account is None:
        return answer({"error": "There is no such account."}, 404)
    return answer(figures(platform, account))
