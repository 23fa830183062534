"""Settles messages whose sending was interrupted: the platform's statuses tell whether it has them.

A status that comes settles a message by itself (see ``receive_status``). Where none came in time, although statuses of
later messages did, the platform never had it, and it is sent again, once. Where nothing can be told, a person decides.

In time: the platform repeats a report that we were not there to take, after gaps that grow with how long we were away.
So the wait begins when we are back, and is at least twice as long as we were away.
"""

from datetime import datetime, timedelta
from uuid import UUID

import structlog

from parley.actions.ask_people import ask_people
from parley.clock import Clock
from parley.storage import inbox, messages, outbox
from parley.storage.database import Connection, Database, tell_live
from parley.storage.outbox import Waiting

# With no later traffic to compare with, a person is told after so many times the usual wait.
PATIENCE = 5
UNKNOWN = {
    "code": "outcome_unknown",
    "clause": "",
    "sentence": "Sending was interrupted, and WhatsApp has not said whether it has this message.",
    "next_step": "none",
    "next_sentence": "Ask the customer, or send it again.",
}
log = structlog.get_logger()


class Reconciler:
    """Looks at what has been on the wire for too long; see ``TenantLoops`` for how it is called."""

    def __init__(self, database: Database, clock: Clock, reconcile_seconds: int) -> None:
        self._database = database
        self._clock = clock
        self._wait = timedelta(seconds=reconcile_seconds)
        self._began = clock.wall()

    async def work(self, tenant_id: UUID) -> bool:
        """Settle what can be settled. Always False: what can not waits for the next look."""
        now = self._clock.wall()
        async with self._database.transaction(tenant_id) as db:
            uncertain = await outbox.uncertain(db, tenant_id, now - self._wait)
            if not uncertain or await inbox.oldest_pending(db, tenant_id) is not None:
                return False  # first hear what was reported already
            for row in uncertain:
                waited = self._waited(row.claimed_at or now, now)
                if waited > 1:
                    await self._settle(db, row, overdue=waited > PATIENCE)
        return False

    def _waited(self, claimed_at: datetime, now: datetime) -> float:
        """How often over the wait is: above 1, a report that has not come will not come."""
        away = max(self._began - claimed_at, timedelta())
        since = max(self._began, claimed_at)
        return (now - since) / max(self._wait, 2 * away)

    async def _settle(self, db: Connection, row: Waiting, *, overdue: bool) -> None:
        if row.kind != "message":
            await outbox.finish(db, row.tenant_id, [row.message_id], "failed")
        elif row.claimed_at and row.attempts < 3 and await self._never_arrived(db, row):
            log.info("reconciler.sent_again", message_id=str(row.message_id))
            await outbox.postpone(db, row.tenant_id, row.message_id, self._clock.now())
        elif overdue:
            await self._ask_a_person(db, row)

    async def _never_arrived(self, db: Connection, row: Waiting) -> bool:
        return row.claimed_at is not None and await outbox.reported_since(
            db, row.tenant_id, row.number_id, row.claimed_at
        )

    async def _ask_a_person(self, db: Connection, row: Waiting) -> None:
        log.warning("reconciler.unknown", message_id=str(row.message_id))
        message = await messages.get(db, row.tenant_id, row.message_id)
        if message is not None:
            await messages.set_status(db, message, "failed", error=UNKNOWN)
        await outbox.finish(db, row.tenant_id, [row.message_id], "held")
        reason = "it is not known whether the bot's answer arrived"
        await ask_people(db, row.tenant_id, row.conversation_id, reason, self._clock.now())
        await tell_live(db, row.tenant_id, "message", row.conversation_id)
