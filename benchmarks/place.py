"""One installation for all measures of a run: started when first needed, ended and forgotten with the run."""

import asyncio
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
from psycopg import AsyncClientCursor

from parley.demo.bank import load_bank
from parley.demo.installation import Installation, Layout, free_port
from parley.storage.embedded import Embedded

ROOT = Path(__file__).resolve().parents[1]
RATE = 1000  # Meta's highest tier, messages a second from one number
MODELS = ("minilm-int8.onnx", "minilm-vocab.txt")


class Place:
    """Database, local platform, web process and worker, filled with the demo's bank."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._folder = Path(tempfile.mkdtemp(prefix="parley-bench-"))
        self._installation: Installation | None = None
        self.tenant_id = UUID(int=0)
        self.bank = load_bank()

    @property
    def installation(self) -> Installation:
        """Only after ``start``."""
        if self._installation is None:
            raise RuntimeError("the place has not been started")
        return self._installation

    @property
    def is_started(self) -> bool:
        """Whether anything runs."""
        return self._installation is not None

    @property
    def number_id(self) -> str:
        """The bank's number."""
        return str(self.bank.number["number_id"])

    @property
    def web_url(self) -> str:
        """The web process."""
        return self.installation.layout.desk_url

    @property
    def platform_url(self) -> str:
        """The local platform."""
        return self.installation.layout.platform_url

    @property
    def owner_url(self) -> str:
        """The database, as the owner of the schema: only to fill it quickly."""
        return Embedded.start(self.installation.folder / "postgres").url

    async def start(self) -> None:
        """Everything runs when this returns; a second call changes nothing."""
        if self._installation is None:
            self._bring_models()
            layout = Layout(self._folder / "data", free_port(), free_port(), rate=RATE)
            self._installation = Installation(layout)
            await self._installation.start(lambda step: self._say(f"  … {step}"))
            rows = await self.ask("SELECT tenant_id FROM number WHERE number_id = %s", [self.number_id])
            self.tenant_id = rows[0][0]
        for process in self.installation.processes:
            if process.pid is None:
                await process.start()
        await self.installation.web.answers(f"{self.web_url}/healthz")
        await self.installation.platform.answers(f"{self.platform_url}/healthz")

    async def without_worker(self) -> None:
        """Nothing handles or sends until the next ``start``."""
        await self.start()
        await self.installation.worker.stop()

    async def ask(self, query: str, values: Any = None) -> list[Any]:
        """A statement as the owner, whom no tenant's wall holds; the rows it gives."""
        async with await psycopg.AsyncConnection.connect(
            self.owner_url, autocommit=True, cursor_factory=AsyncClientCursor
        ) as db:
            cursor = await db.execute(query, values)
            return await cursor.fetchall() if cursor.description else []

    async def postgresql(self) -> str:
        """Its version."""
        return str((await self.ask("SHOW server_version"))[0][0])

    async def hold_webhooks(self, hold: bool) -> None:
        """The platform keeps its reports to itself, or tells them."""
        await self.installation.control("webhooks", {"hold": hold})

    async def end(self) -> None:
        """Stop everything and remove the folder."""
        if self._installation is not None:
            await self._installation.stop()
        await asyncio.to_thread(shutil.rmtree, self._folder, ignore_errors=True)

    def _bring_models(self) -> None:
        """The embedding file, if this installation or its demo has one: the bot is measured as it would run."""
        target = self._folder / "data" / "models"
        target.mkdir(parents=True)
        for folder in (ROOT / ".parley" / "models", ROOT / ".parley" / "demo" / "models"):
            if all((folder / name).exists() for name in MODELS):
                for name in MODELS:
                    shutil.copyfile(folder / name, target / name)
                return
