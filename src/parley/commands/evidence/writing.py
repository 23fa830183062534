"""The archive of an export: JSON lines, a seal over them in the chain, a manifest, and the program that checks all."""

import asyncio
import hashlib
import json
import zipfile
from collections.abc import AsyncIterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any
from uuid import UUID

from parley.commands.evidence.verifier import COVERED, FORMAT, START
from parley.core.policy.rulebook import RULEBOOK_VERSION
from parley.storage import evidence, provider
from parley.storage.database import Connection, Database

TOGETHER = 2000
TRIES, PAUSE = 200, 0.05  # ten seconds in which no consent is being written for an instant
Row = dict[str, Any]


@dataclass(frozen=True)
class Written:
    """What an export holds: lines by file, the head of the chain, the manifest's digest."""

    rows: dict[str, int]
    seq: int
    head: str
    manifest: str


async def write_export(database: Database, tenant_id: UUID, out: Path, now: datetime) -> Written:
    """Write it, sealed. Decisions that are made meanwhile are in the next one."""
    async with database.transaction(tenant_id) as db:
        who = await evidence.client(db, tenant_id)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        parts = await _tables(database, tenant_id, archive)
        async with database.transaction(tenant_id) as db:
            seq, head = await evidence.seal(db, tenant_id, parts, now)
        parts["decisions.jsonl"] = await _lines(archive, "decisions.jsonl", _decisions(database, tenant_id, seq))
        parts["verify.py"] = _file(archive, "verify.py", _program())
        manifest: Row = {
            "format": FORMAT,
            "tenant": who | {"tenant_id": str(tenant_id)},
            "exported_at": now.isoformat(timespec="seconds"),
            "rulebook_version": RULEBOOK_VERSION,
            "covered": COVERED,
            "head": {"seq": seq, "hash": head.hex() or START},
            "files": parts,
        }
        digest = _file(archive, "manifest.json", json.dumps(manifest, indent=2, default=str).encode())["sha256"]
    return Written({name: part["rows"] for name, part in parts.items() if "rows" in part}, seq, head.hex(), digest)


async def seal_now(database: Database, tenant_id: UUID, now: datetime) -> tuple[int, bytes]:
    """Seal consents, cases and the rest as they are, without writing them out; the seal's number and hash."""
    parts = await _tables(database, tenant_id, None)
    async with database.transaction(tenant_id) as db:
        return await evidence.seal(db, tenant_id, parts, now)


async def _tables(database: Database, tenant_id: UUID, archive: zipfile.ZipFile | None) -> dict[str, Row]:
    until = await _settled(database, tenant_id)
    parts: dict[str, Row] = {}
    for table in evidence.TABLES:
        name = f"{table.removeprefix('policy_')}s.jsonl"
        parts[name] = await _lines(archive, name, _table(database, tenant_id, table, until))
    return parts


async def _settled(database: Database, tenant_id: UUID) -> int:
    """The number up to which consents are complete. Raises TimeoutError if one was being written all the time."""
    for _ in range(TRIES):
        async with database.transaction(tenant_id) as db:
            last = await evidence.last_consent(db, tenant_id)
        if last is not None:
            return last
        await asyncio.sleep(PAUSE)
    raise TimeoutError("consents are being written without a pause; try again in a minute")


async def _decisions(database: Database, tenant_id: UUID, last: int) -> AsyncIterator[Sequence[Row]]:
    seq = 0
    while seq < last:
        async with database.transaction(tenant_id) as db:
            found = await provider.chain_page(db, tenant_id, seq, min(TOGETHER, last - seq))
        if not found:
            return
        yield found
        seq = found[-1]["seq"]


async def _table(database: Database, tenant_id: UUID, table: str, until: int) -> AsyncIterator[Sequence[Row]]:
    async with database.transaction(tenant_id) as db:
        async for page in _pages(db, tenant_id, table, until):
            yield page


async def _pages(db: Connection, tenant_id: UUID, table: str, until: int) -> AsyncIterator[Sequence[Row]]:
    after = 0
    while found := await evidence.page(db, tenant_id, table, after, TOGETHER, until):
        yield found
        after += len(found)


async def _lines(archive: zipfile.ZipFile | None, name: str, pages: AsyncIterator[Sequence[Row]]) -> Row:
    digest, rows = hashlib.sha256(), 0
    with archive.open(name, "w", force_zip64=True) if archive else nullcontext() as file:
        async for page in pages:
            text = "".join(json.dumps(row, ensure_ascii=False, default=_plain) + "\n" for row in page).encode()
            digest.update(text)
            if file is not None:
                file.write(text)
            rows += len(page)
    return {"sha256": digest.hexdigest(), "rows": rows}


def _file(archive: zipfile.ZipFile, name: str, content: bytes) -> Row:
    archive.writestr(name, content)
    return {"sha256": hashlib.sha256(content).hexdigest()}


def _program() -> bytes:
    return (files("parley.commands.evidence") / "verifier.py").read_bytes()


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, bytes | memoryview):
        return bytes(value).hex()
    return str(value)
