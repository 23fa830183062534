"""Logged decisions about messages, with what is still known of each: to be made again under another version."""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.rows import dict_row

from parley.core.policy.facts import ClientFacts, ConsentFacts
from parley.core.policy.versions.replaying import Logged
from parley.storage.database import Connection, Database

TOGETHER = 1000
COUNT = "SELECT count(*) FROM gate_decision WHERE tenant_id = %s AND at >= %s AND moment IN ('outbound', 'agent')"
# Consents as they stood: the table is only ever added to.
PAGE = """
SELECT d.seq, d.at, d.verdict, d.clauses, d.facts, d.author_kind, d.author_id, d.number_id, d.conversation_id,
       d.message_id, d.rulebook_version, d.tenant_id, m.content, c.contact_id, t.name, t.legal_name, t.countries,
       t.country, t.sector, t.timezone,
       coalesce((SELECT coalesce(nullif(i.wa_id, ''), i.value)
                   FROM contact_identity i
                  WHERE i.tenant_id = c.tenant_id AND i.contact_id = c.contact_id AND i.kind = 'phone'
                  ORDER BY i.value LIMIT 1), '') AS phone,
       coalesce((SELECT i.value
                   FROM contact_identity i
                  WHERE i.tenant_id = c.tenant_id AND i.contact_id = c.contact_id AND i.kind = 'user_id'
                  ORDER BY i.value LIMIT 1), '') AS user_id,
       (SELECT coalesce(jsonb_agg(jsonb_build_array(k.purpose, k.action, k.at, k.wording, k.method)), '[]')
          FROM (SELECT DISTINCT ON (purpose) purpose, action, at, wording, method
                  FROM consent
                 WHERE tenant_id = c.tenant_id AND contact_id = c.contact_id AND at <= d.at
                 ORDER BY purpose, consent_id DESC) k) AS consents
  FROM gate_decision d
  JOIN tenant t ON t.tenant_id = d.tenant_id
  LEFT JOIN message m ON m.tenant_id = d.tenant_id AND m.message_id = d.message_id
  LEFT JOIN conversation c ON c.tenant_id = d.tenant_id AND c.conversation_id = d.conversation_id
 WHERE d.tenant_id = %s AND d.seq > %s AND d.at >= %s AND d.moment IN ('outbound', 'agent')
 ORDER BY d.seq
 LIMIT %s
"""


async def count(db: Connection, tenant_id: UUID, since: datetime) -> int:
    """How many there are."""
    row = await (await db.execute(COUNT, [tenant_id, since])).fetchone()
    return int(row[0]) if row else 0


async def pages(database: Database, tenant_id: UUID, since: datetime) -> AsyncIterator[list[Logged]]:
    """All of them, in order, some at a time."""
    seq = 0
    while True:
        async with database.transaction(tenant_id) as db, db.cursor(row_factory=dict_row) as cursor:
            await cursor.execute(PAGE, [tenant_id, seq, since, TOGETHER])
            found = [_logged(row) for row in await cursor.fetchall()]
        if not found:
            return
        yield found
        seq = found[-1].seq


def _logged(row: dict[str, Any]) -> Logged:
    countries = tuple(row.pop("countries")) or (row["country"],)
    client = ClientFacts(row.pop("name"), row.pop("legal_name"), countries, row.pop("sector"))
    consents = tuple(
        ConsentFacts(purpose, action, datetime.fromisoformat(at), wording, method)
        for purpose, action, at, wording, method in row.pop("consents")
    )
    return Logged(**row | {"clauses": tuple(row["clauses"]), "client": client, "consents": consents})
