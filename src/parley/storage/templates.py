"""Our copy of the templates, to be read."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg.rows import class_row

from parley.storage.database import Connection

# One that a new version of the policy has stopped is not approved, whatever WhatsApp says of it (F3).
LIST = """
SELECT t.name, t.language, t.category, CASE WHEN s.subject IS NULL THEN t.status ELSE 'STOPPED' END AS status,
       t.components
  FROM template t
  LEFT JOIN policy_stop s ON s.tenant_id = t.tenant_id AND s.kind = 'template' AND s.lifted_at IS NULL
                         AND s.subject = concat_ws('/', t.account_id, t.name, t.language)
 WHERE t.tenant_id = %(tenant_id)s
   AND (%(number_id)s::text IS NULL
        OR t.account_id = (SELECT account_id FROM number WHERE tenant_id = %(tenant_id)s AND number_id = %(number_id)s))
 ORDER BY t.name, t.language
 LIMIT 2000
"""
GET = """
SELECT t.name, t.language, t.category, t.status, t.components
  FROM template t
  JOIN number n ON n.tenant_id = t.tenant_id AND n.account_id = t.account_id
 WHERE t.tenant_id = %s AND n.number_id = %s AND t.name = %s AND t.language = %s
"""


@dataclass(frozen=True)
class Template:
    """A template as the platform last reported it."""

    name: str
    language: str
    category: str
    status: str
    components: list[dict[str, Any]]


async def list_all(db: Connection, tenant_id: UUID, number_id: str | None = None) -> list[Template]:
    """By name; only those that this number can send, where one is given."""
    async with db.cursor(row_factory=class_row(Template)) as cursor:
        await cursor.execute(LIST, {"tenant_id": tenant_id, "number_id": number_id})
        return await cursor.fetchall()


async def get(db: Connection, tenant_id: UUID, number_id: str, name: str, language: str) -> Template | None:
    """The template that this number would send under that name."""
    async with db.cursor(row_factory=class_row(Template)) as cursor:
        await cursor.execute(GET, [tenant_id, number_id, name, language])
        return await cursor.fetchone()
