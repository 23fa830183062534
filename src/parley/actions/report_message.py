"""Somebody says that a message breaks the policy: it is looked at, whoever wrote it (A3)."""

from datetime import datetime
from uuid import UUID

from parley.actions import case_record
from parley.actions.decide_case import checked_note
from parley.actions.open_case import About, open_case
from parley.core.errors import NotFound
from parley.core.policy.cases import Case
from parley.storage import case_lists, cases, conversations, decisions, messages
from parley.storage.database import Connection

SENTENCE = "Somebody reported this message: does it break the policy?"


async def report_message(
    db: Connection, tenant_id: UUID, message_id: UUID, reason: str, *, by: UUID, for_customer: bool, now: datetime
) -> Case:
    """The case, or the open one about the same message. Raises NotFound and Invalid.

    ``for_customer``: the customer complained, in the chat or elsewhere, and ``by`` passes it on.
    """
    said = checked_note(reason, "reason")
    message = await messages.get(db, tenant_id, message_id)
    if message is None:
        raise NotFound("message")
    before = await cases.open_about(db, tenant_id, "report", str(message_id))
    if before is not None:
        return before
    conversation = await conversations.get(db, tenant_id, message.conversation_id)
    verdicts = await case_lists.verdicts(db, tenant_id, message_id)
    finding = {"rule": "reported_message", "clause": "A3", "verdict": "hold", "sentence": SENTENCE}
    case = await open_case(
        db,
        tenant_id,
        "report",
        About(
            matter="message",
            subject=str(message_id),
            message_id=message_id,
            conversation_id=message.conversation_id,
            number_id=conversation.number_id,
            author_kind=message.author_kind,
            author_id=message.author_id,
        ),
        clauses=("A3",),
        findings=[finding],
        facts={
            "direction": message.direction,
            "type": message.type,
            "status": message.status,
            "verdicts": [each["verdict"] for each in verdicts],
        },
        reason=said,
        opened_by_kind="customer" if for_customer else "agent",
        opened_by=by,
        now=now,
    )
    await decisions.record(db, tenant_id, [case_record.of_opening(case, now)])
    return case
