"""Many statuses at once: three come for each message that is sent, so they are the most frequent events of all."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from parley.actions.book_prices import book_prices
from parley.core.messages.inbound import StatusReport
from parley.core.pricing.markets import country_of
from parley.storage import deliveries, messages, outbox
from parley.storage.database import Connection, tell_live_of_all
from parley.storage.deliveries import Arrival
from parley.storage.messages import Fate


@dataclass(frozen=True)
class _Known:
    fate: Fate
    changed: bool = False


async def receive_statuses(db: Connection, tenant_id: UUID, reports: Sequence[StatusReport]) -> list[StatusReport]:
    """Those whose message is not known here. No failures, see ``receive_status``: they have more to say."""
    ours = [(report, _our_id(report)) for report in reports]
    fates = await messages.fates(db, tenant_id, [message_id for _, message_id in ours if message_id])
    known = {fate.message_id: _Known(fate) for fate in fates}
    unknown = []
    for report, message_id in ours:
        found = known.get(message_id) if message_id else None
        if found is None:
            unknown.append(report)
        else:
            known[found.fate.message_id] = _after(found, report)
    # A message of which a status comes has reached the platform, whatever our own call's fate was.
    await outbox.finish(db, tenant_id, list(known), "sent")
    changed = [each.fate for each in known.values() if each.changed]
    await messages.set_fates(db, tenant_id, changed)
    arrived = [(report, each) for report, each in ours if each in known and report.status in ("delivered", "read")]
    await deliveries.book(db, tenant_id, [_arrival(report, each) for report, each in arrived if each])
    await book_prices(db, tenant_id, [each for report, each in arrived if each and report.price])
    await tell_live_of_all(db, tenant_id, "message", {fate.conversation_id for fate in changed})
    return unknown


def _arrival(report: StatusReport, message_id: UUID) -> Arrival:
    return Arrival(message_id, country_of(report.recipient), report.at, report.price, report.price_model)


def _our_id(report: StatusReport) -> UUID | None:
    try:
        return UUID(report.callback_data)
    except ValueError:
        return None


def _after(known: _Known, report: StatusReport) -> _Known:
    """The status only ever moves up."""
    fate = known.fate
    if not messages.is_news(fate.status, report.status):
        return known
    return _Known(replace(fate, status=report.status, platform_id=fate.platform_id or report.platform_id), changed=True)
