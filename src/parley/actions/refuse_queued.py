"""A message that waited to be sent is refused: its thread says why, and it leaves the outbox."""

from uuid import UUID

from parley.core.policy.verdicts import Decision
from parley.storage import messages, outbox
from parley.storage.database import Connection, tell_live


async def refuse_queued(
    db: Connection, tenant_id: UUID, message_id: UUID, conversation_id: UUID, decision: Decision
) -> None:
    """The gravest finding stands beside the message, as the desk shows it."""
    message = await messages.get(db, tenant_id, message_id)
    finding = decision.gravest
    if message is not None and finding is not None:
        error = {
            "code": "refused_by_policy",
            "clause": finding.clause,
            "sentence": finding.sentence,
            "next_step": finding.next_step,
            "next_sentence": finding.next_sentence,
        }
        await messages.set_status(db, message, "refused", error=error)
    await outbox.finish(db, tenant_id, [message_id], "refused")
    await tell_live(db, tenant_id, "decision", conversation_id)
