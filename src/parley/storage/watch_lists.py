"""Lists of people and organisations that nobody may serve (E1): kept by the provider, looked up by how names sound."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from psycopg.rows import class_row
from psycopg.types.json import Jsonb

from parley.core.policy.sanctions import Name, WatchEntry, keys_of
from parley.storage.database import Connection

FORGET = "DELETE FROM watch_list WHERE tenant_id = %s AND name = %s"
ADD = """
INSERT INTO watch_list (tenant_id, name, kind, digest, entries, added_at) VALUES (%s, %s, %s, %s, %s, %s)
"""
ADD_ENTRY = """
INSERT INTO watch_entry (tenant_id, list_name, entry_id, sort, names, birth_years, programme, keys)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (tenant_id, list_name, entry_id) DO UPDATE
   SET names = watch_entry.names || excluded.names, keys = watch_entry.keys || excluded.keys
"""
LISTS = "SELECT name, kind, digest, entries, added_at FROM watch_list WHERE tenant_id = %s ORDER BY name"
CANDIDATES = """
SELECT list_name, entry_id, sort, names, birth_years, programme
  FROM watch_entry
 WHERE tenant_id = %s AND keys && %s
 ORDER BY list_name, entry_id
"""


@dataclass(frozen=True)
class WatchList:
    """A list as it was loaded. ``digest``: SHA-256 of its file."""

    name: str
    kind: str
    digest: str
    entries: int
    added_at: datetime


async def replace_list(
    db: Connection, tenant_id: UUID, name: str, kind: str, digest: str, entries: Sequence[WatchEntry], now: datetime
) -> None:
    """The list as it now is; what stood on it before and no longer does is gone."""
    await db.execute(FORGET, [tenant_id, name])
    await db.execute(ADD, [tenant_id, name, kind, digest, len(entries), now])
    async with db.cursor() as cursor:
        await cursor.executemany(ADD_ENTRY, [_values(tenant_id, name, entry) for entry in entries])


async def all_lists(db: Connection, tenant_id: UUID) -> list[WatchList]:
    """By name."""
    async with db.cursor(row_factory=class_row(WatchList)) as cursor:
        await cursor.execute(LISTS, [tenant_id])
        return await cursor.fetchall()


async def candidates(db: Connection, tenant_id: UUID, names: Iterable[str]) -> dict[str, list[WatchEntry]]:
    """List → the entries with a name that sounds like a part of one of these."""
    keys = sorted({key for name in names for key in keys_of(name)})
    found: dict[str, list[WatchEntry]] = {}
    for list_name, entry_id, sort, listed, years, programme in await (
        await db.execute(CANDIDATES, [tenant_id, keys])
    ).fetchall():
        entry = WatchEntry(entry_id, sort, tuple(Name(*each) for each in listed), tuple(years), programme)
        found.setdefault(list_name, []).append(entry)
    return found


def _values(tenant_id: UUID, list_name: str, entry: WatchEntry) -> list[object]:
    keys = sorted({key for name in entry.names for key in keys_of(name.text)})
    names = Jsonb([[name.text, name.weak] for name in entry.names])
    return [
        tenant_id, list_name, entry.entry_id, entry.sort, names, list(entry.birth_years), entry.programme, keys,
    ]  # fmt: skip
