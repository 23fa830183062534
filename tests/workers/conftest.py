"""A Client with a number, the local platform as a process of its own, and the workers called one step at a time."""

import asyncio
import subprocess
import sys
import time
import urllib.request
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import aiohttp
import pytest
from psycopg.types.json import Jsonb

from parley.actions.moving import BOT, Actor, make_move
from parley.actions.receive_message import Bot
from parley.actions.speaking import speak
from parley.clock import Clock
from parley.core.chatbot import Answer, Guess, Knowledge
from parley.core.conversation import Conversation, begun
from parley.core.messages import Content, Text
from parley.demo.installation import free_port
from parley.settings import Settings
from parley.storage import consents, contacts, conversations, messages
from parley.storage.database import Database
from parley.storage.file_store import FileStore
from parley.storage.messages import Message
from parley.storage.secrets import Vault
from parley.whatsapp import client
from parley.whatsapp.client import GraphSession
from parley.workers.bots import Bots
from parley.workers.inbox import Inbox
from parley.workers.reconciler import Reconciler
from parley.workers.router import Router, Timekeeper
from parley.workers.sender import Sender

OPEN_TRANSACTIONS = """
SELECT count(*) FROM pg_stat_activity
 WHERE datname = current_database() AND xact_start IS NOT NULL AND pid <> pg_backend_pid()
   AND backend_type = 'client backend'
"""
OURS = """
INSERT INTO message (tenant_id, conversation_id, message_id, direction, author_kind, type, content, status, at)
VALUES (%s, %s, gen_random_uuid(), 'out', 'agent', 'text', %s, 'sent', %s)
"""
NUMBER, ACCOUNT, TOKEN = "100", "200", "EAATOKEN"
ANA = "447700900101"
PROFILE = '{"support_contact": "Care", "email": "care@northbank.example"}'
PATHS = '[{"kind": "in_chat"}, {"kind": "telephone", "number": "+442079460100"}]'
KNOWN = Knowledge(
    answers={"card_arrival": Answer("Card on its way", "Cards arrive within five working days.", "cards")},
    paths=({"kind": "in_chat"},),
    greeting="Welcome.",
    sure_from=0.6,
)


class MovableClock(Clock):
    """A clock that a test moves."""

    def __init__(self) -> None:
        super().__init__()
        self.moved = timedelta()

    def now(self) -> datetime:
        return self.wall() + self.moved

    def to_noon(self) -> None:
        """On to the next noon: for tests of marketing, which waits for the morning wherever it is night."""
        now = self.now()
        noon = now.replace(hour=12, minute=0, second=0, microsecond=0)
        self.moved += (noon if noon > now else noon + timedelta(days=1)) - now


@dataclass
class Control:
    """The local platform's control API."""

    http: aiohttp.ClientSession
    url: str

    async def post(self, path: str, body: Any) -> Any:
        async with self.http.post(f"{self.url}/control/{path}", json=body) as response:
            assert response.status < 300, await response.text()
            return await response.json()

    async def sends(self) -> list[dict[str, Any]]:
        async with self.http.get(f"{self.url}/control/sends") as response:
            return list((await response.json())["items"])


