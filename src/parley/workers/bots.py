"""The ChatBots of the Clients, taught from their examples and kept ready."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import monotonic
from uuid import UUID

import structlog

from parley.actions.receive_message import Bot
from parley.core.chatbot import Guess, Knowledge
from parley.core.chatbot.encoder import Encoder
from parley.core.chatbot.understander import Understander
from parley.core.routing.opening import is_open
from parley.storage.database import Database
from parley.storage.knowledge import Taught, taught
from parley.workers.teaching import MODEL, encoder_in, taught_apart

FRESH_SECONDS = 5.0
TENANTS = "SELECT tenant_id FROM directory_tenants() WHERE kind = 'client'"
log = structlog.get_logger()


@dataclass
class _Ready:
    """A Client's bot as last read, and the model taught from its examples."""

    taught: Taught | None
    read_at: float
    understander: Understander | None = None
    fingerprint: str = ""


class Bots:
    """One for each process. The same examples, whosever they are, are taught once; ``models_dir`` keeps the models."""

    def __init__(self, database: Database, models_dir: Path) -> None:
        self._database = database
        self._models_dir = models_dir
        self._encoder: Encoder | None = None
        self._looked = False
        self._ready: dict[UUID, _Ready] = {}
        self._locks: dict[UUID, asyncio.Lock] = {}

    async def tenants(self) -> list[UUID]:
        """Every Client there is."""
        async with self._database.directory() as db:
            return [row[0] for row in await (await db.execute(TENANTS)).fetchall()]

    async def prepare(self, tenant_id: UUID) -> bool:
        """Have the bot ready before the first customer asks. False where the Client has none."""
        return (await self._of(tenant_id)).understander is not None

    async def guesses(self, tenant_id: UUID, texts: Sequence[str]) -> dict[str, list[Guess]]:
        """What each text is likely to mean, best first."""
        ready = await self._of(tenant_id)
        wanted = sorted({text for text in texts if text})
        if ready.understander is None or not wanted:
            return {}
        try:
            found = await asyncio.to_thread(ready.understander.guess_all, wanted)
        except Exception as error:  # not understood: the ways to a person are offered instead
            log.error("bot.can_not_guess", tenant=str(tenant_id), exc_info=error)
            return {}
        return dict(zip(wanted, found, strict=True))

    async def bot(self, tenant_id: UUID, guesses: Sequence[Guess], now: datetime) -> Bot | None:
        """The bot at this moment, None where none is published."""
        ready = await self._of(tenant_id)
        known = ready.taught
        if known is None or not known.published:
            return None
        knowledge = Knowledge(
            answers=known.answers,
            paths=known.paths,
            greeting=known.greeting,
            sure_from=ready.understander.threshold if ready.understander else 1.0,
            staffed=is_open(known.opening, known.timezone, now),
        )
        return Bot(knowledge, guesses)

    async def _of(self, tenant_id: UUID) -> _Ready:
        """What was read a moment ago is fresh enough; one reads anew, the others wait for it."""
        async with self._locks.setdefault(tenant_id, asyncio.Lock()):
            ready = self._ready.get(tenant_id)
            if ready is not None and monotonic() - ready.read_at < FRESH_SECONDS:
                return ready
            async with self._database.transaction(tenant_id) as db:
                known = await taught(db, tenant_id)
            fresh = _Ready(known, monotonic())
            if known is not None and len(set(known.answers)) >= 2 and known.examples:
                same = ready is not None and ready.fingerprint == known.fingerprint
                model = ready.understander if ready and same else await self._understander(tenant_id, known)
                fresh.understander, fresh.fingerprint = model, known.fingerprint
            fresh.read_at = monotonic()
            self._ready[tenant_id] = fresh
            return fresh

    async def _understander(self, tenant_id: UUID, known: Taught) -> Understander | None:
        """None where it can not be had: the bot then understands nothing and offers people, it never falls silent."""
        try:
            return await self._teach(tenant_id, known)
        except Exception as error:
            remedy = "mend the bot's examples or the folder of models, then restart"
            log.error("bot.not_taught", tenant=str(tenant_id), remedy=remedy, exc_info=error)
            return None

    async def _teach(self, tenant_id: UUID, known: Taught) -> Understander:
        await self._look_for_the_encoder()
        kind = "both" if self._encoder else "words"
        file = self._models_dir / f"{known.fingerprint}-{kind}.npz"
        if file.exists():
            try:
                return await asyncio.to_thread(Understander.load, file, self._encoder)
            except Exception as error:  # half written when the power went, for instance: it is made anew below
                log.warning("bot.model_unreadable", file=file.name, exc_info=error)
        started = monotonic()
        await taught_apart(file, known.examples, self._models_dir if self._encoder else None)
        log.info(
            "bot.taught", tenant=str(tenant_id), examples=len(known.examples), seconds=round(monotonic() - started, 1)
        )
        return await asyncio.to_thread(Understander.load, file, self._encoder)

    async def _look_for_the_encoder(self) -> None:
        """Once for each process. A broken file is as good as none: words alone still understand most."""
        if self._looked:
            return
        self._looked = True
        try:
            self._encoder = await asyncio.to_thread(encoder_in, self._models_dir)
        except Exception as error:
            remedy = f"delete {MODEL} and run: parley bot fetch-embeddings"
            log.error("bot.encoder_unreadable", remedy=remedy, exc_info=error)
