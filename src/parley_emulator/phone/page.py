"""The page itself, as it was built; its own router shows every address below /phone/."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response

BUILT = Path(__file__).resolve().parent.parent / "phone_dist"
NOT_BUILT = (
    "<!doctype html><title>parley phone</title><p>The phone page is not built yet. Run: "
    "<code>cd web &amp;&amp; npm ci &amp;&amp; npx vite build --config vite.phone.config.ts</code></p>"
)


async def page(request: Request) -> Response:
    """A file of the build, or the page for any other address."""
    if request.url.path == "/phone":
        return RedirectResponse("/phone/")
    asked = (BUILT / request.path_params.get("path", "")).resolve()
    if asked.is_file() and asked.is_relative_to(BUILT):
        lasting = {"Cache-Control": "public, max-age=31536000, immutable"} if asked.parent.name == "assets" else {}
        return FileResponse(asked, headers=lasting)
    return built("index.html")


def built(name: str) -> Response:
    """A page of the build, or how to build it."""
    file = BUILT / name
    if not file.is_file():
        return HTMLResponse(NOT_BUILT, 503)
    return FileResponse(file, headers={"Cache-Control": "no-cache"})