@dataclass
class Works:
    """Everything a test of the workers needs, under one name."""

    database: Database
    tenant: UUID
    clock: MovableClock
    platform: Control
    graph: GraphSession
    vault: Vault
    settings: Settings
    bots: Bots
    wamids: int = field(default=0)

    @property
    def sender(self) -> Sender:
        return Sender(self.database, self.clock, self.graph, self.vault, self.store)

    @property
    def store(self) -> FileStore:
        return FileStore.open("", self.settings.files_dir)

    @property
    def inbox(self) -> Inbox:
        return Inbox(self.database, self.clock, self.bots)

    @property
    def router(self) -> Router:
        return Router(self.database, self.clock, 30)

    @property
    def timekeeper(self) -> Timekeeper:
        return Timekeeper(self.database, self.clock)

    def reconciler(self, seconds: int = 1) -> Reconciler:
        return Reconciler(self.database, self.clock, seconds)

    async def receive(self, payload: dict[str, Any], *, kind: str = "message", lane: str = ANA) -> int:
        """Put an event into the inbox as the webhook does."""
        self.wamids += 1
        async with self.database.transaction(self.tenant) as db:
            row = await (
                await db.execute(
                    """INSERT INTO inbox_event (tenant_id, number_id, kind, dedup_key, lane, payload, received_at)
                       VALUES (%s, %s, %s, %s, %s, %s, %s) RETURNING event_id""",
                    [self.tenant, NUMBER, kind, f"k{self.wamids}", lane, Jsonb(payload), self.clock.now()],
                )
            ).fetchone()
            assert row is not None
            return int(row[0])

    def a_message(self, body: str = "Hello", wamid: str = "", sender: str = ANA) -> dict[str, Any]:
        self.wamids += 1
        at = str(int(self.clock.now().timestamp()))
        message = {"from": sender, "id": wamid or f"wamid.in{self.wamids}", "timestamp": at, "type": "text"}
        contact = {"profile": {"name": "Ana"}, "wa_id": sender}
        return {"number_id": NUMBER, "contact": contact, "message": message | {"text": {"body": body}}}

    async def a_conversation(self, owner: UUID | None = None, wa_id: str = ANA) -> Conversation:
        """The customer wrote just now; with ``owner`` a person has it."""
        now = self.clock.now()
        async with self.database.transaction(self.tenant) as db:
            contact = await contacts.of_writer(db, self.tenant, wa_id=wa_id, user_id="", name="Ana", now=now)
            window = now + timedelta(hours=24)
            new = begun(
                self.tenant, uuid4(), NUMBER, contact.contact_id, now=now, language="en", window_expires_at=window
            )
            await conversations.insert(db, new)
            if owner is not None:
                new = await make_move(db, new, "take_over", actor=Actor("agent", owner), to=owner, now=now)
        return new

    async def say(self, conversation: Conversation, content: Content | str, owner: UUID | None = None) -> Message:
        """Queue a message: the bot's, or with ``owner`` a person's."""
        actor = Actor("agent", owner) if owner else BOT
        async with self.database.transaction(self.tenant) as db:
            known = await conversations.lock(db, self.tenant, conversation.conversation_id)
            said = await speak(
                db,
                known,
                Text(content) if isinstance(content, str) else content,
                actor=actor,
                now=self.clock.now(),
            )
        assert isinstance(said, Message), said
        return said

    async def message(self, message_id: UUID) -> Message:
        async with self.database.transaction(self.tenant) as db:
            found = await messages.get(db, self.tenant, message_id)
        assert found is not None
        return found

    async def conversation(self, conversation_id: UUID) -> Conversation:
        async with self.database.transaction(self.tenant) as db:
            return await conversations.get(db, self.tenant, conversation_id)

    async def query(self, sql: str, *values: Any) -> list[Any]:
        async with self.database.transaction(self.tenant) as db:
            return list(await (await db.execute(sql, list(values))).fetchall())

    async def change(self, sql: str, *values: Any) -> None:
        async with self.database.transaction(self.tenant) as db:
            await db.execute(sql, list(values))

    async def open_transactions(self) -> int:
        """Of others than this one."""
        ((count,),) = await self.query(OPEN_TRANSACTIONS)
        return int(count)

    async def has_said(self, conversation: Conversation, body: str) -> None:
        """A person's message that has long been sent, past the gate."""
        content = Jsonb({"type": "text", "body": body})
        await self.change(OURS, self.tenant, conversation.conversation_id, content, self.clock.now())

    async def kill_over_it(self, worker: str, begun: asyncio.Event, *told: str) -> None:
        """Start a process that works, and kill it once it has begun."""
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", worker, *told, stderr=asyncio.subprocess.PIPE
        )
        await asyncio.wait_for(begun.wait(), 30)
        process.kill()
        await process.wait()

    async def opt(self, action: Any, purpose: str, contact_id: UUID, wording: str = "") -> None:
        async with self.database.transaction(self.tenant) as db:
            await consents.record(
                db,
                self.tenant,
                contact_id,
                purpose=purpose,
                action=action,
                method="form",
                wording=wording,
                recorded_by="test",
                at=self.clock.now(),
            )


