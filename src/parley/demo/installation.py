"""A whole installation on this machine: database, local platform, application and workers, filled with the demo."""

import asyncio
import shutil
import socket
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp

from parley.demo.bank import load_bank
from parley.demo.processes import DidNotStart, Process
from parley.demo.seed import ACCESS_TOKEN, seed
from parley.settings import Settings, load_settings
from parley.storage.database import Database
from parley.storage.secrets import Vault

SMALLEST_FREE = 1 << 30
Step = Callable[[str], None]


@dataclass(frozen=True)
class Layout:
    """Where it lives and what it listens on. ``rate``: messages a second that the number may send.

    ``gather``: seconds that the platform's webhooks wait for others to go with.
    """

    folder: Path
    port: int
    platform_port: int
    reconcile_seconds: int = 60
    rate: int = 80
    log_level: str = "info"
    gather: float = 0.0

    @property
    def desk_url(self) -> str:
        """The application's address."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def platform_url(self) -> str:
        """The local platform's address."""
        return f"http://127.0.0.1:{self.platform_port}"


class Installation:
    """Started in order by ``start``; ``stop`` ends all of it, the data stay."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.folder = layout.folder.resolve()
        self.settings = self._settings()
        self._database: Database | None = None
        self._environment = self._for_processes()
        self.platform = self._process("platform", ["-m", "parley_emulator.main", "serve"])
        self.web = self._process("web", ["-m", "parley.main", "serve"])
        self.worker = self._process("worker", ["-m", "parley.main", "work"])

    @property
    def processes(self) -> tuple[Process, ...]:
        """All that must run."""
        return (self.platform, self.web, self.worker)

    @property
    def database(self) -> Database:
        """Open from ``start`` to ``stop``."""
        if self._database is None:
            raise RuntimeError("the installation has not been started")
        return self._database

    async def start(self, step: Step) -> None:
        """Raises DidNotStart with one clear sentence."""
        self._must_have_room()
        for port in (self.layout.port, self.layout.platform_port):
            _must_be_free(port)
        step("Starting PostgreSQL")
        self._database = await Database.open(self.settings)
        # This process alone owns the embedded server: it outlives the crashes of the others, and ends with the demo.
        self._environment["PARLEY_DATABASE_URL"] = self._database.owner_url
        step("Filling in the demo's provider, bank and people")
        new = await seed(self.database, Vault(self.settings.secret_key), datetime.now(UTC), self.layout.rate)
        if new:  # later starts find the model that was made then
            step("Teaching the ChatBot from its examples")
            await self._teach()
        step("Starting the local WhatsApp platform")
        await self.platform.start()
        await self.platform.answers(f"{self.layout.platform_url}/healthz")
        await self._fill_platform()
        step("Starting the application and its workers")
        await self.start_application()

    async def _teach(self) -> None:
        """In a process of its own: this one stays small."""
        teaching = self._process("teaching", ["-m", "parley.main", "bot", "teach"])
        await teaching.start()
        if await teaching.wait():
            raise DidNotStart(f"The ChatBot could not be taught. {teaching.last_words()}")

    async def start_application(self) -> None:
        """The application's two processes: what a crash would end, and a restart must bring back."""
        await self.web.start()
        await self.worker.start()
        await self.web.answers(f"{self.layout.desk_url}/healthz")

    async def kill_application(self) -> None:
        """End both at once, as a power cut would."""
        await asyncio.gather(self.web.kill(), self.worker.kill())

    async def stop(self) -> None:
        """End everything that runs; the database last."""
        await asyncio.gather(self.web.stop(), self.worker.stop())
        await self.platform.stop()
        if self._database is not None:
            await self._database.close()

    async def control(self, path: str, body: Any) -> Any:
        """Tell the local platform something (its control API)."""
        url = f"{self.layout.platform_url}/control/{path}"
        async with aiohttp.ClientSession() as http, http.post(url, json=body) as response:
            if response.status >= 400:
                raise DidNotStart(f"The local platform refused {path}: {await response.text()}")
            return await response.json()

    async def _fill_platform(self) -> None:
        bank = load_bank()
        numbers = [(bank.number, bank.profile), *((c["number"], c["profile"]) for c in bank.other_clients)]
        for number, profile in numbers:
            described = {
                "phone_number_id": number["number_id"],
                "waba_id": number["account_id"],
                "display_phone_number": number["display_phone_number"],
                "verified_name": number["display_name"],
                "access_token": ACCESS_TOKEN,
                "profile": {k: v for k, v in profile.items() if k not in ("support_contact", "telephone")},
                "throughput": "HIGH" if self.layout.rate > 80 else "STANDARD",
                "country": "GB",
            }
            await self.control("numbers", described)
        await self.control("templates", {"waba_id": bank.number["account_id"], "templates": bank.templates})
        for customer in bank.customers:
            await self.control("customers", customer)

    def _settings(self) -> Settings:
        named = {"data_dir": self.folder, "port": self.layout.port, "graph_url": self.layout.platform_url}
        named |= {"clock_file": self.folder / "clock", "reconcile_seconds": self.layout.reconcile_seconds}
        return load_settings(**named, log_level=self.layout.log_level, _env_file=None)

    def _process(self, name: str, arguments: list[str]) -> Process:
        return Process(name, arguments, self._environment, self.folder / "logs")

    def _for_processes(self) -> dict[str, str]:
        settings = self.settings
        return {
            "PARLEY_DATA_DIR": str(self.folder),
            "PARLEY_PORT": str(settings.port),
            "PARLEY_GRAPH_URL": settings.graph_url,
            "PARLEY_CLOCK_FILE": str(settings.clock_file),
            "PARLEY_RECONCILE_SECONDS": str(settings.reconcile_seconds),
            "PARLEY_LOG_LEVEL": settings.log_level,
            "PARLEY_EMULATOR_PORT": str(self.layout.platform_port),
            "PARLEY_EMULATOR_DATA_DIR": str(self.folder / "platform"),
            "PARLEY_EMULATOR_WEBHOOK_URL": f"{self.layout.desk_url}/webhooks/whatsapp",
            "PARLEY_EMULATOR_APP_SECRET": settings.app_secret,
            "PARLEY_EMULATOR_VERIFY_TOKEN": settings.verify_token,
            "PARLEY_EMULATOR_WEBHOOK_GATHER": str(self.layout.gather),
            "PARLEY_EMULATOR_CLOCK_FILE": str(settings.clock_file),
        }

    def _must_have_room(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(self.folder).free
        if free < SMALLEST_FREE:
            raise DidNotStart(
                f"Only {free >> 20} MB are free on the disk of {self.folder}, 1,024 MB are needed: free some, "
                "or name another folder with --folder."
            )


def _must_be_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise DidNotStart(
                f"Port {port} is in use: stop what uses it (perhaps a demo that still runs), "
                "or choose other ports with make demo PORT=9000."
            ) from None


def free_port() -> int:
    """A port that nobody uses just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def empty(folder: Path) -> None:
    """Forget everything but the models, which would be made the same again."""
    for each in folder.iterdir() if folder.exists() else ():
        if each.name != "models":
            shutil.rmtree(each) if each.is_dir() else each.unlink()
