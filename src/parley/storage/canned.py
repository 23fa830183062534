"""Replies that are written often, by a shortcut."""

from uuid import UUID

from parley.storage.database import Connection

# Without those that a new version of the policy has stopped (F3).
LIST = """
SELECT r.shortcut, r.text
  FROM canned_reply r
  LEFT JOIN policy_stop s ON s.tenant_id = r.tenant_id AND s.kind = 'canned_reply' AND s.subject = r.shortcut
                         AND s.lifted_at IS NULL
 WHERE r.tenant_id = %s AND s.subject IS NULL
 ORDER BY r.shortcut
 LIMIT 1000
"""


async def list_all(db: Connection, tenant_id: UUID) -> list[tuple[str, str]]:
    """(shortcut, text) by shortcut."""
    return await (await db.execute(LIST, [tenant_id])).fetchall()
