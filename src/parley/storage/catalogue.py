"""What a Client sells, each item with the gate's word on it (E9)."""

from collections.abc import Collection
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.rows import class_row
from psycopg.types.json import Jsonb

from parley.core.catalogue import Item
from parley.core.errors import NotFound
from parley.core.policy.facts import ItemFacts
from parley.storage.database import Connection

OF_ITEM = tuple(field.name for field in fields(Item))
COLUMNS = ("catalogue_id", *OF_ITEM, "verdict", "findings", "rulebook_version", "released", "source", "updated_at")
LISTED = ", ".join(COLUMNS)
PUT = f"""
INSERT INTO catalogue_item (tenant_id, {LISTED})
VALUES (%(tenant_id)s, {", ".join(f"%({name})s" for name in COLUMNS)})
ON CONFLICT (tenant_id, catalogue_id, retailer_id) DO UPDATE
   SET {", ".join(f"{name} = excluded.{name}" for name in COLUMNS if name not in ("catalogue_id", "retailer_id"))}
"""
ITEMS = f"""
SELECT {LISTED}
  FROM catalogue_item
 WHERE tenant_id = %(tenant_id)s AND (%(catalogue_id)s::text IS NULL OR catalogue_id = %(catalogue_id)s)
   AND (%(verdict)s::text IS NULL OR verdict = %(verdict)s)
   AND (catalogue_id, retailer_id) > (%(after_catalogue)s, %(after_item)s)
 ORDER BY catalogue_id, retailer_id
 LIMIT %(limit)s
"""
LOCK = f"""
SELECT {LISTED} FROM catalogue_item WHERE tenant_id = %s AND catalogue_id = %s AND retailer_id = %s FOR UPDATE
"""
KNOWN = f"SELECT {LISTED} FROM catalogue_item WHERE tenant_id = %s AND catalogue_id = %s AND retailer_id = ANY(%s)"
# What a new version of the policy has stopped is not cleared, whatever was said of it before (F3).
CLEARED = """
SELECT i.catalogue_id, i.retailer_id,
       i.verdict IN ('allow', 'warn')
       AND NOT EXISTS (SELECT 1
                         FROM policy_stop s
                        WHERE s.tenant_id = i.tenant_id AND s.kind = 'item' AND s.lifted_at IS NULL
                          AND s.subject = concat_ws('/', i.catalogue_id, i.retailer_id))
  FROM catalogue_item i
 WHERE i.tenant_id = %s
   AND (i.catalogue_id, i.retailer_id) IN (SELECT * FROM unnest(%s::text[], %s::text[]))
"""
KEEP_IMPORT = """
INSERT INTO catalogue_import (tenant_id, import_id, catalogue_id, rows, cleared, held, refused, aside, by, at)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""


@dataclass(frozen=True)
class KeptItem(Item):
    """An item as it is kept."""

    catalogue_id: str = ""
    verdict: str = "block"
    findings: list[dict[str, Any]] | None = None
    rulebook_version: str = ""
    released: list[str] | None = None
    source: str = "form"
    updated_at: datetime | None = None

    @property
    def subject(self) -> str:
        """How a case names it."""
        return f"{self.catalogue_id}/{self.retailer_id}"

    def says_the_same(self, other: Item) -> bool:
        """Whether customers would read the same and be led to the same: then what people have lifted stays lifted."""
        told = ("title", "description", "category", "brand", "url")
        return all(getattr(self, name) == getattr(other, name) for name in told)


async def put(db: Connection, tenant_id: UUID, items: Collection[KeptItem]) -> None:
    """Keep them, in place of what was there under their numbers."""
    rows = [
        asdict(item) | {"tenant_id": tenant_id, "findings": Jsonb(item.findings or []), "released": item.released or []}
        for item in items
    ]
    async with db.cursor() as cursor:
        await cursor.executemany(PUT, rows)


async def page(
    db: Connection, tenant_id: UUID, *, catalogue_id: str | None, verdict: str | None, after: str, limit: int
) -> list[KeptItem]:
    """By catalogue and number, after ``catalogue/number``."""
    after_catalogue, _, after_item = after.partition("/")
    values = {"tenant_id": tenant_id, "catalogue_id": catalogue_id, "verdict": verdict, "limit": limit}
    values |= {"after_catalogue": after_catalogue, "after_item": after_item}
    async with db.cursor(row_factory=class_row(KeptItem)) as cursor:
        await cursor.execute(ITEMS, values)
        return await cursor.fetchall()


async def lock(db: Connection, tenant_id: UUID, subject: str) -> KeptItem:
    """Raises NotFound."""
    catalogue_id, _, retailer_id = subject.partition("/")
    async with db.cursor(row_factory=class_row(KeptItem)) as cursor:
        await cursor.execute(LOCK, [tenant_id, catalogue_id, retailer_id])
        found = await cursor.fetchone()
    if found is None:
        raise NotFound("item")
    return found


async def known(
    db: Connection, tenant_id: UUID, catalogue_id: str, retailer_ids: Collection[str]
) -> dict[str, KeptItem]:
    """What is kept of these already."""
    async with db.cursor(row_factory=class_row(KeptItem)) as cursor:
        await cursor.execute(KNOWN, [tenant_id, catalogue_id, list(retailer_ids)])
        return {item.retailer_id: item for item in await cursor.fetchall()}


async def cleared(
    db: Connection, tenant_id: UUID, asked: Collection[tuple[str, str]]
) -> dict[tuple[str, str], ItemFacts]:
    """Which of these (catalogue, number) are known, and may be shown."""
    if not asked:
        return {}
    pairs = sorted(set(asked))
    columns = [[catalogue for catalogue, _ in pairs], [number for _, number in pairs]]
    rows = await (await db.execute(CLEARED, [tenant_id, *columns])).fetchall()
    return {(catalogue, number): ItemFacts(catalogue, number, bool(may)) for catalogue, number, may in rows}


async def keep_import(
    db: Connection,
    tenant_id: UUID,
    import_id: UUID,
    catalogue_id: str,
    counts: dict[str, int],
    aside: list[dict[str, Any]],
    by: UUID | None,
    now: datetime,
) -> None:
    """What one import brought, and what it left aside."""
    numbers = [counts[name] for name in ("rows", "cleared", "held", "refused")]
    await db.execute(KEEP_IMPORT, [tenant_id, import_id, catalogue_id, *numbers, Jsonb(aside), by, now])
