"""What a provider sees of its Clients: states and figures, never what was said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.rows import class_row, dict_row

from parley.core.errors import NotFound
from parley.core.policy.decision_log import COVERED
from parley.storage.database import Connection

NEWEST = 1 << 62
# Decisions of a day are counted among this many, the newest.
MOST_COUNTED = 50_000
# A search by clause looks at this many rows for each page, and says where it stopped.
SEARCHED = 20_000

CLIENTS = """
SELECT tenant_id, slug, name, legal_name, country, timezone, privacy_url, status
  FROM tenant
 WHERE provider_id = %s
 ORDER BY name, tenant_id
"""
CLIENT = """
SELECT tenant_id, slug, name, legal_name, country, timezone, privacy_url, status
  FROM tenant
 WHERE provider_id = %s AND tenant_id = %s
"""
SET_STATUS = "UPDATE tenant SET status = %s WHERE provider_id = %s AND tenant_id = %s AND status <> 'terminated'"
FIGURES = """
SELECT (SELECT count(*) FROM conversation WHERE tenant_id = %(tenant_id)s AND state <> 'closed') AS open_conversations,
       (SELECT count(*) FROM conversation WHERE tenant_id = %(tenant_id)s AND state IN ('queued', 'offered'))
           AS waiting_conversations,
       (SELECT count(*) FROM account WHERE tenant_id = %(tenant_id)s AND presence = 'online'
                                       AND presence_at > %(heard_since)s) AS agents_online,
       (SELECT count(*) FROM account WHERE tenant_id = %(tenant_id)s) AS agents,
       (SELECT count(*) FROM inbox_event WHERE tenant_id = %(tenant_id)s AND state = 'quarantined') AS quarantined
"""
DECIDED_SINCE = f"""
SELECT verdict, count(*)
  FROM (SELECT verdict, at FROM gate_decision WHERE tenant_id = %s ORDER BY seq DESC LIMIT {MOST_COUNTED}) AS newest
 WHERE at > %s
 GROUP BY verdict
"""
NUMBERS = """
SELECT number_id, account_id, display_phone_number, display_name, status, profile, profile_confirmed_at, quality,
       standing, standing_findings
  FROM number
 WHERE tenant_id = %s
 ORDER BY display_name, number_id
"""
CONFIRM_PROFILE = "UPDATE number SET profile_confirmed_at = %s WHERE tenant_id = %s AND number_id = %s"
BOT = """
SELECT b.published_at, b.escalation_paths, (SELECT count(*) FROM intent i WHERE i.tenant_id = b.tenant_id) AS intents
  FROM bot b
 WHERE b.tenant_id = %s
"""
DECISIONS = """
SELECT d.seq, d.at, d.moment, d.verdict, d.clauses, d.findings, d.facts, d.author_kind, coalesce(a.name, '') AS
       author_name, d.number_id, d.conversation_id, d.message_id, d.rulebook_version, d.hash
  FROM gate_decision d
  LEFT JOIN account a ON a.tenant_id = d.tenant_id AND a.account_id = d.author_id
 WHERE d.tenant_id = %(tenant_id)s AND d.seq < %(before)s AND d.seq >= %(from)s
   AND (%(verdict)s::text IS NULL OR d.verdict = %(verdict)s)
   AND (%(clause)s::text IS NULL OR %(clause)s = ANY(d.clauses))
 ORDER BY d.seq DESC
 LIMIT %(limit)s
"""
HEAD = "SELECT seq, hash FROM gate_decision WHERE tenant_id = %s ORDER BY seq DESC LIMIT 1"
CHAIN = f"""
SELECT {", ".join(COVERED)}, previous_hash, hash
  FROM gate_decision
 WHERE tenant_id = %s AND seq > %s
 ORDER BY seq
 LIMIT %s
