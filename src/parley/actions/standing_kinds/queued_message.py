"""Messages that wait to be sent. The sender asks about each once more; those due later are found out today."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from parley.actions.refuse_queued import refuse_queued
from parley.actions.standing_kinds.standing import Standing
from parley.core.policy.matters import ClientFacts
from parley.core.policy.verdicts import Decision
from parley.storage import standing_things
from parley.storage.database import Connection
from parley.storage.facts import draft_of, outbounds

KIND = "queued message"
CASE = ""


async def standing(db: Connection, tenant_id: UUID, client: ClientFacts, now: datetime) -> list[Standing]:
    """Each as it will be asked about when it is due."""
    waiting = await standing_things.queued(db, tenant_id)
    asked = await outbounds(db, tenant_id, [draft_of(each) for each in waiting], now)
    return [
        Standing(str(row.message_id), "A message that waits", replace(message, now=max(now, row.due_at)), row)
        for row, message in zip(waiting, asked, strict=True)
    ]


async def stop(db: Connection, tenant_id: UUID, failed: Standing, decision: Decision) -> None:
    """A block ends it. A hold is left to the sender, which knows whom to ask."""
    row = failed.thing
    if decision.verdict == "block":
        await refuse_queued(db, tenant_id, row.message_id, row.conversation_id, decision)
