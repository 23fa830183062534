"""Works through the inbox log: each lane in order, lanes side by side; what can not be handled is set aside."""

import asyncio
import contextlib
from datetime import datetime
from typing import Any
from uuid import UUID

import structlog

from parley.actions.file_message import file_message
from parley.actions.receive_amendment import receive_amendment
from parley.actions.receive_enforcement import receive_enforcement
from parley.actions.receive_handover import receive_handover
from parley.actions.receive_message import receive_message
from parley.actions.receive_new_identity import receive_new_identity
from parley.actions.receive_report import (
    receive_book_entry,
    receive_notice,
    receive_number_report,
    receive_preference,
    receive_template_report,
)
from parley.actions.receive_status import receive_status
from parley.actions.receive_statuses import receive_statuses
from parley.clock import Clock
from parley.core.chatbot import Guess, understandable
from parley.core.messages.inbound import (
    Handover,
    InboundMessage,
    NewIdentity,
    Notice,
    NumberReport,
    StatusReport,
)
from parley.core.policy.cases.enforcement import PlatformAction
from parley.core.policy.refusals import Refusal
from parley.storage import decisions, inbox, outbox
from parley.storage.database import Connection, Database, tell_live
from parley.storage.decisions import Decided
from parley.storage.inbox import InboxEvent
from parley.whatsapp.errors import meaning_of
from parley.whatsapp.inbound import Unreadable, read_amendment, read_message, read_new_identity, read_status
from parley.whatsapp.notices import stranger_changed, why_not
from parley.whatsapp.reports import (
    BookEntry,
    PreferenceReport,
    Report,
    TemplateReport,
    reports_in,
)
from parley.workers.bots import Bots

LANES, MOST = 20, 100
log = structlog.get_logger()


class CanNotHandle(Exception):
    """Trying again would not help: the reason, in plain words."""


