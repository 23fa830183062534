"""The readers of an installation: who is asked about texts, who about files, and what was said lately."""

import asyncio
from base64 import b64decode
from collections.abc import Awaitable, Callable
from dataclasses import replace
from hashlib import sha256

from parley.core.messages import Media
from parley.core.policy.facts import Outbound
from parley.core.policy.opinions import Opinion
from parley.core.policy.second_reading import file_of, words_of
from parley.opinions.command import Command
from parley.opinions.endpoint import Address, Endpoint
from parley.opinions.memory import Memory
from parley.settings import Settings

FILE_SECONDS = 20.0
FILES_TOGETHER = 4  # each is in memory while it is looked at
GREETING = "Hello, how can we help you?"
# One white point, as a PNG.
PICTURE = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4DwABAQEAHLCMmQAAAABJRU5ErkJggg==")
Fetch = Callable[[Media], Awaitable[bytes | None]]
Asked = Callable[[], Awaitable[Opinion]]


class Readers:
    """One for each process that sends. Two questions about the same thing at the same time are one."""

    def __init__(
        self,
        texts: Endpoint | None,
        files: Endpoint | Command | None,
        *,
        seconds: float = 3.0,
        waits: bool = False,
        exempt: frozenset[str] = frozenset(),
    ) -> None:
        self._texts = texts
        self._files = files
        self._seconds = seconds
        self._waits = waits
        self._exempt = exempt
        self._memory = Memory()
        self._asking: dict[str, asyncio.Task[Opinion]] = {}
        self._room = asyncio.Semaphore(FILES_TOGETHER)

    @classmethod
    def open(cls, settings: Settings) -> "Readers | None":
        """None where the installation asks nobody. Called while a loop runs."""
        texts = _endpoint(settings, settings.opinion_url) if settings.opinion_url else None
        files: Endpoint | Command | None = None
        if settings.media_screening == "classifier":
            named = settings.media_classifier
            files = _endpoint(settings, named) if named.startswith(("http:", "https:")) else None
            files = files or (Command(named) if named else texts)
        if texts is None and files is None:
            return None
        return cls(
            texts,
            files,
            seconds=settings.opinion_seconds,
            waits=settings.opinion_if_silent == "hold",
            exempt=frozenset(settings.opinion_except.replace(",", " ").split()),
        )

    async def close(self) -> None:
        """Close all connections."""
        for reader in (self._texts, self._files):
            if reader is not None:
                await reader.close()

    async def tried(self) -> list[Opinion]:
        """What each says of a greeting and of an empty picture: whether it is there at all."""
        said = []
        if self._texts is not None:
            said.append(await self._texts.on_text(GREETING, self._seconds))
        if self._files is not None:
            said.append(await self._files.on_file(PICTURE, "image/png", FILE_SECONDS))
        return said

    async def on(self, message: Outbound, client: str, fetch: Fetch) -> tuple[Opinion, ...]:
        """What they say of a message of that Client, by its slug; ``fetch`` reads the file if it must be looked at."""
        asked = [self._on_words(message, client), self._on_file(message, client, fetch)]
        return tuple(opinion for opinion in await asyncio.gather(*asked) if opinion)

    async def _on_words(self, message: Outbound, client: str) -> Opinion | None:
        reader, words = self._texts, words_of(message)
        if reader is None or not words or client in self._exempt:
            return None
        digest = f"text {sha256(words.encode()).hexdigest()}"
        opinion = await self._once(digest, lambda: reader.on_text(words, self._seconds))
        return replace(opinion, waits=self._waits) if opinion.failed else opinion

    async def _on_file(self, message: Outbound, client: str, fetch: Fetch) -> Opinion | None:
        """Without an answer a person looks. A document that only pictures are read of was not asked for."""
        reader, content = self._files, file_of(message)
        if reader is None or content is None or message.file is None:
            return None
        if client in self._exempt and isinstance(reader, Endpoint):
            return Opinion("file", reader.reader, failed="not_asked", waits=True)

        async def look() -> Opinion:
            async with self._room:
                found = await fetch(content)
                if found is None:  # gone, or its store is away: nobody has seen it
                    return Opinion("file", reader.reader, failed="unreachable")
                return await reader.on_file(found, content.mime_type, FILE_SECONDS)

        opinion = await self._once(f"file {message.file.sha256}", look)
        unreadable_page = opinion.failed == "not_readable" and content.kind == "document"
        return replace(opinion, waits=bool(opinion.failed) and not unreadable_page)

    async def _once(self, digest: str, ask: Asked) -> Opinion:
        kept = self._memory.get(digest)
        if kept is not None:
            return kept
        if digest not in self._asking:
            task = asyncio.ensure_future(ask())
            self._asking[digest] = task
            task.add_done_callback(lambda _: self._asking.pop(digest, None))
        opinion = await asyncio.shield(self._asking[digest])
        if not opinion.failed:
            self._memory.keep(digest, opinion)
        return opinion


def _endpoint(settings: Settings, url: str) -> Endpoint:
    return Endpoint(Address(url, settings.opinion_form, settings.opinion_model, settings.opinion_key))
