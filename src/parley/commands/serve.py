"""``parley serve``: the webhook endpoint, the desk and its API."""

import asyncio
import socket

import typer
import uvicorn
import uvloop

from parley.api.app import create_app
from parley.clock import Clock
from parley.logs import set_up_logs
from parley.settings import Settings, load_settings
from parley.storage.database import Database


def run() -> None:
    """Serve the desk, its API and the webhooks until stopped."""
    settings = load_settings()
    set_up_logs(settings.log_level)
    _must_be_free(settings)
    uvloop.run(_serve(settings))


async def _serve(settings: Settings) -> None:
    database = await Database.open(settings)
    try:
        app = create_app(settings, database, Clock(settings.clock_file))
        config = uvicorn.Config(
            app,
            host=settings.host,
            port=settings.port,
            log_level="warning",
            access_log=False,
            timeout_graceful_shutdown=2,
            server_header=False,
        )
        await uvicorn.Server(config).serve()
    except asyncio.CancelledError:
        pass
    finally:
        await database.close()


def _must_be_free(settings: Settings) -> None:
    with socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            typer.echo(
                f"Port {settings.port} on {settings.host} can not be used ({error.strerror}). "
                "Stop what uses it, or set PARLEY_PORT to another one.",
                err=True,
            )
            raise typer.Exit(1) from None
