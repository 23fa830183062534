"""Fills an empty installation with the demo's provider, its Clients, their people, bot and templates."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from psycopg.types.json import Jsonb

from parley.demo.bank import Bank, example_cards, examples, load_bank
from parley.storage import accounts, consents, contacts, price_cards, template_states
from parley.storage.database import Connection, Database
from parley.storage.passwords import hash_password
from parley.storage.secrets import Vault

PASSWORD = "harbour-light-7"  # noqa: S105 - printed for everybody to see: it opens the demo only
ACCESS_TOKEN = "EAADEMO0000000000000000000000000"  # noqa: S105 - the local platform's, made up

TENANT = """
INSERT INTO tenant (tenant_id, kind, provider_id, slug, name, legal_name, country, timezone, privacy_url, opening,
                    created_at)
VALUES (%(tenant_id)s, %(kind)s, %(provider_id)s, %(slug)s, %(name)s, %(legal_name)s, %(country)s, %(timezone)s,
        %(privacy_url)s, %(opening)s, %(now)s)
"""
NUMBER = """
INSERT INTO number (tenant_id, number_id, account_id, display_phone_number, display_name, access_token, profile,
                    profile_confirmed_at, rate_per_second, created_at)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""
TEAM = "INSERT INTO team (tenant_id, team_id, name) VALUES (%s, %s, %s)"
BOT = "INSERT INTO bot (tenant_id, greeting, escalation_paths, published_at) VALUES (%s, %s, %s, %s)"
INTENT = "INSERT INTO intent (tenant_id, intent_id, title, answer, skill) VALUES (%s, %s, %s, %s, %s)"
EXAMPLE = "INSERT INTO intent_example (tenant_id, intent_id, text) VALUES (%s, %s, %s)"
CANNED = "INSERT INTO canned_reply (tenant_id, shortcut, text) VALUES (%s, %s, %s)"


async def seed(database: Database, vault: Vault, now: datetime, rate_per_second: int = 80) -> bool:
    """False, and nothing is changed, where there is a provider already."""
    async with database.directory() as db:
        if await (await db.execute("SELECT 1 FROM directory_tenants() WHERE kind = 'provider'")).fetchone():
            return False
    bank = load_bank()
    provider_id, bank_id = uuid4(), uuid4()
    hashed = hash_password(PASSWORD)
    async with database.transaction(provider_id) as db:
        await _provider(db, provider_id, bank, hashed, now)
    async with database.transaction(bank_id) as db:
        await _client(db, bank_id, provider_id, bank.business, bank.opening, now)
        await _number(db, bank_id, bank.number, bank.profile, vault, now, rate_per_second)
        await _people(db, bank_id, bank, hashed, now)
        await _bot(db, bank_id, bank, now)
        await _customers(db, bank_id, bank, now)
        await template_states.replace_all(db, bank_id, bank.number["account_id"], bank.templates, now)
        await price_cards.save(db, bank_id, bank.number["account_id"], example_cards(), now)
    for client in bank.other_clients:
        tenant_id = uuid4()
        async with database.transaction(tenant_id) as db:
            await _client(db, tenant_id, provider_id, client["business"], client.get("opening", {}), now)
            await _number(db, tenant_id, client["number"], client["profile"], vault, now, rate_per_second)
    return True


async def _provider(db: Connection, tenant_id: UUID, bank: Bank, hashed: str, now: datetime) -> None:
    provider = bank.provider
    values: dict[str, Any] = {"kind": "provider", "provider_id": None, "legal_name": provider["name"], "country": "GB"}
    values |= {"timezone": "Europe/London", "privacy_url": "", "opening": Jsonb({}), "now": now}
    await db.execute(TENANT, values | {"tenant_id": tenant_id, "slug": provider["slug"], "name": provider["name"]})
    await accounts.insert(
        db,
        tenant_id,
        email=provider["email"],
        name=provider["person"],
        password_hash=hashed,
        role="provider",
        now=now,
    )


async def _client(
    db: Connection, tenant_id: UUID, provider_id: UUID, business: dict[str, str], opening: Any, now: datetime
) -> None:
    values = {"tenant_id": tenant_id, "kind": "client", "provider_id": provider_id, "opening": Jsonb(opening)}
    await db.execute(TENANT, values | business | {"now": now})


async def _number(
    db: Connection,
    tenant_id: UUID,
    number: dict[str, str],
    profile: dict[str, Any],
    vault: Vault,
    now: datetime,
    rate_per_second: int,
) -> None:
    confirmed_at = now if profile.get("support_contact") else None
    values = [tenant_id, number["number_id"], number["account_id"], number["display_phone_number"]]
    values += [number["display_name"], vault.seal(ACCESS_TOKEN), Jsonb(profile), confirmed_at, rate_per_second, now]
    await db.execute(NUMBER, values)


async def _people(db: Connection, tenant_id: UUID, bank: Bank, hashed: str, now: datetime) -> None:
    teams = {}
    for team in bank.teams:
        teams[team["name"]] = uuid4()
        await db.execute(TEAM, [tenant_id, teams[team["name"]], team["name"]])
    for agent in bank.agents:
        await accounts.insert(
            db,
            tenant_id,
            email=agent["email"],
            name=agent["name"],
            password_hash=hashed,
            role=agent["role"],
            team_id=teams[agent["team"]],
            skills=tuple(agent["skills"]),
            languages=tuple(agent["languages"]),
            now=now,
        )
    for shortcut, text in bank.canned_replies.items():
        await db.execute(CANNED, [tenant_id, shortcut, text])


async def _bot(db: Connection, tenant_id: UUID, bank: Bank, now: datetime) -> None:
    await db.execute(BOT, [tenant_id, bank.greeting, Jsonb(bank.paths), now])
    for intent_id, answer in bank.intents.items():
        await db.execute(INTENT, [tenant_id, intent_id, answer.title, answer.text, answer.skill])
    async with db.cursor() as cursor:
        await cursor.executemany(EXAMPLE, [(tenant_id, intent_id, text) for text, intent_id in examples()])


async def _customers(db: Connection, tenant_id: UUID, bank: Bank, now: datetime) -> None:
    """The demo's customers agreed on a form, so that a template may reach them when the window has closed."""
    for customer in bank.customers:
        contact = await contacts.of_writer(
            db, tenant_id, wa_id=customer["wa_id"], user_id="", name=customer["name"], now=now, source="form"
        )
        for purpose in ("utility", "marketing"):
            await consents.record(
                db,
                tenant_id,
                contact.contact_id,
                purpose=purpose,
                action="opt_in",
                method=bank.opt_in["method"],
                wording=bank.opt_in["wording"],
                wording_version=bank.opt_in["version"],
                language="en",
                evidence={"form": "account opening"},
                recorded_by="demo",
                at=now,
            )
