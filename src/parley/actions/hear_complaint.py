"""A customer accuses the business in the chat: somebody looks at it, before WhatsApp has to (A3, F1)."""

from datetime import datetime

from parley.actions import case_record
from parley.actions.open_case import About, open_case
from parley.core.conversation import Conversation
from parley.core.messages import Reply, Text, plain_text
from parley.core.policy.complaints import complains
from parley.storage import cases
from parley.storage.database import Connection
from parley.storage.decisions import Decided
from parley.storage.messages import Message

RULE = "customer_complains"
SENTENCE = "The customer complains of deceit, of spam or of a breach of the law: is it so?"


async def hear_complaint(db: Connection, conversation: Conversation, kept: Message, now: datetime) -> list[Decided]:
    """Opens one case; while it is open, more of the same in the conversation opens none."""
    if not isinstance(kept.said, Text | Reply) or not complains(plain_text(kept.said)):
        return []
    tenant_id, subject = conversation.tenant_id, f"complaint:{conversation.conversation_id}"
    if await cases.open_about(db, tenant_id, "report", subject) is not None:
        return []
    about = About(
        matter="message",
        subject=subject,
        message_id=kept.message_id,
        conversation_id=conversation.conversation_id,
        number_id=conversation.number_id,
        author_kind="customer",
    )
    case = await open_case(
        db,
        tenant_id,
        "report",
        about,
        clauses=("A3", "F1"),
        findings=[{"rule": RULE, "clause": clause, "verdict": "hold", "sentence": SENTENCE} for clause in ("A3", "F1")],
        facts={"direction": kept.direction, "type": kept.type, "owner": conversation.owner_kind},
        opened_by_kind="customer",
        now=now,
    )
    return [case_record.of_opening(case, now)]
