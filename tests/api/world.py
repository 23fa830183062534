"""Two Clients of one provider and a Client of another, with people, customers and conversations."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from argon2 import PasswordHasher
from psycopg.types.json import Json

from parley.core.conversation import Conversation
from parley.core.messages import Content, Text
from parley.storage import accounts, conversations, messages
from parley.storage.database import Database
from parley.storage.messages import Message

PASSWORD = "correct horse"
CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
COMPLETE = {"support_contact": "Customer care", "email": "care@example.com"}


@dataclass
class Business:
    """A tenant with what is in it."""

    tenant_id: UUID
    slug: str
    database: Database
    number_id: str = ""
    team_id: UUID | None = None
    people: dict[str, UUID] = field(default_factory=dict)

    def email(self, name: str) -> str:
        return f"{name}@{self.slug}.example"

    async def add_person(self, name: str, role: str = "agent", **more: Any) -> UUID:
        now = datetime.now(UTC)
        async with self.database.transaction(self.tenant_id) as db:
            self.people[name] = await accounts.insert(
                db,
                self.tenant_id,
                email=self.email(name),
                name=name.capitalize(),
                password_hash=CHEAP,
                role=role,
                now=now,
                **more,
            )
        return self.people[name]

    async def add_customer(self, name: str = "Carla Customer", phone: str = "447700900123") -> UUID:
        contact_id = uuid4()
        async with self.database.transaction(self.tenant_id) as db:
            await db.execute(
                """INSERT INTO contact (tenant_id, contact_id, name, language, number_source, created_at)
                   VALUES (%s, %s, %s, 'en', 'wrote_first', now())""",
                [self.tenant_id, contact_id, name],
            )
            await db.execute(
                """INSERT INTO contact_identity (tenant_id, kind, value, contact_id, wa_id)
                   VALUES (%s, 'phone', %s, %s, %s)""",
                [self.tenant_id, phone, contact_id, phone],
            )
        return contact_id

    async def add_conversation(
        self, owner: str = "", state: str = "", contact_id: UUID | None = None, window: bool = True, **more: Any
    ) -> Conversation:
        now = datetime.now(UTC)
        state = state or ("active" if owner else "queued")
        kinds = {"bot": "bot", "queued": "queue", "offered": "queue", "closed": "nobody"}
        facts: dict[str, Any] = {
            "tenant_id": self.tenant_id,
            "conversation_id": uuid4(),
            "number_id": self.number_id,
            "contact_id": contact_id or await self.add_customer(phone=f"4477{uuid4().int % 10**8:08}"),
            "state": state,
            "owner_kind": kinds.get(state, "person"),
            "owner_id": self.people[owner] if owner and state not in kinds else None,
            "owner_version": 1,
            "owner_since": 1,
            "team_id": None,
            "skill": "",
            "language": "en",
            "failed_turns": 0,
            "asked_back": False,
            "window_expires_at": now + timedelta(hours=20 if window else -1),
            "queued_at": now if state in ("queued", "offered") else None,
            "due_at": None,
            "unread": 0,
            "last_message_at": now,
            "last_message_text": "Hello",
            "last_message_from": "customer",
            "created_at": now,
            "closed_at": now if state == "closed" else None,
        }
        conversation = Conversation(**(facts | more))
        async with self.database.transaction(self.tenant_id) as db:
            await conversations.insert(db, conversation)
        return conversation

    async def add_message(
        self, conversation: Conversation, content: Content | str = "Hello", direction: str = "in", **more: Any
    ) -> Message:
        values: dict[str, Any] = {
            "tenant_id": self.tenant_id,
            "conversation_id": conversation.conversation_id,
            "message_id": uuid4(),
            "direction": direction,
            "author_kind": "customer" if direction == "in" else "agent",
            "content": Text(content) if isinstance(content, str) else content,
            "status": "received" if direction == "in" else "sent",
            "platform_id": f"wamid.{uuid4().hex}",
            "at": datetime.now(UTC),
        }
        async with self.database.transaction(self.tenant_id) as db:
            kept = await messages.insert(db, **(values | more))
        assert kept is not None
        return kept

    async def add_offer(self, conversation: Conversation, to: str) -> UUID:
        offer_id, now = uuid4(), datetime.now(UTC)
        async with self.database.transaction(self.tenant_id) as db:
            await db.execute(
                """INSERT INTO offer (tenant_id, offer_id, conversation_id, account_id, offered_at, expires_at,
                                      decision)
                   VALUES (%s, %s, %s, %s, %s, %s, %s)""",
                [
                    self.tenant_id,
                    offer_id,
                    conversation.conversation_id,
                    self.people[to],
                    now,
                    now + timedelta(seconds=30),
                    Json({"reason": "knows cards"}),
                ],
            )
        return offer_id

    async def fetch(self, query: str, *values: Any) -> list[Any]:
        async with self.database.transaction(self.tenant_id) as db:
            return await (await db.execute(query, list(values))).fetchall()


async def a_client(database: Database, provider_id: UUID, slug: str) -> Business:
    """A Client with one number, one team, two agents and a supervisor."""
    business = Business(uuid4(), slug, database, number_id=f"1000{uuid4().int % 10**8:08}", team_id=uuid4())
    async with database.transaction(business.tenant_id) as db:
        await db.execute(
            """INSERT INTO tenant (tenant_id, kind, provider_id, slug, name, created_at)
               VALUES (%s, 'client', %s, %s, %s, now())""",
            [business.tenant_id, provider_id, slug, slug.capitalize()],
        )
        await db.execute(
            """INSERT INTO number (tenant_id, number_id, account_id, display_phone_number, display_name, access_token,
                                   profile, profile_confirmed_at, created_at)
               VALUES (%s, %s, %s, '+44 20 7946 0100', %s, 'x', %s, now(), now())""",
            [business.tenant_id, business.number_id, f"waba-{slug}", slug.capitalize(), Json(COMPLETE)],
        )
        await db.execute(
            "INSERT INTO team (tenant_id, team_id, name) VALUES (%s, %s, 'Cards')",
            [business.tenant_id, business.team_id],
        )
        components = [{"type": "BODY", "text": "Hello {{1}}, your card is ready.", "example": {"body_text": [["Ann"]]}}]
        await db.execute(
            """INSERT INTO template (tenant_id, account_id, name, language, category, status, components, updated_at)
               VALUES (%s, %s, 'card_ready', 'en', 'utility', 'APPROVED', %s, now())""",
            [business.tenant_id, f"waba-{slug}", Json(components)],
        )
    await business.add_person("ann", team_id=business.team_id)
    await business.add_person("bob")
    await business.add_person("sue", "supervisor")
    return business


async def a_provider(database: Database, slug: str) -> Business:
    """A provider with one person."""
    business = Business(uuid4(), slug, database)
    async with database.transaction(business.tenant_id) as db:
        await db.execute(
            "INSERT INTO tenant (tenant_id, kind, slug, name, created_at) VALUES (%s, 'provider', %s, %s, now())",
            [business.tenant_id, slug, slug.capitalize()],
        )
    await business.add_person("pat", "provider")
    return business
