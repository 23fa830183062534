"""The only way out: claim from the outbox, ask the gate once more, then the wire, then write down what came of it.

A row is marked 'sending' and committed before the wire. A crash in between leaves it so: whether the platform has the
message is then settled by its statuses (see ``reconciler``), never by sending it blindly again.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import aiohttp
import psycopg
import structlog
from aiohttp import ClientError
from cryptography.fernet import InvalidToken

from parley.actions.ask_people import ask_people, turn_back
from parley.actions.heed_refusal import heed_refusal
from parley.actions.holding import hold_message
from parley.actions.refuse_queued import refuse_queued
from parley.clock import Clock
from parley.core.errors import NotFound
from parley.core.messages import kept_file
from parley.core.messages.undelivered import told
from parley.core.policy.facts import Outbound
from parley.core.policy.gate import Cleared, clear
from parley.core.policy.refusals import Refusal
from parley.core.policy.verdicts import Decision
from parley.opinions.readers import Readers
from parley.storage import decisions, media, messages, numbers, outbox
from parley.storage.circumstances import with_conduct_of_templates
from parley.storage.database import Connection, Database, tell_live_of_all
from parley.storage.decisions import Decided
from parley.storage.facts import draft_of, outbounds
from parley.storage.file_store import FileStore, StoreError
from parley.storage.outbox import Waiting
from parley.storage.secrets import Vault
from parley.whatsapp import wire
from parley.whatsapp.client import GraphError, GraphSession, NumberAccess, upload_media
from parley.whatsapp.wire import Failed, Sent, Unsure
from parley.workers.arrivals import Arrivals
from parley.workers.beats import Beats
from parley.workers.pace import Pace
from parley.workers.reading_ahead import ReadingAhead, Said
from parley.workers.under_way import UnderWay

TOGETHER = 50
# Batches of a number that are on the wire or being written down while the next is claimed.
MOST_UNDER_WAY = 3
# Seconds between two looks while something is under way, and for the last answers when the process is stopped.
A_MOMENT, LAST_ANSWERS = 0.02, 5.0
MOST_ATTEMPTS = 8
LONGEST_WAIT = 3600.0
PAIR_RATE = 131056
# Conversations in which something was not said, with the agent who meant to say it; None for the bot.
Unsaid = set[tuple[UUID, UUID | None]]
log = structlog.get_logger()


class Sender:
    """Sends what waits for a tenant; see ``TenantLoops`` for how it is called."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        graph: GraphSession,
        vault: Vault,
        store: FileStore,
        readers: Readers | None = None,
        beats: Beats | None = None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._graph = graph
        self._vault = vault
        self._store = store
        self._ahead = ReadingAhead(database, clock, store, readers) if readers else None
        self._beats = beats
        self._paces: dict[str, Pace] = {}
        self._arrivals = Arrivals()

    async def work(self, tenant_id: UUID) -> bool:
        """Send what each number may. While a batch is on the wire the next is claimed and decided."""
        under_way = UnderWay()
        try:
            while True:
                before = under_way.begun
                held_back = await self._begin_some(tenant_id, under_way)
                if under_way.begun > before:
                    continue
                if not under_way:
                    break
                await under_way.one_more_done(A_MOMENT)
        except asyncio.CancelledError:  # an orderly stop: what has left is still heard out, and nothing is uncertain
            await under_way.end(LAST_ANSWERS)
            raise
        finally:
            await under_way.end()
        if held_back and not under_way.begun:
            await asyncio.sleep(A_MOMENT)
        return held_back or under_way.begun > 0

    async def _begin_some(self, tenant_id: UUID, under_way: UnderWay) -> bool:
        """A batch of each number that has something to send. Whether some must wait although they are due."""
        async with self._database.transaction(tenant_id) as db:
            waiting = await outbox.waiting_numbers(db, tenant_id, self._clock.now())
            access = await numbers.access(db, tenant_id) if waiting else {}
            for number_id, (_, per_second, _) in access.items():
                self._paces.setdefault(number_id, Pace(per_second)).per_second = per_second
            if waiting:
                await self._arrivals.take_places(db, tenant_id, self._paces, self._clock.now())
        held_back = False
        for number_id, on_trial in waiting.items():
            if under_way.of(number_id) >= (1 if on_trial else MOST_UNDER_WAY):
                held_back = True
                continue
            try:
                sealed, _, account_id = access[number_id]
                allowed = NumberAccess(number_id, self._vault.open(sealed), account_id)
            except InvalidToken:  # the other numbers of the Client go on
                log.error("sender.token_sealed_with_another_key", tenant=str(tenant_id), number_id=number_id)
                continue
            if not await self._begin(tenant_id, allowed, 1 if on_trial else TOGETHER, under_way):
                held_back = True
        return held_back

    async def _begin(self, tenant_id: UUID, access: NumberAccess, most: int, under_way: UnderWay) -> bool:
        """Claim and decide; what is cleared leaves beside whatever follows. False where the pace lets none through."""
        pace = self._paces[access.number_id]
        allowed = pace.claim(most)
        if not allowed:
            return False
        leaving: list[tuple[Waiting, Cleared | None]] = []
        unsaid: Unsaid = set()
        try:
            said = await self._ahead.of(tenant_id, access.number_id, allowed) if self._ahead else None
            async with self._database.transaction(tenant_id) as db:
                claimed = await self._claim(db, tenant_id, access.number_id, allowed)
                cleared = await self._clear(db, tenant_id, claimed, unsaid, said)
            passed = [(row, cleared.get(row.message_id)) for row in claimed]
            leaving = [(row, let_pass) for row, let_pass in passed if let_pass or row.kind != "message"]
        finally:
            pace.give_back(allowed - len(leaving))
        if claimed:
            batch = self._finish(tenant_id, access, leaving, unsaid)
            under_way.begin(access.number_id, len(claimed), batch)
        return True

    async def _finish(
        self, tenant_id: UUID, access: NumberAccess, leaving: list[tuple[Waiting, Cleared | None]], unsaid: Unsaid
    ) -> None:
        """The wire, and what came of it."""
        if leaving:
            pace, left_at = self._paces[access.number_id], self._clock.wall()
            await pace.leave(len(leaving))
            told = await asyncio.gather(*(self._paced(pace, access, row, let_pass) for row, let_pass in leaving))
            async with self._database.transaction(tenant_id) as db:
                await self._write_down(db, tenant_id, told, pace, unsaid)
            if self._beats and any(row.kind == "message" and isinstance(result, Sent) for row, result in told):
                self._beats.sent(tenant_id, left_at)
        await self._ask_people(tenant_id, unsaid)

    async def _claim(self, db: Connection, tenant_id: UUID, number_id: str, most: int) -> list[Waiting]:
        claimed = await outbox.claim(db, tenant_id, number_id, self._clock.now(), most)
        ticks = [row.message_id for row in claimed if row.kind != "message"]
        silent = await outbox.silence(db, tenant_id, ticks) if ticks else frozenset()
        return [row for row in claimed if row.kind == "message" or row.message_id not in silent]

    async def _ask_people(self, tenant_id: UUID, unsaid: Unsaid) -> None:
        """Each in a transaction of its own: no two conversations are locked at once."""
        for conversation_id, author_id in unsaid:
            async with self._database.transaction(tenant_id) as db:
                if author_id is not None:
                    await turn_back(db, tenant_id, conversation_id, author_id, self._clock.now())
                else:
                    reason = "the bot's answer could not be sent"
                    await ask_people(db, tenant_id, conversation_id, reason, self._clock.now())

    async def _clear(
        self, db: Connection, tenant_id: UUID, claimed: Sequence[Waiting], unsaid: Unsaid, said: Said | None
    ) -> dict[UUID, Cleared]:
        """Ask the gate about each message with the facts of this moment; what it refuses ends here.

        ``said``: what second readers made of it, None where there are none. What they have not seen yet stays.
        """
        spoken = [row for row in claimed if row.kind == "message"]
        asked = await outbounds(db, tenant_id, [draft_of(row) for row in spoken], self._clock.now()) if spoken else []
        asked = await with_conduct_of_templates(db, asked)
        passed: dict[UUID, Cleared] = {}
        evidence: list[Decided] = []
        for row, message in zip(spoken, asked, strict=True):
            unread = said is not None and row.message_id not in said
            answer = clear(replace(message, opinions=said.get(row.message_id, ())) if said else message)
            if isinstance(answer, Cleared) and unread:
                continue
            if isinstance(answer, Cleared):
                passed[row.message_id] = answer
            else:
                answer = await self._stop(db, row, message, answer)
                if row.author_kind in ("agent", "bot") and "B7" not in answer.clauses:  # who asked for silence gets it
                    unsaid.add((row.conversation_id, row.author_id))
            evidence.append(_decided(row, answer.decision if isinstance(answer, Cleared) else answer))
        going = [row.message_id for row in claimed if row.kind != "message" or row.message_id in passed]
        await outbox.mark_sending(db, tenant_id, going, self._clock.wall())
        await decisions.record(db, tenant_id, evidence)
        return passed

    async def _stop(self, db: Connection, row: Waiting, message: Outbound, decision: Decision) -> Decision:
        """It ends here, or waits for a person. The decision as it goes on record."""
        if decision.verdict != "hold":
            await refuse_queued(db, row.tenant_id, row.message_id, row.conversation_id, decision)
            return decision
        await messages.hold(db, row.tenant_id, row.message_id)
        await outbox.finish(db, row.tenant_id, [row.message_id], "held")
        _, on_record = await hold_message(
            db,
            row.tenant_id,
            row.message_id,
            decision,
            content=message.content,
            conversation_id=row.conversation_id,
            number_id=row.number_id,
            author_kind=row.author_kind,
            author_id=row.author_id,
            window_expires_at=message.window_expires_at,
            now=self._clock.now(),
        )
        return on_record

    async def _paced(
        self, pace: Pace, access: NumberAccess, row: Waiting, cleared: Cleared | None
    ) -> tuple[Waiting, Sent | Failed | Unsure]:
        try:
            return row, await self._to_wire(access, row, cleared)
        finally:
            pace.answered()

    async def _to_wire(self, access: NumberAccess, row: Waiting, cleared: Cleared | None) -> Sent | Failed | Unsure:
        if cleared is None:
            return await self._mark_read(access, row)
        try:
            media_id = await self._uploaded(access, row, cleared)
        except NotFound:
            return Failed(0, "The file of this message is gone.", "Attach it again.", "tell_human", False)
        except (GraphError, ClientError, TimeoutError, psycopg.Error, *StoreError) as error:
            return Failed(0, "The file could not be handed to WhatsApp.", str(error)[:200], "retry", True)
        return await wire.send(self._graph, access, cleared, platform_media_id=media_id)

    async def _mark_read(self, access: NumberAccess, row: Waiting) -> Sent | Failed:
        """Blue ticks are a courtesy: tried once, and no message is touched by their fate."""
        try:
            await wire.mark_read(self._graph, access, row.platform_id or "", typing=row.kind == "typing")
        except (GraphError, aiohttp.ClientError, TimeoutError) as error:
            return Failed(0, "The blue ticks could not be shown.", str(error)[:200], "tell_human", False)
        return Sent("")

    async def _uploaded(self, access: NumberAccess, row: Waiting, cleared: Cleared) -> str:
        named = kept_file(cleared.message.content)
        if named is None:
            return ""
        async with self._database.transaction(row.tenant_id) as db:
            file = await media.get(db, row.tenant_id, UUID(named.media_id))
        held = await media.content(self._store, file)
        return await upload_media(self._graph, access, held, named.mime_type, named.filename)

    async def _write_down(
        self,
        db: Connection,
        tenant_id: UUID,
        told: Sequence[tuple[Waiting, Sent | Failed | Unsure]],
        pace: Pace,
        unsaid: Unsaid,
    ) -> None:
        """What came of each; one whose answer never came stays in 'sending'."""
        await outbox.lock(db, tenant_id, [row.message_id for row, _ in told])
        sent = {
            row.message_id: result.platform_id
            for row, result in told
            if isinstance(result, Sent) and row.kind == "message"
        }
        ended = [row.message_id for row, result in told if row.kind != "message" or isinstance(result, Sent)]
        await messages.accept(db, tenant_id, sent)
        await outbox.finish(db, tenant_id, ended, "sent")
        ticked = [row.message_id for row, _ in told if row.kind == "read"]
        if ticked:
            await outbox.show_typing_after(db, tenant_id, ticked)
        if sent:
            await numbers.let_go(db, tenant_id, told[0][0].number_id)
        evidence: list[Decided] = []
        stopped = False
        for row, result in told:
            if isinstance(result, Failed) and row.kind == "message":
                if result.remedy == "stop_number" and stopped:  # one of them has told it, the others need not end by it
                    await outbox.postpone(db, tenant_id, row.message_id, self._clock.now())
                    continue
                stopped = stopped or result.remedy == "stop_number"
                evidence += await self._failed(db, row, result, pace, unsaid)
            elif isinstance(result, Unsure):
                log.warning("sender.unsure", message_id=str(row.message_id), reason=result.reason)
        shown = {row.conversation_id for row, _ in told if row.kind == "message"}
        await tell_live_of_all(db, tenant_id, "message", shown)
        await decisions.record(db, tenant_id, evidence)

    async def _failed(self, db: Connection, row: Waiting, failed: Failed, pace: Pace, unsaid: Unsaid) -> list[Decided]:
        if failed.code == 130429:
            pace.pause(1.0)
        if failed.retriable and row.attempts + 1 < MOST_ATTEMPTS:
            await outbox.postpone(db, row.tenant_id, row.message_id, _again_at(self._clock.now(), row.attempts, failed))
            return []
        evidence: list[Decided] = []
        message = await messages.get(db, row.tenant_id, row.message_id)
        if message is not None:
            error = {"code": str(failed.code or ""), **told(failed.code, failed.title, failed.detail[:300])}
            await messages.set_status(db, message, "failed", error=error)
            refused = Refusal(failed.code, failed.title, failed.remedy == "stop_number")
            evidence = await heed_refusal(db, message, refused, self._clock.now())
        await outbox.finish(db, row.tenant_id, [row.message_id], "failed")
        if row.author_kind == "bot":
            unsaid.add((row.conversation_id, row.author_id))
        return evidence


def _again_at(now: datetime, attempts: int, failed: Failed) -> datetime:
    """Not before the limit is over, then later and later. Too many to one person: 4, 16, 64 … seconds (pair rate)."""
    factor = 4.0 if failed.code == PAIR_RATE else 2.0
    return now + timedelta(seconds=max(min(failed.seconds * factor**attempts, LONGEST_WAIT), failed.seconds))


def _decided(row: Waiting, decision: Decision) -> Decided:
    return Decided(
        decision=decision,
        moment="outbound",
        author_kind=row.author_kind,
        author_id=row.author_id,
        number_id=row.number_id,
        conversation_id=row.conversation_id,
        message_id=row.message_id,
    )
