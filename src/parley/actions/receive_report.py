"""The platform reports on a template or on a person's wish: our copy follows at once (C2, C3, B7)."""

from datetime import datetime
from uuid import UUID

from parley.core.messages.inbound import Notice, NumberReport
from parley.storage import consents, contacts, notices, numbers, template_states
from parley.storage.database import Connection, tell_live


async def receive_template_report(
    db: Connection,
    tenant_id: UUID,
    account_id: str,
    *,
    name: str,
    language: str,
    status: str,
    category: str,
    quality: str,
    now: datetime,
) -> bool:
    """False if the template is not known here."""
    known = await template_states.change(
        db,
        tenant_id,
        account_id,
        name=name,
        language=language,
        status=status,
        category=category,
        quality=quality,
        now=now,
    )
    await tell_live(db, tenant_id, "conversation")
    return known


async def receive_preference(
    db: Connection, tenant_id: UUID, *, wa_id: str, user_id: str, stops: bool, at: datetime, now: datetime
) -> None:
    """A stop of marketing messages by WhatsApp's own switch, or its end.

    The end of a stop is no opt-in: it takes the person's own stop back, and what they agreed to before counts again.
    """
    contact = await contacts.of_writer(db, tenant_id, wa_id=wa_id, user_id=user_id, name="", now=now)
    wording = "" if stops else await consents.last_wording(db, tenant_id, contact.contact_id, "marketing")
    if not stops and not wording:
        return
    await consents.record(
        db,
        tenant_id,
        contact.contact_id,
        purpose="marketing",
        action="opt_out" if stops else "opt_in",
        method="platform",
        wording=wording,
        recorded_by="platform",
        at=at,
    )


async def receive_notice(db: Connection, tenant_id: UUID, number_id: str, notice: Notice, now: datetime) -> None:
    """File news for people to read."""
    await notices.keep(
        db,
        tenant_id,
        number_id,
        field=notice.field,
        event=notice.event,
        sentence=notice.sentence,
        facts=notice.facts,
        grave=notice.grave,
        at=now,
    )


async def receive_number_report(db: Connection, tenant_id: UUID, account_id: str, report: NumberReport) -> None:
    """A number has another name, may send faster, or may write first to more people, or to fewer."""
    await numbers.told(db, tenant_id, report.digits, display_name=report.display_name, rate=report.rate)
    if report.daily_limit is not None:
        await numbers.limit(db, tenant_id, account_id, report.daily_limit)


async def receive_book_entry(db: Connection, tenant_id: UUID, wa_id: str, name: str) -> None:
    """A name from the business's own address book: for people who are known and have none. Nobody is added by it."""
    contact = await contacts.known(db, tenant_id, wa_id=wa_id, user_id="")
    if contact is not None and name:
        await contacts.set_name(db, tenant_id, contact.contact_id, name[:200])