class Inbox:
    """Handles pending events of a tenant; see ``TenantLoops`` for how it is called."""

    def __init__(self, database: Database, clock: Clock, bots: Bots) -> None:
        self._database = database
        self._clock = clock
        self._bots = bots

    async def work(self, tenant_id: UUID) -> bool:
        """Handle some events in one transaction; each in a savepoint, so that one fails alone."""
        failed = False
        async with self._database.transaction(tenant_id) as db:
            events = await inbox.claim_lanes(db, tenant_id, lanes=LANES)
            if not events:
                return False
            await outbox.lock(db, tenant_id, _reported_on(events))
            done = await self._statuses(db, tenant_id, events)
            events = [event for event in events if event.event_id not in done][:MOST]
            guesses = await self._understand(tenant_id, events)
            evidence: list[Decided] = []
            stuck: set[str] = set()
            for event in events:
                if event.lane in stuck:
                    continue  # nothing overtakes within a lane
                try:
                    async with db.transaction():
                        evidence += await self._handle(db, tenant_id, event, guesses)
                    done.add(event.event_id)
                except (CanNotHandle, Unreadable) as reason:
                    await inbox.set_aside(db, tenant_id, event.event_id, str(reason), self._clock.now())
                    await tell_live(db, tenant_id, "quarantine")
                except Exception as error:
                    log.error("inbox.event_failed", event_id=event.event_id, exc_info=error)
                    await inbox.fail(db, tenant_id, event.event_id, f"{type(error).__name__} while handling it")
                    stuck.add(event.lane)
                    failed = True
            await inbox.finish(db, tenant_id, list(done), self._clock.now())
            await decisions.record(db, tenant_id, evidence)
        if failed:
            await asyncio.sleep(0.2)
        return True

    async def _statuses(self, db: Connection, tenant_id: UUID, events: list[InboxEvent]) -> set[int]:
        """Handle the plain ones together, of those that nothing in their lane comes before; the rest has its turn."""
        reports, waiting = {}, set()
        for event in events:
            report = _plain_status(event) if event.lane not in waiting else None
            if report is None:
                waiting.add(event.lane)
            else:
                reports[event.event_id] = report
        if len(reports) < 2:
            return set()
        try:
            async with db.transaction():
                unknown = await receive_statuses(db, tenant_id, list(reports.values()))
        except Exception as error:  # one by one, each in a savepoint of its own, tells which it was
            log.error("inbox.statuses_failed", exc_info=error)
            return set()
        return {event_id for event_id, report in reports.items() if report not in unknown}

    async def _understand(self, tenant_id: UUID, events: list[InboxEvent]) -> dict[str, list[Guess]]:
        texts = []
        for event in events:
            if event.kind == "message" and not event.payload.get("came_as"):
                try:
                    texts.append(understandable(read_message(event.payload).content))
                except Unreadable:
                    continue  # said again, and handled, when its turn comes
        return await self._bots.guesses(tenant_id, texts)

    async def _handle(
        self, db: Connection, tenant_id: UUID, event: InboxEvent, guesses: dict[str, list[Guess]]
    ) -> list[Decided]:
        now = self._clock.now()
        match event.kind:
            case "message":
                return await self._said(db, tenant_id, event.payload, guesses, now)
            case "status":
                return await self._status(db, tenant_id, event)
            case _:
                return await self._report(db, tenant_id, event, now)

    async def _said(
        self, db: Connection, tenant_id: UUID, payload: dict[str, Any], guesses: dict[str, list[Guess]], now: datetime
    ) -> list[Decided]:
        amendment = read_amendment(payload)
        if amendment is not None:
            if await receive_amendment(db, tenant_id, amendment, now):
                return []
            message = amendment.message  # it came before what it amends: what stands there now is all there is
        else:
            message = read_message(payload)
        identity = read_new_identity(payload)
        if identity is not None:
            told = await receive_new_identity(db, tenant_id, identity, message, now)
            if told is None:
                await receive_notice(db, tenant_id, message.number_id, stranger_changed(), now)
                return []
            message = told
        if message.context.way or (amendment is not None and amendment.deleted):
            await file_message(db, tenant_id, message, now)
            return []
        return await self._message(db, tenant_id, message, guesses, now)

    async def _message(
        self, db: Connection, tenant_id: UUID, message: InboundMessage, guesses: dict[str, list[Guess]], now: datetime
    ) -> list[Decided]:
        said = understandable(message.content)
        bot = await self._bots.bot(tenant_id, guesses.get(said, ()), now)
        return await receive_message(db, tenant_id, message, bot, now, self._clock.wall())

    async def _status(self, db: Connection, tenant_id: UUID, event: InboxEvent) -> list[Decided]:
        report = read_status(event.payload)
        evidence = await receive_status(db, tenant_id, report, self._clock.now(), _refused(report))
        if evidence is None and not event.payload.get("came_as"):
            raise CanNotHandle("a status of a message that was not sent from here")
        return evidence or []

    async def _report(self, db: Connection, tenant_id: UUID, event: InboxEvent, now: datetime) -> list[Decided]:
        change = event.payload.get("raw")
        reports = reports_in(change)
        if not reports:
            raise CanNotHandle(why_not(change))
        evidence: list[Decided] = []
        for report in reports:
            evidence += await self._reported(db, tenant_id, event, report, now)
        return evidence

    async def _reported(
        self, db: Connection, tenant_id: UUID, event: InboxEvent, report: Report, now: datetime
    ) -> list[Decided]:
        match report:
            case TemplateReport(name, language, status, category, quality):
                await receive_template_report(
                    db, tenant_id, event.number_id, name=name, language=language, status=status, category=category,
                    quality=quality, now=now,
                )  # fmt: skip
            case PreferenceReport(wa_id, user_id, stops, at):
                await receive_preference(db, tenant_id, wa_id=wa_id, user_id=user_id, stops=stops, at=at, now=now)
            case PlatformAction():
                return await receive_enforcement(db, tenant_id, report, now)
            case Notice():
                await receive_notice(db, tenant_id, event.number_id, report, now)
            case NumberReport():
                await receive_number_report(db, tenant_id, event.number_id, report)
            case Handover():
                await receive_handover(db, tenant_id, report, now)
            case NewIdentity():
                await receive_new_identity(db, tenant_id, report, None, now)
            case BookEntry(wa_id, name):
                await receive_book_entry(db, tenant_id, wa_id, name)
        return []


def _refused(report: StatusReport) -> Refusal | None:
    if not report.error:
        return None
    code = int(report.error.get("code") or 0)
    meaning = meaning_of(code)
    return Refusal(code, meaning.sentence, meaning.remedy == "stop_number")


def _plain_status(event: InboxEvent) -> StatusReport | None:
    """None for all that needs to be looked at by itself."""
    if event.kind != "status" or event.payload.get("came_as"):
        return None
    try:
        report = read_status(event.payload)
    except Unreadable:
        return None
    return None if report.status == "failed" else report


def _reported_on(events: list[InboxEvent]) -> list[UUID]:
    """Our ids of the messages whose statuses came."""
    found = []
    for event in events:
        if event.kind == "status":
            with contextlib.suppress(ValueError, Unreadable):
                found.append(UUID(read_status(event.payload).callback_data))
    return found
