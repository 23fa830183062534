"""What WhatsApp counts and charges by account and day (UTC), kept, and our own side of the same days."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from psycopg.rows import class_row

from parley.core.pricing.whatsapp_totals import Counted, Trouble
from parley.storage.database import Connection

# A day is settled when WhatsApp was asked about it some days after it was over: until then it corrects its figures.
UNSETTLED = """
SELECT asked::date
  FROM generate_series(%(first)s::date, %(last)s::date, interval '1 day') AS asked
 WHERE NOT EXISTS (SELECT 1
                     FROM price_total_day d
                    WHERE d.tenant_id = %(tenant_id)s AND d.account_id = %(account_id)s AND d.day = asked::date
                      AND d.asked_at >= least(d.day + 4, %(today)s::date)::timestamp AT TIME ZONE 'UTC')
 ORDER BY asked
"""
SAVE_DAY = """
INSERT INTO price_total_day (tenant_id, account_id, day, currency, asked_at)
SELECT %(tenant_id)s, %(account_id)s, unnest(%(days)s::date[]), %(currency)s, %(now)s
    ON CONFLICT (tenant_id, account_id, day) DO UPDATE SET currency = excluded.currency, asked_at = excluded.asked_at
"""
FORGET = "DELETE FROM price_total WHERE tenant_id = %s AND account_id = %s AND day = ANY(%s)"
SAVE = """
INSERT INTO price_total (tenant_id, account_id, day, country, category, kind, count, amount)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s)
"""
SAVE_TROUBLE = """
INSERT INTO price_total_trouble (tenant_id, account_id, code, sentence, retriable, at)
VALUES (%s, %s, %s, %s, %s, %s)
    ON CONFLICT (tenant_id, account_id) DO UPDATE
   SET code = excluded.code, sentence = excluded.sentence, retriable = excluded.retriable, at = excluded.at
"""
NO_TROUBLE = "DELETE FROM price_total_trouble WHERE tenant_id = %s AND account_id = %s"
TROUBLES = """
SELECT account_id, code, sentence, retriable FROM price_total_trouble WHERE tenant_id = %s ORDER BY account_id
"""
RESTS = """
SELECT account_id
  FROM price_total_trouble
 WHERE tenant_id = %s AND NOT retriable AND at > %s
"""
DAYS = """
SELECT count(DISTINCT day)::int, max(day)
  FROM price_total_day
 WHERE tenant_id = %s AND day >= %s AND day < %s
"""
THEIRS = """
SELECT t.country, t.category, t.kind, sum(t.count)::bigint AS count,
       CASE WHEN bool_or(t.amount IS NULL) THEN NULL ELSE sum(t.amount) END AS amount,
       coalesce(max(d.currency), '') AS currency
  FROM price_total t
  JOIN price_total_day d ON d.tenant_id = t.tenant_id AND d.account_id = t.account_id AND d.day = t.day
 WHERE t.tenant_id = %(tenant_id)s AND t.day >= %(first)s AND t.day < %(after)s
 GROUP BY t.country, t.category, t.kind
"""
# Of the days and accounts that WhatsApp was asked about only. Where its status has named no price, the rule says which
# kind it is; the older model charges conversations and is not among these totals.
OURS = """
SELECT d.market AS country,
       replace(lower(coalesce(b.category, nullif(split_part(d.reported, '/', 2), ''), d.category)), '_', '-')
           AS category,
       coalesce(b.kind, nullif(split_part(d.reported, '/', 1), ''),
                CASE WHEN d.category = 'service' OR (d.category = 'utility' AND d.window_open)
                     THEN 'free_customer_service' ELSE 'regular' END) AS kind,
       count(*)::bigint AS count,
       CASE WHEN bool_or(b.kind = 'regular' AND b.amount IS NULL) THEN NULL
            ELSE coalesce(sum(b.amount), 0) END AS amount,
       coalesce(max(b.currency), '') AS currency,
       coalesce(bool_or((SELECT c.example
                           FROM price_card c
                          WHERE c.tenant_id = n.tenant_id AND c.account_id = n.account_id AND c.model = 'message'
                            AND c.valid_from <= a.day
                          ORDER BY c.valid_from DESC
                          LIMIT 1)), false) AS example
  FROM price_total_day a
  JOIN number n ON n.tenant_id = a.tenant_id AND n.account_id = a.account_id
  JOIN delivery d ON d.tenant_id = n.tenant_id AND d.number_id = n.number_id
                 AND d.at >= a.day::timestamp AT TIME ZONE 'UTC'
                 AND d.at < (a.day + 1)::timestamp AT TIME ZONE 'UTC'
  LEFT JOIN price_booking b ON b.tenant_id = d.tenant_id AND b.message_id = d.message_id
 WHERE a.tenant_id = %(tenant_id)s AND a.day >= %(first)s AND a.day < %(after)s AND d.model <> 'CBP'
 GROUP BY 1, 2, 3
