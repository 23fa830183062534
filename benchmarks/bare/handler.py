"""A bare web process: each request is one row, inserted through a pool, then 200. No signature, reading or tenant."""

import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn
import uvloop
from psycopg import AsyncConnection
from psycopg_pool import AsyncConnectionPool
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

DATABASE_URL = "PARLEY_BENCH_DATABASE_URL"
TABLE = "CREATE TABLE IF NOT EXISTS bench_row (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body text NOT NULL)"
INSERT = "INSERT INTO bench_row (body) VALUES (%s)"
CONNECTIONS = 32


async def receive(request: Request) -> Response:
    """Keep the body."""
    body = await request.body()
    async with request.app.state.pool.connection() as db:
        await db.execute(INSERT, [body.decode()])
    return Response(status_code=200)


async def healthy(request: Request) -> Response:
    """It answers."""
    return Response(status_code=200)


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    async with AsyncConnectionPool[AsyncConnection](
        os.environ[DATABASE_URL], min_size=CONNECTIONS, max_size=CONNECTIONS, kwargs={"autocommit": True}, open=False
    ) as pool:
        async with pool.connection() as db:
            await db.execute(TABLE)
        app.state.pool = pool
        yield


def main() -> None:
    """Serve on the port given."""
    routes = [Route("/", receive, methods=["POST"]), Route("/healthz", healthy)]
    app = Starlette(routes=routes, lifespan=_lifespan)
    config = uvicorn.Config(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="warning", access_log=False)
    uvloop.run(uvicorn.Server(config).serve())


if __name__ == "__main__":
    main()
