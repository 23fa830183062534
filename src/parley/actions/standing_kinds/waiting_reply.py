"""Replies that wait for the customer to write. Each is asked about again when it leaves; what fails is told today."""

from datetime import datetime
from uuid import UUID

from parley.actions.refuse_queued import refusal_of
from parley.actions.standing_kinds.standing import Standing
from parley.actions.stop_replies_to import stop_reply_in
from parley.core.policy.matters import ClientFacts
from parley.core.policy.verdicts import Decision
from parley.storage import waiting_replies
from parley.storage.database import Connection
from parley.storage.facts import draft_of_reply, outbounds

KIND = "waiting reply"
CASE = ""


async def standing(db: Connection, tenant_id: UUID, client: ClientFacts, now: datetime) -> list[Standing]:
    """Each as it would be once the customer has written."""
    waiting = await waiting_replies.all_waiting(db, tenant_id)
    asked = await outbounds(db, tenant_id, [draft_of_reply(each, waits=True) for each in waiting], now)
    return [
        Standing(str(reply.reply_id), "A reply that waits for the customer", message, reply)
        for reply, message in zip(waiting, asked, strict=True)
    ]


async def stop(db: Connection, tenant_id: UUID, failed: Standing, decision: Decision) -> None:
    """A block ends it, and its writer sees why. A hold opens its case when it leaves, as for any message."""
    if decision.verdict == "block":
        conversation_id: UUID = failed.thing.conversation_id
        await stop_reply_in(db, tenant_id, conversation_id, "refused", decision.at, refusal_of(decision))
