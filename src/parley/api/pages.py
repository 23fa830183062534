"""The desk's and the provider's page: files of the bundle, and index.html for every other address."""

import stat
from importlib.resources import files
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.staticfiles import StaticFiles

# The build puts a hash into the names of what is in this folder: such a file never changes.
HASHED = "assets/"
FOR_EVER = "public, max-age=31536000, immutable"


def routes(folder: Path | None = None) -> list[Route]:
    """One route for all; it comes last."""
    pages = _Pages(folder or Path(str(files("parley") / "web_dist")))
    return [Route("/{path:path}", pages.show, methods=["GET", "HEAD"], name="pages")]


class _Pages:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = StaticFiles(directory=folder, check_dir=False)

    async def show(self, request: Request) -> Response:
        path = request.path_params["path"]
        if path == "api" or path.startswith(("api/", "webhooks/")):
            raise HTTPException(404)
        found, about = self._files.lookup_path(path) if path else ("", None)
        if about is not None and stat.S_ISREG(about.st_mode):
            kept = FOR_EVER if path.startswith(HASHED) else "no-cache"
            return FileResponse(found, stat_result=about, headers={"cache-control": kept})
        if path.startswith(HASHED):
            raise HTTPException(404)
        return self._index()

    def _index(self) -> Response:
        index = self._folder / "index.html"
        if not index.is_file():
            return PlainTextResponse("The pages are not built yet: run `make web`.", 503)
        return FileResponse(index, headers={"cache-control": "no-cache"})
