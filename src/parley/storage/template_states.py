"""Our copy of the templates, kept level with the platform's."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from parley.storage.database import Connection

CATEGORIES = ("marketing", "utility", "authentication")

UPSERT = """
INSERT INTO template (tenant_id, account_id, name, language, category, status, components, updated_at,
                      quality)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (tenant_id, account_id, name, language)
DO UPDATE SET category = excluded.category, status = excluded.status, components = excluded.components,
              updated_at = excluded.updated_at, quality = coalesce(nullif(excluded.quality, ''), template.quality)
"""
GONE = """
UPDATE template SET status = 'DELETED', updated_at = %s
 WHERE tenant_id = %s AND account_id = %s AND NOT (name || '/' || language = ANY(%s))
"""
CHANGE = """
UPDATE template
   SET status = coalesce(nullif(%s, ''), status), category = coalesce(nullif(%s, ''), category),
       quality = coalesce(nullif(%s, ''), quality), updated_at = %s
 WHERE tenant_id = %s AND account_id = %s AND name = %s AND language = %s
"""


async def replace_all(
    db: Connection, tenant_id: UUID, account_id: str, listed: Sequence[dict[str, Any]], now: datetime
) -> int:
    """Make our copy what the platform lists; what it lists no more can not be sent. Returns how many were kept."""
    kept = [each for each in listed if each.get("name") and str(each.get("category", "")).lower() in CATEGORIES]
    for each in kept:
        category, status = str(each["category"]).lower(), str(each.get("status", "")).upper()
        components = Jsonb(each.get("components") or [])
        values = [tenant_id, account_id, each["name"], each["language"], category, status, components, now]
        values.append(str((each.get("quality_score") or {}).get("score", "")).upper()[:20])
        await db.execute(UPSERT, values)
    await db.execute(GONE, [now, tenant_id, account_id, [f"{each['name']}/{each['language']}" for each in kept]])
    return len(kept)


async def change(
    db: Connection,
    tenant_id: UUID,
    account_id: str,
    *,
    name: str,
    language: str,
    status: str,
    category: str,
    quality: str = "",
    now: datetime,
) -> bool:
    """Change what is given, '' leaves it. False if there is no such template."""
    wanted = category if category in CATEGORIES else ""
    cursor = await db.execute(CHANGE, [status, wanted, quality, now, tenant_id, account_id, name, language])
    return cursor.rowcount == 1