"""
SINCE = "SELECT account_id, min(created_at)::date FROM number WHERE tenant_id = %s GROUP BY account_id"


async def connected_since(db: Connection, tenant_id: UUID) -> dict[str, date]:
    """Each account with the day of its first number here."""
    return dict(await (await db.execute(SINCE, [tenant_id])).fetchall())


async def unsettled(db: Connection, tenant_id: UUID, account_id: str, first: date, last: date) -> list[date]:
    """Which of these days WhatsApp is to be asked about: never asked, or too early and not yet today."""
    values = {"tenant_id": tenant_id, "account_id": account_id, "first": first, "last": last}
    rows = await (await db.execute(UNSETTLED, values | {"today": date.fromordinal(last.toordinal() + 1)})).fetchall()
    return [day for (day,) in rows]


async def save(
    db: Connection,
    tenant_id: UUID,
    account_id: str,
    days: Sequence[date],
    counted: Iterable[tuple[date, Counted]],
    currency: str,
    now: datetime,
) -> None:
    """What WhatsApp says of these days, in the place of what it said before."""
    values = {"tenant_id": tenant_id, "account_id": account_id, "days": list(days), "currency": currency, "now": now}
    await db.execute(SAVE_DAY, values)
    await db.execute(FORGET, [tenant_id, account_id, list(days)])
    rows = [
        (tenant_id, account_id, day, each.country, each.category, each.kind, each.count, each.amount)
        for day, each in counted
    ]
    async with db.cursor() as cursor:
        await cursor.executemany(SAVE, rows)
    await db.execute(NO_TROUBLE, [tenant_id, account_id])


async def save_trouble(db: Connection, tenant_id: UUID, trouble: Trouble, now: datetime) -> None:
    """Why it could not be asked."""
    values = [tenant_id, trouble.account_id, trouble.code, trouble.sentence, trouble.retriable, now]
    await db.execute(SAVE_TROUBLE, values)


async def troubles(db: Connection, tenant_id: UUID) -> list[Trouble]:
    """Of every account that could not be asked last time."""
    async with db.cursor(row_factory=class_row(Trouble)) as cursor:
        await cursor.execute(TROUBLES, [tenant_id])
        return await cursor.fetchall()


async def resting(db: Connection, tenant_id: UUID, since: datetime) -> frozenset[str]:
    """Accounts that were refused for good after ``since``: asking again soon is in vain."""
    return frozenset(account for (account,) in await (await db.execute(RESTS, [tenant_id, since])).fetchall())


async def days(db: Connection, tenant_id: UUID, first: date, after: date) -> tuple[int, date | None]:
    """How many days WhatsApp was asked about, and the last of them."""
    row = await (await db.execute(DAYS, [tenant_id, first, after])).fetchone()
    return (row[0], row[1]) if row else (0, None)


async def ours(db: Connection, tenant_id: UUID, first: date, after: date) -> list[Counted]:
    """What arrived and was booked on the days that WhatsApp was asked about."""
    return await _counted(db, OURS, tenant_id, first, after)


async def theirs(db: Connection, tenant_id: UUID, first: date, after: date) -> list[Counted]:
    """What WhatsApp counts and charges on them."""
    return await _counted(db, THEIRS, tenant_id, first, after)


async def _counted(db: Connection, query: str, tenant_id: UUID, first: date, after: date) -> list[Counted]:
    async with db.cursor(row_factory=class_row(Counted)) as cursor:
        await cursor.execute(query, {"tenant_id": tenant_id, "first": first, "after": after})
        return await cursor.fetchall()