@pytest.fixture(scope="session")
def platform_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The local platform, with nowhere to send webhooks."""
    port = free_port()
    arguments = ["-m", "parley_emulator.main", "serve", "--port", str(port), "--data-dir"]
    arguments.append(str(tmp_path_factory.mktemp("platform")))
    process = subprocess.Popen([sys.executable, *arguments], stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    for _ in range(1200):  # a minute: a busy machine takes its time
        try:
            urllib.request.urlopen(f"{url}/healthz").close()
            break
        except OSError:
            time.sleep(0.05)
    else:
        raise AssertionError("the platform did not start")
    yield url
    process.terminate()
    process.wait()


@pytest.fixture
async def works(
    database: Database,
    tenant: UUID,
    settings: Settings,
    platform_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[Works]:
    """A Client in good order, its number known to the platform, Ana among its customers.

    What the platform did not take is tried again as often as ever, at once: how long to wait is its own test's.
    """
    monkeypatch.setattr(client, "FIRST_WAIT", 0.002)
    vault, now = Vault(settings.secret_key), datetime.now(UTC)
    async with database.transaction(tenant) as db:
        await db.execute(
            """INSERT INTO number (tenant_id, number_id, account_id, display_phone_number, display_name, access_token,
                                   profile, profile_confirmed_at, created_at)
               VALUES (%s, %s, %s, '+44 20 7946 0100', 'Northbank', %s, %s, %s, %s)""",
            [tenant, NUMBER, ACCOUNT, vault.seal(TOKEN), PROFILE, now, now],
        )
        await db.execute("INSERT INTO bot VALUES (%s, 'Welcome.', %s, %s)", [tenant, PATHS, now])
    async with aiohttp.ClientSession() as http:
        platform = Control(http, platform_url)
        await platform.post("reset", {})
        number = {"phone_number_id": NUMBER, "waba_id": ACCOUNT, "display_phone_number": "+44 20 7946 0100"}
        await platform.post("numbers", number | {"verified_name": "Northbank", "access_token": TOKEN, "country": "GB"})
        await platform.post(
            f"customers/{ANA}/messages", {"phone_number_id": NUMBER, "type": "text", "text": {"body": "Hi"}}
        )
        graph = await GraphSession.open(platform_url, "v23.0", settings.app_secret)
        bots = Bots(database, tmp_path / "models")
        yield Works(database, tenant, MovableClock(), platform, graph, vault, settings, bots)
        await graph.close()


@pytest.fixture
async def agent(works: Works) -> UUID:
    """A person at a desk."""
    return await a_person(works, "ben@northbank.example")


async def a_person(works: Works, email: str, *, presence: str = "online", **known: Any) -> UUID:
    """Somebody who can be offered conversations."""
    account_id, now = uuid4(), works.clock.wall()
    await works.change(
        """INSERT INTO account (tenant_id, account_id, email, name, password_hash, role, skills, languages, capacity,
                                presence, presence_at, created_at)
           VALUES (%s, %s, %s, %s, '', 'agent', %s, %s, %s, %s, %s, %s)""",
        works.tenant,
        account_id,
        email,
        email.split("@", maxsplit=1)[0],
        known.get("skills", []),
        known.get("languages", ["en"]),
        known.get("capacity", 4),
        presence,
        now,
        now,
    )
    return account_id


def a_bot(*guesses: Guess) -> Bot:
    return Bot(KNOWN, guesses)
