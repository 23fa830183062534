"""How each number stands: what people and the platform said of it lately, and what we made of that (F1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from psycopg.rows import class_row
from psycopg.types.json import Jsonb

from parley.core.errors import NotFound
from parley.storage.database import Connection

# An action of the platform counts until it is taken back or its time is over; one without an end, until people have
# closed its case.
COUNTS = """
SELECT n.number_id, n.quality, n.restriction, n.standing, n.profile_confirmed_at,
       (SELECT count(*)
          FROM message m
          JOIN conversation c ON c.tenant_id = m.tenant_id AND c.conversation_id = m.conversation_id
         WHERE m.tenant_id = n.tenant_id AND c.number_id = n.number_id AND m.direction = 'out'
           AND m.status IN ('delivered', 'read') AND m.at > %(since)s) AS delivered,
       (SELECT coalesce(sum(f.blocks), 0)::int
          FROM number_feedback f
         WHERE f.tenant_id = n.tenant_id AND f.number_id = n.number_id AND f.day > %(since)s::date) AS blocks,
       (SELECT coalesce(sum(f.reports), 0)::int
          FROM number_feedback f
         WHERE f.tenant_id = n.tenant_id AND f.number_id = n.number_id AND f.day > %(since)s::date)
       + (SELECT count(*)
            FROM policy_case r
           WHERE r.tenant_id = n.tenant_id AND r.kind = 'report' AND r.number_id = n.number_id
             AND r.opened_at > %(since)s AND r.opened_by_kind IN ('customer', 'platform')) AS reports,
       (SELECT count(*)
          FROM policy_case r
         WHERE r.tenant_id = n.tenant_id AND r.kind = 'report' AND r.state = 'open'
           AND r.number_id = n.number_id) AS open_reports,
       (SELECT count(DISTINCT o.contact_id)
          FROM consent o
          JOIN conversation c ON c.tenant_id = o.tenant_id AND c.contact_id = o.contact_id
         WHERE o.tenant_id = n.tenant_id AND o.action = 'opt_out' AND o.at > %(since)s
           AND c.number_id = n.number_id) AS opt_outs,
       ARRAY(SELECT e.facts ->> 'what'
               FROM policy_case e
              WHERE e.tenant_id = n.tenant_id AND e.kind = 'enforcement' AND e.number_id IN ('', n.number_id)
                AND CASE WHEN e.facts ->> 'until' IS NULL THEN e.state = 'open'
                         ELSE (e.facts ->> 'until')::timestamptz > %(now)s AND e.outcome IS DISTINCT FROM 'dismissed'
                    END) AS actions
  FROM number n
 WHERE n.tenant_id = %(tenant_id)s
 ORDER BY n.number_id
"""
SET = """
UPDATE number SET standing = %s, standing_findings = %s, standing_at = %s WHERE tenant_id = %s AND number_id = %s
"""
SET_QUALITY = "UPDATE number SET quality = %s, restriction = %s WHERE tenant_id = %s AND number_id = %s"
ADD_FEEDBACK = """
INSERT INTO number_feedback (tenant_id, number_id, day, blocks, reports)
VALUES (%s, %s, %s, %s, %s)
ON CONFLICT (tenant_id, number_id, day) DO UPDATE SET blocks = excluded.blocks, reports = excluded.reports
"""
# What the platform does to a number that may not write first any more.
LIMITING = ("restriction", "ban", "violation", "refusal")


@dataclass(frozen=True)
class Counts:
    """The last days of one number. ``actions``: what the platform has done and nobody has answered."""

    number_id: str
    quality: str
    restriction: str
    standing: str
    profile_confirmed_at: datetime | None
    delivered: int
    blocks: int
    reports: int
    open_reports: int
    opt_outs: int
    actions: Sequence[str | None]

    @property
    def limited(self) -> str:
        """What the platform has limited, '' if nothing."""
        return self.restriction or next((each for each in self.actions if each in LIMITING), "") or ""

    @property
    def quality_now(self) -> str:
        """As the platform last told, or warned."""
        return "YELLOW" if self.quality in ("UNKNOWN", "GREEN") and "quality" in self.actions else self.quality


async def counts(db: Connection, tenant_id: UUID, since: datetime, now: datetime) -> list[Counts]:
    """Of every number."""
    async with db.cursor(row_factory=class_row(Counts)) as cursor:
        await cursor.execute(COUNTS, {"tenant_id": tenant_id, "since": since, "now": now})
        return await cursor.fetchall()


async def set_standing(
    db: Connection, tenant_id: UUID, number_id: str, standing: str, findings: list[dict[str, Any]], now: datetime
) -> None:
    """Good, slow or stopped, and why."""
    await db.execute(SET, [standing, Jsonb(findings), now, tenant_id, number_id])


async def set_quality(db: Connection, tenant_id: UUID, number_id: str, quality: str, restriction: str = "") -> None:
    """As the platform reports it. Raises NotFound."""
    cursor = await db.execute(SET_QUALITY, [quality, restriction, tenant_id, number_id])
    if not cursor.rowcount:
        raise NotFound("number")


async def set_feedback(db: Connection, tenant_id: UUID, number_id: str, day: date, blocks: int, reports: int) -> None:
    """What the platform's figures say of a day; told again, the newer figure counts."""
    await db.execute(ADD_FEEDBACK, [tenant_id, number_id, day, blocks, reports])
