"""One server process: its socket, its signals, its end."""

import errno
import gc
import socket
from types import FrameType

import uvicorn

from parley_emulator.app import build
from parley_emulator.connection import Protocol
from parley_emulator.enforcement.rounds import begin as begin_rounds
from parley_emulator.platform import Platform
from parley_emulator.sending.progress import resume
from parley_emulator.settings import Settings
from parley_emulator.templates.archive import resume_archive
from parley_emulator.templates.categories import resume_categories
from parley_emulator.templates.deleting import resume_deletions
from parley_emulator.templates.pacing import resume_holds
from parley_emulator.templates.quality import resume_pauses
from parley_emulator.templates.review import resume_reviews
from parley_emulator.templates.states import resume_flags

# Before Python looks for cycles among them; it would at 700.
NEW_OBJECTS = 20_000


class PortTaken(Exception):
    """The sentence says what to do."""


class Server(uvicorn.Server):
    """Uvicorn's, which lets open phones go first when it is told to stop: they would hold it up."""

    platform: Platform | None = None

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """On SIGTERM and SIGINT."""
        if self.platform is not None:
            self.platform.live.close()
        super().handle_exit(sig, frame)


def listen(settings: Settings) -> socket.socket:
    """The socket. Raises PortTaken."""
    listening = socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
    except OSError as error:
        listening.close()
        if error.errno != errno.EADDRINUSE:
            raise
        sentence = f"Port {settings.port} is taken by another program. Stop it, or choose another port with --port."
        raise PortTaken(sentence) from error
    settings.port = listening.getsockname()[1]
    return listening


def _collect_seldom() -> None:
    """All that the platform knows stays in memory, and hardly any of it is a cycle: Python need not look so often."""
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS, 10, 10)


async def serve(settings: Settings, listening: socket.socket) -> None:
    """Until a signal ends it."""
    platform = await Platform.open(settings)
    resume(platform)
    resume_reviews(platform)
    resume_pauses(platform)
    resume_categories(platform)
    resume_flags(platform)
    resume_holds(platform)
    resume_archive(platform)
    resume_deletions(platform)
    begin_rounds(platform)
    config = uvicorn.Config(
        build(platform),
        http=Protocol,
        ws="none",
        lifespan="off",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,  # the parts that ask who calls read them (app.py); the many sends do not
        timeout_graceful_shutdown=1,
        backlog=2048,
    )
    server = Server(config)
    server.platform = platform
    _collect_seldom()
    try:
        await server.serve(sockets=[listening])
    finally:
        await platform.close()
