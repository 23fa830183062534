"""Every message accounted for: what the platform saw against what the application kept."""

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import quantiles
from typing import Any
from uuid import UUID

from parley.demo.check.customers import AGENT_MARK, Story
from parley.demo.check.platform import Received
from parley.storage.database import Database

TENANT = "SELECT tenant_id FROM directory_tenants() WHERE slug = %s"
IN = "SELECT platform_id, count(*) FROM message WHERE tenant_id = %s AND direction = 'in' GROUP BY 1"
OUT = """
SELECT message_id::text, status, author_kind, error ->> 'clause'
  FROM message
 WHERE tenant_id = %s AND direction = 'out'
"""
# A customer whose newest conversation ended with their own words, and that nobody owns.
LEFT_ALONE = """
SELECT count(*)
  FROM conversation c
 WHERE c.tenant_id = %s AND c.last_message_from = 'customer' AND c.owner_kind NOT IN ('person', 'queue')
   AND EXISTS (SELECT 1 FROM message m WHERE m.tenant_id = c.tenant_id AND m.conversation_id = c.conversation_id)
   AND NOT EXISTS (SELECT 1 FROM message m WHERE m.tenant_id = c.tenant_id AND m.conversation_id = c.conversation_id
                      AND m.direction = 'out' AND m.status NOT IN ('refused', 'failed')
                      AND m.position > (SELECT max(i.position) FROM message i
                                         WHERE i.tenant_id = c.tenant_id AND i.conversation_id = c.conversation_id
                                           AND i.direction = 'in'))
"""
WAITS = """
SELECT extract(epoch FROM a.at - h.at)::float
  FROM conversation_event h
  JOIN LATERAL (SELECT min(e.at) AS at FROM conversation_event e
                 WHERE e.tenant_id = h.tenant_id AND e.conversation_id = h.conversation_id
                   AND e.kind IN ('accept', 'take_over') AND e.event_id > h.event_id) a ON a.at IS NOT NULL
 WHERE h.tenant_id = %s AND h.kind = 'hand_over'
"""
REFUSALS = """
SELECT clause, count(*)
  FROM gate_decision, unnest(clauses) AS clause
 WHERE tenant_id = %s AND verdict IN ('block', 'hold')
 GROUP BY 1
"""
STILL_WAITING = """
SELECT count(*) FROM conversation WHERE tenant_id = %s AND state IN ('queued', 'offered')
"""
SETTLED = """
SELECT (SELECT count(*) FROM inbox_event WHERE tenant_id = %(tenant)s AND state = 'pending')
     + (SELECT count(*) FROM outbox WHERE tenant_id = %(tenant)s AND state IN ('pending', 'sending'))
"""
UNDELIVERED = ("queued", "failed")


@dataclass(frozen=True)
class Result:
    """What the check found; ``problems`` are the reasons to fail."""

    stories: list[Story]
    received: int
    lost: list[str]
    doubled: list[str]
    left_alone: int
    refused: dict[str, int]
    waits: list[float]
    reply_times: list[float]
    still_waiting: int
    problems: list[str] = field(default_factory=list)


async def tenant_named(database: Database, slug: str) -> UUID:
    """The Client with that short name."""
    async with database.directory() as db:
        row = await (await db.execute(TENANT, [slug])).fetchone()
    if row is None:
        raise LookupError(f"there is no Client {slug!r}")
    return UUID(str(row[0]))


async def unsettled(database: Database, tenant_id: UUID) -> int:
    """How many events and messages are still on their way."""
    async with database.transaction(tenant_id) as db:
        row = await (await db.execute(SETTLED, {"tenant": tenant_id})).fetchone()
        return int(row[0]) if row else 0


async def account_for(
    database: Database,
    tenant_id: UUID,
    stories: list[Story],
    sends: list[Received],
    threads: list[list[dict[str, Any]]],
) -> Result:
    """Compare both sides."""
    async with database.transaction(tenant_id) as db:
        kept: dict[str, Any] = dict(await (await db.execute(IN, [tenant_id])).fetchall())
        ours = await (await db.execute(OUT, [tenant_id])).fetchall()
        alone = await (await db.execute(LEFT_ALONE, [tenant_id])).fetchone()
        waits = [row[0] for row in await (await db.execute(WAITS, [tenant_id])).fetchall()]
        refused: dict[str, int] = dict(await (await db.execute(REFUSALS, [tenant_id])).fetchall())
        waiting = await (await db.execute(STILL_WAITING, [tenant_id])).fetchone()
    sent = [platform_id for story in stories for platform_id in story.sent]
    arrived = Counter(send.callback_data for send in sends)
    lost = [f"from a customer: {each}" for each in sent if each not in kept]
    lost += [f"to a customer: {id_} ({status})" for id_, status, *_ in ours if _is_lost(id_, status, arrived)]
    doubled = [f"kept twice: {each}" for each, count in kept.items() if count > 1]
    doubled += [f"sent {count} times: {each}" for each, count in arrived.items() if count > 1]
    unanswered = [story for story in stories if story.ended == "no answer in time"]
    result = Result(
        stories=stories,
        received=len(sent),
        lost=lost,
        doubled=doubled,
        left_alone=int(alone[0]) if alone else 0,
        refused=refused,
        waits=waits,
        reply_times=[seconds for thread in threads for seconds in _reply_times(thread)],
        still_waiting=int(waiting[0]) if waiting else 0,
    )
    result.problems.extend(_problems(result, unanswered))
    return result


def _is_lost(message_id: str, status: str, arrived: Counter[str]) -> bool:
    """Refused by the gate is not lost; all else must have reached the platform."""
    return status != "refused" and (status in UNDELIVERED or arrived[message_id] == 0)


def _problems(result: Result, unanswered: list[Story]) -> list[str]:
    problems = [f"lost {each}" for each in result.lost] + [f"doubled {each}" for each in result.doubled]
    if result.left_alone:
        problems.append(f"{result.left_alone} conversations without an answer or an owner")
    problems += [f"no answer in time for {story.wa_id}: {story.question!r}" for story in unanswered]
    return problems


def _reply_times(thread: list[dict[str, Any]]) -> list[float]:
    """Seconds from each message of the customer to the next one that reached them, where the bot answered."""
    times = []
    for asked, answered in pairwise(thread):
        by_person = AGENT_MARK in str(answered.get("text"))
        if asked["direction"] == "in" and answered["direction"] == "out" and not by_person:
            times.append(float(answered["at"]) - float(asked["at"]))
    return times


def percentile(values: list[float], share: int) -> float:
    """The value that ``share`` of a hundred stay below; 0 where there are none."""
    if len(values) < 2:
        return values[0] if values else 0.0
    return quantiles(values, n=100, method="inclusive")[share - 1]
