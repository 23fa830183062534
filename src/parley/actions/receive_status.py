"""The platform says what became of a message of ours: the ticks move up, and what was uncertain is settled."""

from datetime import datetime
from uuid import UUID

from parley.actions.ask_people import ask_people
from parley.actions.book_prices import book_prices
from parley.actions.heed_refusal import heed_refusal
from parley.core.messages.inbound import StatusReport
from parley.core.messages.undelivered import told
from parley.core.policy.refusals import Refusal
from parley.core.pricing.markets import country_of
from parley.storage import deliveries, messages, outbox
from parley.storage.database import Connection, tell_live
from parley.storage.decisions import Decided
from parley.storage.deliveries import Arrival
from parley.storage.messages import Message


async def receive_status(
    db: Connection, tenant_id: UUID, report: StatusReport, now: datetime, refused: Refusal | None = None
) -> list[Decided] | None:
    """What the caller records; None if the message is not known here. ``refused``: what a failure means."""
    message = await _find(db, tenant_id, report)
    if message is None:
        return None
    error = _error(report, refused)
    # A message of which a status comes has reached the platform, whatever our own call's fate was.
    await outbox.finish(db, tenant_id, [message.message_id], "sent" if error is None else "failed")
    changed = await messages.set_status(db, message, report.status, platform_id=report.platform_id, error=error)
    if report.status in ("delivered", "read"):
        arrival = Arrival(message.message_id, country_of(report.recipient), report.at, report.price, report.price_model)
        await deliveries.book(db, tenant_id, [arrival])
        await book_prices(db, tenant_id, [message.message_id] if report.price else [])
    if changed:
        await tell_live(db, tenant_id, "message", message.conversation_id)
    evidence: list[Decided] = []
    if changed and refused is not None:
        evidence = await heed_refusal(db, message, refused, now)
    if changed and error is not None and message.author_kind == "bot":
        reason = "WhatsApp could not deliver the bot's answer"
        await ask_people(db, tenant_id, message.conversation_id, reason, now)
    return evidence


async def _find(db: Connection, tenant_id: UUID, report: StatusReport) -> Message | None:
    """By our own id, which is known before the platform's is."""
    try:
        ours = UUID(report.callback_data)
    except ValueError:
        return await messages.by_platform_id(db, tenant_id, report.platform_id)
    return await messages.get(db, tenant_id, ours)


def _error(report: StatusReport, refused: Refusal | None) -> dict[str, str] | None:
    if report.status != "failed":
        return None
    given = report.error or {}
    sentence = refused.sentence if refused else str(given.get("title") or "WhatsApp could not deliver the message.")
    return {"code": str(given.get("code") or ""), **told(refused.code if refused else 0, sentence)}
