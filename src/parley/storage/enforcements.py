"""What led to an action of the platform: figures of the days before it, no text and no name."""

from datetime import datetime
from typing import Any
from uuid import UUID

from parley.storage.database import Connection

# Messages, not rows: what people voted afterwards is in the same log.
SPOKEN = r"""d.moment IN ('outbound', 'agent') AND coalesce(d.findings -> 0 ->> 'rule', '') NOT LIKE 'case\_%%'"""
DECISIONS = f"""
SELECT d.verdict, count(DISTINCT coalesce(d.message_id::text, d.seq::text))
  FROM gate_decision d
 WHERE d.tenant_id = %(tenant_id)s AND d.at > %(since)s AND (%(number_id)s = '' OR d.number_id = %(number_id)s)
   AND {SPOKEN}
 GROUP BY d.verdict
"""
CLAUSES = f"""
SELECT clause, count(*)
  FROM gate_decision d, unnest(d.clauses) AS clause
 WHERE d.tenant_id = %(tenant_id)s AND d.at > %(since)s AND d.verdict IN ('block', 'hold')
   AND (%(number_id)s = '' OR d.number_id = %(number_id)s) AND {SPOKEN}
 GROUP BY clause
 ORDER BY count(*) DESC, clause
 LIMIT 10
"""
COUNTS = """
SELECT (SELECT count(*) FROM consent WHERE tenant_id = %(tenant_id)s AND at > %(since)s AND action = 'opt_out'),
       (SELECT count(*) FROM policy_case
         WHERE tenant_id = %(tenant_id)s AND opened_at > %(since)s AND kind = 'report'),
       (SELECT count(*) FROM policy_case
         WHERE tenant_id = %(tenant_id)s AND opened_at > %(long_since)s AND kind = 'enforcement')
"""
NUMBER = r"""
SELECT number_id FROM number WHERE tenant_id = %s AND regexp_replace(display_phone_number, '\D', '', 'g') = %s
"""


async def led_to(
    db: Connection, tenant_id: UUID, number_id: str, *, since: datetime, long_since: datetime
) -> dict[str, Any]:
    """Decisions, stops and reports since then, and the platform's actions since ``long_since``."""
    values = {"tenant_id": tenant_id, "number_id": number_id, "since": since, "long_since": long_since}
    decided: dict[str, int] = dict(await (await db.execute(DECISIONS, values)).fetchall())
    clauses: dict[str, int] = dict(await (await db.execute(CLAUSES, values)).fetchall())
    row = await (await db.execute(COUNTS, values)).fetchone() or (0, 0, 0)
    return {
        "decisions": decided,
        "clauses": clauses,
        "opt_outs": row[0],
        "reports": row[1],
        "earlier_actions": row[2],
    }


async def number_with(db: Connection, tenant_id: UUID, digits: str) -> str:
    """The platform's id of the number with these digits, '' where there is none."""
    row = await (await db.execute(NUMBER, [tenant_id, digits])).fetchone()
    return str(row[0]) if row else ""
