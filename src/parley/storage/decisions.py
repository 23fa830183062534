"""The gate's decision log: appended to, never changed; each row's hash covers the row before it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec
from psycopg.types.json import Jsonb

from parley.core.policy.decision_log import START, chain
from parley.core.policy.facts import Moment
from parley.core.policy.verdicts import Decision
from parley.storage.database import Connection

LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(%s::text, 11))"
HEAD = "SELECT seq, hash FROM gate_decision WHERE tenant_id = %s ORDER BY seq DESC LIMIT 1"
INSERT = """
INSERT INTO gate_decision (tenant_id, seq, at, moment, verdict, clauses, findings, facts, author_kind, author_id,
                           number_id, conversation_id, message_id, rulebook_version, previous_hash, hash)
VALUES (%(tenant_id)s, %(seq)s, %(at)s, %(moment)s, %(verdict)s, %(clauses)s, %(findings)s, %(facts)s, %(author_kind)s,
        %(author_id)s, %(number_id)s, %(conversation_id)s, %(message_id)s, %(rulebook_version)s, %(previous_hash)s,
        %(hash)s)
"""


@dataclass(frozen=True)
class Decided:
    """A decision with whom and what it was about."""

    decision: Decision
    moment: Moment
    author_kind: str
    author_id: UUID | None = None
    number_id: str = ""
    conversation_id: UUID | None = None
    message_id: UUID | None = None


async def record(db: Connection, tenant_id: UUID, decided: Sequence[Decided]) -> None:
    """Append to the tenant's chain.

    One transaction at a time may do so, until it ends: call it last, so that nobody waits for other work.
    """
    if not decided:
        return
    await db.execute(LOCK, [tenant_id])
    row = await (await db.execute(HEAD, [tenant_id])).fetchone()
    seq, previous = row or (0, START)
    rows = []
    for each in decided:
        seq += 1
        values = _values(tenant_id, seq, each)
        digest = chain(previous, values)
        kept = {name: Jsonb(values[name]) for name in ("findings", "facts")}
        rows.append(values | kept | {"previous_hash": bytes(previous), "hash": digest})
        previous = digest
    async with db.cursor() as cursor:
        await cursor.executemany(INSERT, rows)


def _values(tenant_id: UUID, seq: int, decided: Decided) -> dict[str, Any]:
    """The covered columns."""
    decision = decided.decision
    return {
        "tenant_id": tenant_id,
        "seq": seq,
        "at": decision.at,
        "moment": decided.moment,
        "verdict": decision.verdict,
        "clauses": list(decision.clauses),
        "findings": msgspec.to_builtins(decision.findings),
        "facts": decision.facts | {"permits": [each.rule for each in decision.permits], "lists": decision.lists},
        "author_kind": decided.author_kind,
        "author_id": decided.author_id,
        "number_id": decided.number_id,
        "conversation_id": decided.conversation_id,
        "message_id": decided.message_id,
        "rulebook_version": decision.rulebook_version,
    }
