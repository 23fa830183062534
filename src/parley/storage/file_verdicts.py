"""What people decided of files, by their content; and what the gate is told of a file about to leave."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal
from uuid import UUID

from parley.core.messages import Content, Media
from parley.core.policy.facts import FileFacts
from parley.storage.database import Connection

OF_FILES = """
SELECT f.media_id, f.sha256, coalesce(v.verdict, '')
  FROM (SELECT tenant_id, media_id, coalesce(sha256, sha256(content)) AS sha256
          FROM media
         WHERE tenant_id = %s AND media_id = ANY(%s)) AS f
  LEFT JOIN file_verdict v ON v.tenant_id = f.tenant_id AND v.sha256 = f.sha256
 WHERE f.sha256 IS NOT NULL
"""
# The newest word counts.
KEEP = """
INSERT INTO file_verdict (tenant_id, sha256, verdict, case_id, at)
SELECT tenant_id, coalesce(sha256, sha256(content)), %s, %s, %s
  FROM media
 WHERE tenant_id = %s AND media_id = %s AND coalesce(sha256, sha256(content)) IS NOT NULL
ON CONFLICT (tenant_id, sha256) DO UPDATE
   SET verdict = excluded.verdict, case_id = excluded.case_id, at = excluded.at
"""


async def of_contents(db: Connection, tenant_id: UUID, contents: Sequence[Content]) -> dict[str, FileFacts]:
    """By our id of the file. What is not here any more has no entry."""
    named = {id_ for each in contents if isinstance(each, Media) for id_ in [_id(each)] if id_}
    if not named:
        return {}
    rows = await (await db.execute(OF_FILES, [tenant_id, list(named)])).fetchall()
    return {str(media_id): FileFacts(sha256.hex(), db.media_screening, verdict) for media_id, sha256, verdict in rows}


async def keep(
    db: Connection,
    tenant_id: UUID,
    media_id: str,
    verdict: Literal["cleared", "refused"],
    *,
    case_id: UUID,
    now: datetime,
) -> None:
    """A person has looked at the file. One that is gone is forgotten with its verdict."""
    await db.execute(KEEP, [verdict, case_id, now, tenant_id, UUID(media_id)])


def _id(content: Media) -> UUID | None:
    try:
        return UUID(content.media_id)
    except ValueError:  # a file of another app, by the platform's own name
        return None
