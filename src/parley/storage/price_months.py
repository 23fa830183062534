"""A month of messages and prices. Months are those of the tenant's time zone."""

from datetime import datetime
from uuid import UUID

from psycopg.rows import class_row

from parley.core.pricing.months import Difference, Line, Reconciled
from parley.storage.database import Connection

BOUNDS = """
SELECT (%(month)s || '-01')::timestamp AT TIME ZONE t.timezone,
       ((%(month)s || '-01')::timestamp + interval '1 month') AT TIME ZONE t.timezone
  FROM tenant t
 WHERE t.tenant_id = %(tenant_id)s
"""
LINES = """
SELECT d.market AS country, coalesce(b.category, nullif(split_part(d.reported, '/', 2), ''), d.category) AS category,
       coalesce(b.kind, nullif(split_part(d.reported, '/', 1), ''), 'unreported') AS kind, count(*)::int AS count,
       coalesce(sum(b.amount), 0) AS amount, coalesce(b.currency, '') AS currency,
       (count(*) FILTER (WHERE b.kind = 'regular' AND b.amount IS NULL))::int AS unpriced
  FROM delivery d
  LEFT JOIN price_booking b ON b.tenant_id = d.tenant_id AND b.message_id = d.message_id
 WHERE d.tenant_id = %(tenant_id)s AND d.at >= %(since)s AND d.at < %(until)s
 GROUP BY 1, 2, 3, 6
 ORDER BY 1, 2, 3, 6
"""
# What was not foretold is judged by the rule. A free entry point that we did not see is theirs to know, and the older
# model has kinds of its own: of it the categories are compared.
COMPARED = """
WITH told AS (
    SELECT d.message_id, d.at, d.reported, d.model, f.amount AS foretold, b.amount AS booked,
           f.message_id IS NOT NULL AS was_foretold,
           coalesce(nullif(b.currency, ''), f.currency, '') AS currency,
           coalesce(f.kind || '/' || f.category,
                    CASE WHEN d.category = 'service' OR (d.category = 'utility' AND d.window_open)
                         THEN 'free_customer_service' ELSE 'regular' END || '/' || d.category) AS ours
      FROM delivery d
      LEFT JOIN price_foretold f ON f.tenant_id = d.tenant_id AND f.message_id = d.message_id
      LEFT JOIN price_booking b ON b.tenant_id = d.tenant_id AND b.message_id = d.message_id
     WHERE d.tenant_id = %(tenant_id)s AND d.at >= %(since)s AND d.at < %(until)s),
compared AS (
    SELECT *,
           CASE WHEN reported = '' THEN 'unreported'
                WHEN NOT was_foretold AND reported LIKE 'free_entry_point/%%' THEN 'same'
                WHEN model = 'CBP' AND split_part(reported, '/', 2) = split_part(ours, '/', 2) THEN 'same'
                WHEN reported <> ours OR (was_foretold AND foretold IS DISTINCT FROM booked) THEN 'differs'
                ELSE 'same' END AS outcome
      FROM told)
"""
RECONCILED = f"""
{COMPARED}
SELECT (count(*) FILTER (WHERE outcome = 'same'))::int AS same,
       (count(*) FILTER (WHERE outcome = 'differs'))::int AS differing,
       (count(*) FILTER (WHERE outcome = 'unreported'))::int AS unreported
  FROM compared
"""
DIFFERENCES = f"""
{COMPARED}
SELECT message_id::text, at, ours, reported AS theirs, foretold, booked, currency
  FROM compared
 WHERE outcome = 'differs'
 ORDER BY at DESC, message_id
 LIMIT %(most)s
"""
TIMEZONE = "SELECT timezone FROM tenant WHERE tenant_id = %s"


async def timezone(db: Connection, tenant_id: UUID) -> str:
    """Where the Client is."""
    row = await (await db.execute(TIMEZONE, [tenant_id])).fetchone()
    return str(row[0]) if row else "UTC"


async def bounds(db: Connection, tenant_id: UUID, month: str) -> tuple[datetime, datetime]:
    """When a month such as 2026-11 begins and ends where the Client is."""
    row = await (await db.execute(BOUNDS, {"tenant_id": tenant_id, "month": month})).fetchone()
    if row is None:
        raise RuntimeError("a transaction names its tenant")
    return row[0], row[1]


async def lines(db: Connection, tenant_id: UUID, since: datetime, until: datetime) -> list[Line]:
    """What arrived in that time by country, category and kind, with what was booked."""
    async with db.cursor(row_factory=class_row(Line)) as cursor:
        await cursor.execute(LINES, {"tenant_id": tenant_id, "since": since, "until": until})
        return await cursor.fetchall()


async def reconciled(db: Connection, tenant_id: UUID, since: datetime, until: datetime) -> Reconciled:
    """How many are priced by WhatsApp as was foretold, or as the rule says."""
    async with db.cursor(row_factory=class_row(Reconciled)) as cursor:
        await cursor.execute(RECONCILED, {"tenant_id": tenant_id, "since": since, "until": until})
        return await cursor.fetchone() or Reconciled()


async def differences(db: Connection, tenant_id: UUID, since: datetime, until: datetime, most: int) -> list[Difference]:
    """The newest first."""
    async with db.cursor(row_factory=class_row(Difference)) as cursor:
        values = {"tenant_id": tenant_id, "since": since, "until": until, "most": most}
        await cursor.execute(DIFFERENCES, values)
        return await cursor.fetchall()
