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
    error = refusal_of(decision)
    if message is not None and error is not None:
        await messages.set_status(db, message, "refused", error=error)
    await outbox.finish(db, tenant_id, [message_id], "refused")
    await tell_live(db, tenant_id, "decision", conversation_id)


def refusal_of(decision: Decision) -> dict[str, str] | None:
    """Its gravest finding, as it is kept beside what was refused; None where it found nothing."""
    finding = decision.gravest
    if finding is None:
        return None
    return {
        "code": "refused_by_policy",
        "clause": finding.clause,
        "sentence": finding.sentence,
        "next_step": finding.next_step,
        "next_sentence": finding.next_sentence,
    }