"""


@dataclass(frozen=True)
class Client:
    """A business the service is run for."""

    tenant_id: UUID
    slug: str
    name: str
    legal_name: str
    country: str
    timezone: str
    privacy_url: str
    status: str


@dataclass(frozen=True)
class Figures:
    """How a Client is doing now."""

    open_conversations: int
    waiting_conversations: int
    agents_online: int
    agents: int
    quarantined: int


@dataclass(frozen=True)
class Number:
    """A business number with its profile."""

    number_id: str
    account_id: str
    display_phone_number: str
    display_name: str
    status: str
    profile: dict[str, Any]
    profile_confirmed_at: datetime | None
    quality: str
    standing: str
    standing_findings: list[dict[str, Any]]


@dataclass(frozen=True)
class BotState:
    """Whether the ChatBot is published, and its ways out."""

    published_at: datetime | None
    escalation_paths: list[dict[str, Any]]
    intents: int


@dataclass(frozen=True)
class KeptDecision:
    """A row of the decision log."""

    seq: int
    at: datetime
    moment: str
    verdict: str
    clauses: list[str]
    findings: list[dict[str, Any]]
    facts: dict[str, Any]
    author_kind: str
    author_name: str
    number_id: str
    conversation_id: UUID | None
    message_id: UUID | None
    rulebook_version: str
    hash: bytes


async def clients(db: Connection, provider_id: UUID) -> list[Client]:
    """By name, in a transaction of the provider."""
    async with db.cursor(row_factory=class_row(Client)) as cursor:
        await cursor.execute(CLIENTS, [provider_id])
        return await cursor.fetchall()


async def client(db: Connection, provider_id: UUID, tenant_id: UUID) -> Client:
    """Raises NotFound for what is not a Client of this provider."""
    async with db.cursor(row_factory=class_row(Client)) as cursor:
        await cursor.execute(CLIENT, [provider_id, tenant_id])
        found = await cursor.fetchone()
    if found is None:
        raise NotFound("Client")
    return found


async def set_status(db: Connection, provider_id: UUID, tenant_id: UUID, status: str) -> None:
    """Active or suspended; a Client that is terminated stays so. Raises NotFound."""
    cursor = await db.execute(SET_STATUS, [status, provider_id, tenant_id])
    if not cursor.rowcount:
        raise NotFound("Client")


async def figures(db: Connection, tenant_id: UUID, heard_since: datetime) -> Figures:
    """In a transaction of the Client; whose page has been silent since ``heard_since`` is not online."""
    async with db.cursor(row_factory=class_row(Figures)) as cursor:
        await cursor.execute(FIGURES, {"tenant_id": tenant_id, "heard_since": heard_since})
        found = await cursor.fetchone()
    return found or Figures(0, 0, 0, 0, 0)


async def decided_since(db: Connection, tenant_id: UUID, since: datetime) -> dict[str, int]:
    """How many decisions of each verdict."""
    return dict(await (await db.execute(DECIDED_SINCE, [tenant_id, since])).fetchall())


async def numbers(db: Connection, tenant_id: UUID) -> list[Number]:
    """The Client's numbers; their access tokens are not read."""
    async with db.cursor(row_factory=class_row(Number)) as cursor:
        await cursor.execute(NUMBERS, [tenant_id])
        return await cursor.fetchall()


async def confirm_profile(db: Connection, tenant_id: UUID, number_id: str, now: datetime) -> None:
    """The profile is current. Raises NotFound."""
    cursor = await db.execute(CONFIRM_PROFILE, [now, tenant_id, number_id])
    if not cursor.rowcount:
        raise NotFound("number")


async def bot(db: Connection, tenant_id: UUID) -> BotState | None:
    """None where the Client has none."""
    async with db.cursor(row_factory=class_row(BotState)) as cursor:
        await cursor.execute(BOT, [tenant_id])
        return await cursor.fetchone()


async def decisions(
    db: Connection, tenant_id: UUID, *, verdict: str | None, clause: str | None, before: int | None, limit: int
) -> tuple[list[KeptDecision], int | None]:
    """Newest first, and where the next page begins, None at the end."""
    top = before if before is not None else await head_seq(db, tenant_id) + 1
    bottom = max(1, top - SEARCHED) if clause else 1
    values = {
        "tenant_id": tenant_id,
        "verdict": verdict,
        "clause": clause,
        "before": top,
        "from": bottom,
        "limit": limit + 1,
    }
    async with db.cursor(row_factory=class_row(KeptDecision)) as cursor:
        await cursor.execute(DECISIONS, values)
        found = await cursor.fetchall()
    if len(found) > limit:
        return found[:limit], found[limit - 1].seq
    return found, bottom if bottom > 1 else None


async def head_seq(db: Connection, tenant_id: UUID) -> int:
    """The newest row's number, 0 where there is none."""
    return (await head(db, tenant_id))[0]


async def head(db: Connection, tenant_id: UUID) -> tuple[int, bytes]:
    """The newest row's number and hash."""
    row = await (await db.execute(HEAD, [tenant_id])).fetchone()
    return (int(row[0]), bytes(row[1])) if row else (0, b"")


async def chain_page(db: Connection, tenant_id: UUID, after: int, limit: int) -> Sequence[dict[str, Any]]:
    """Rows of the log in order, with all that their hashes cover."""
    async with db.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(CHAIN, [tenant_id, after, limit])
        return await cursor.fetchall()
