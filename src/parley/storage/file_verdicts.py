"""What people decided of files, by their content; and what the gate is told of a file about to leave."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import Literal
from uuid import UUID

from parley.core.messages import Content, Media, kept_file, linked_files
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
OF_ADDRESSES = "SELECT sha256, verdict FROM file_verdict WHERE tenant_id = %s AND sha256 = ANY(%s)"
NEWEST_COUNTS = """
ON CONFLICT (tenant_id, sha256) DO UPDATE
   SET verdict = excluded.verdict, case_id = excluded.case_id, at = excluded.at
"""
KEEP = f"""
INSERT INTO file_verdict (tenant_id, sha256, verdict, case_id, at)
SELECT tenant_id, coalesce(sha256, sha256(content)), %s, %s, %s
  FROM media
 WHERE tenant_id = %s AND media_id = %s AND coalesce(sha256, sha256(content)) IS NOT NULL
{NEWEST_COUNTS}"""
KEEP_ADDRESS = f"""
INSERT INTO file_verdict (tenant_id, sha256, verdict, case_id, at)
VALUES (%s, %s, %s, %s, %s)
{NEWEST_COUNTS}"""


async def of_contents(db: Connection, tenant_id: UUID, contents: Sequence[Content]) -> dict[str, FileFacts]:
    """By our id of the file. What is not here any more has no entry."""
    named = {id_ for each in contents if (file := kept_file(each)) and (id_ := _id(file))}
    if not named:
        return {}
    rows = await (await db.execute(OF_FILES, [tenant_id, list(named)])).fetchall()
    return {str(media_id): FileFacts(digest.hex(), db.media_screening, verdict) for media_id, digest, verdict in rows}


async def of_addresses(db: Connection, tenant_id: UUID, contents: Sequence[Content]) -> dict[str, FileFacts]:
    """By its address: of each file that WhatsApp is to fetch. What is there nobody here can see."""
    digests = {file.link: of_address(file.link) for each in contents for file in linked_files(each)}
    if not digests:
        return {}
    rows = await (await db.execute(OF_ADDRESSES, [tenant_id, list(digests.values())])).fetchall()
    known = {bytes(digest): verdict for digest, verdict in rows}
    return {
        link: FileFacts(digest.hex(), db.media_screening, known.get(digest, "")) for link, digest in digests.items()
    }


async def keep_addresses(
    db: Connection,
    tenant_id: UUID,
    links: Sequence[str],
    verdict: Literal["cleared", "refused"],
    *,
    case_id: UUID,
    now: datetime,
) -> None:
    """A person has looked at what these addresses show."""
    for link in sorted(set(links)):  # one order for all, so that none wait crosswise
        await db.execute(KEEP_ADDRESS, [tenant_id, of_address(link), verdict, case_id, now])


def of_address(link: str) -> bytes:
    """What stands for the file's content; no content can have it."""
    return sha256(b"address\0" + link.encode()).digest()


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
