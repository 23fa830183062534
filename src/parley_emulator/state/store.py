"""The durable copy: one SQLite file, one writer thread, and one commit for all that came in during the last one.

Each commit is a handful of statements however many rows it holds: rows travel as one JSON array. A Python loop over
rows would give up and wait for the interpreter's lock at every row, and stall behind a busy event loop.
"""

import asyncio
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import msgspec

from parley_emulator.state.batch import Batch
from parley_emulator.state.records import Message

SCHEMA = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS record (kind TEXT, key TEXT, value TEXT, PRIMARY KEY (kind, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS message (seq INTEGER PRIMARY KEY, value TEXT, status TEXT, times TEXT, errors TEXT);
CREATE TABLE IF NOT EXISTS webhook (seq INTEGER PRIMARY KEY, lane TEXT, entry TEXT, created REAL);
"""
WIPE = ("DELETE FROM record WHERE kind <> 'target'", "DELETE FROM message", "DELETE FROM webhook")
ADD_MESSAGES = """
INSERT OR REPLACE INTO message (seq, value, status, times, errors)
SELECT value->>'seq', value, value->>'status', value->'times', value->'errors' FROM json_each(?)
"""
SET_STATUSES = """
UPDATE message SET status = new.value->>1, times = new.value->2, errors = new.value->3
  FROM json_each(?) AS new WHERE message.seq = new.value->>0
"""
ADD_WEBHOOKS = """
INSERT OR REPLACE INTO webhook (seq, lane, entry, created)
SELECT value->>0, value->>1, value->>2, value->>3 FROM json_each(?)
"""
END_WEBHOOKS = "DELETE FROM webhook WHERE seq IN (SELECT value FROM json_each(?))"
SET_RECORDS = """
INSERT OR REPLACE INTO record (kind, key, value)
SELECT value->>0, value->>1, value->>2 FROM json_each(?)
"""
END_RECORD = "DELETE FROM record WHERE kind = ? AND key = ?"


class Store:
    """Writes are merged into the batch that goes next; ``committed`` waits for it."""

    def __init__(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(file, check_same_thread=False, isolation_level=None)
        self._db.executescript(SCHEMA)
        self._writer = ThreadPoolExecutor(1, "store")
        self._batch = Batch()
        self._task: asyncio.Task[None] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    def add_message(self, message: Message) -> None:
        """Keep a new message."""
        self._next().messages[message.seq] = message

    def set_status(self, message: Message) -> None:
        """Keep how far a message is."""
        batch = self._next()
        if message.seq not in batch.messages:
            batch.statuses[message.seq] = message

    def add_webhook(self, seq: int, lane: str, entry: bytes, created: float) -> None:
        """Keep an update until it is delivered."""
        self._next().updates[seq] = [seq, lane, entry.decode(), created]

    def end_webhooks(self, seqs: list[int]) -> None:
        """They are delivered, or given up."""
        batch = self._next()
        batch.finished += [seq for seq in seqs if batch.updates.pop(seq, None) is None]

    def set_record(self, kind: str, key: str, value: Any) -> None:
        """Keep something else under its name; None forgets it."""
        text = None if value is None else msgspec.json.encode(value).decode()
        self._next().records[(kind, key)] = text

    def wipe(self) -> None:
        """Forget everything but where webhooks go, whatever is written before this."""
        self._batch = Batch(wipe=True, waiting=self._batch.waiting)
        self._next()

    async def committed(self) -> None:
        """Wait until all that was written so far is on disk."""
        batch = self._next()
        on_disk = self._running().create_future()
        batch.waiting.append(on_disk)
        await on_disk

    def records(self, kind: str) -> Iterator[tuple[str, str]]:
        """(key, JSON) of all of a kind."""
        yield from self._db.execute("SELECT key, value FROM record WHERE kind = ?", [kind])

    def messages(self) -> Iterator[Message]:
        """All messages, oldest first."""
        for value, status, times, errors in self._db.execute(
            "SELECT value, status, times, errors FROM message ORDER BY seq"
        ):
            message = msgspec.json.decode(value, type=Message)
            message.status = status
            message.times = msgspec.json.decode(times)
            message.errors = msgspec.json.decode(errors)
            yield message

    def webhooks(self) -> Iterator[tuple[int, str, bytes, float]]:
        """Updates not delivered yet, oldest first."""
        for seq, lane, entry, created in self._db.execute("SELECT seq, lane, entry, created FROM webhook ORDER BY seq"):
            yield seq, lane, entry.encode(), created

    async def close(self) -> None:
        """Write what is left, then close."""
        await self.committed()
        self._writer.shutdown()
        self._db.close()

    def _next(self) -> Batch:
        if self._task is None or self._task.done():
            self._task = self._running().create_task(self._work())
        return self._batch

    def _running(self) -> asyncio.AbstractEventLoop:
        """Asked for once: each time is a call of the system."""
        if self._loop is None:
            self._loop = asyncio.get_running_loop()
        return self._loop

    async def _work(self) -> None:
        await asyncio.sleep(0)  # let everything that is ready now join
        loop = asyncio.get_running_loop()
        while not self._batch.is_empty():
            batch, self._batch = self._batch, Batch()
            try:
                await loop.run_in_executor(self._writer, self._commit, batch, _arrays(batch))
            except sqlite3.Error as error:
                batch.tell(error)
                raise
            batch.tell()

    def _commit(self, batch: Batch, arrays: dict[str, bytes]) -> None:
        self._db.execute("BEGIN")
        try:
            self._write(batch, arrays)
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def _write(self, batch: Batch, arrays: dict[str, bytes]) -> None:
        if batch.wipe:
            for statement in WIPE:
                self._db.execute(statement)
        for statement, rows in arrays.items():
            self._db.execute(statement, [rows.decode()])
        for (kind, key), value in batch.records.items():
            if value is None:
                self._db.execute(END_RECORD, [kind, key])


def _arrays(batch: Batch) -> dict[str, bytes]:
    """The rows of each statement, as everything stands now: a later step of a message belongs to the next batch."""
    statuses = [(each.seq, each.status, each.times, each.errors) for each in batch.statuses.values()]
    kept = [(kind, key, value) for (kind, key), value in batch.records.items() if value is not None]
    rows = {
        ADD_MESSAGES: list(batch.messages.values()),
        SET_STATUSES: statuses,
        ADD_WEBHOOKS: list(batch.updates.values()),
        END_WEBHOOKS: batch.finished,
        SET_RECORDS: kept,
    }
    return {statement: msgspec.json.encode(each) for statement, each in rows.items() if each}
