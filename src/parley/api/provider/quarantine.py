"""Webhook events that could not be handled, and trying one again."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query

from parley.actions.retry_quarantined import retry_quarantined
from parley.api.identity import ProviderCaller, TheDatabase
from parley.api.models.provider import Quarantine, QuarantinedOut
from parley.api.provider.client import tenant_of
from parley.core.policy.redaction import is_platforms
from parley.storage import inbox
from parley.storage.inbox import Quarantined

# Who people are, and where what they sent can be fetched.
HIDDEN = frozenset(
    {
        "from", "from_parent_user_id", "from_user_id", "new_wa_id", "parent_recipient_user_id", "parent_user_id",
        "phone_number", "previous_parent_user_id", "previous_user_id", "recipient_id", "recipient_parent_user_id",
        "recipient_participant_id", "recipient_user_id", "to", "to_user_id", "url", "user_id", "wa_id", "waid",
    }
)  # fmt: skip
SHOWN = frozenset({"reason"})
router = APIRouter(prefix="/quarantine")


@router.get("")
async def index(
    caller: ProviderCaller,
    database: TheDatabase,
    tenant_id: UUID | None = None,
    before: Annotated[int | None, Query(ge=0)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Quarantine:
    """Newest first; without a Client, what belongs to no number that is known here."""
    tenant = await tenant_of(database, caller, tenant_id)
    async with database.transaction(tenant) as db:
        found = await inbox.list_quarantined(db, tenant, before, limit + 1)
    shown = found[:limit]
    more = len(found) > limit
    return Quarantine(items=[_shown(event) for event in shown], next_before=shown[-1].event_id if more else None)


@router.post("/{tenant_id}/{event_id}/retry", status_code=204)
async def create_retry(tenant_id: UUID, event_id: int, caller: ProviderCaller, database: TheDatabase) -> None:
    """It is handled again, as if it had just come."""
    tenant = await tenant_of(database, caller, tenant_id)
    async with database.transaction(tenant) as db:
        await retry_quarantined(db, tenant, event_id)


def _shown(event: Quarantined) -> QuarantinedOut:
    return QuarantinedOut.model_validate({**vars(event), "payload": _without_words(event.payload)})


def _without_words(value: Any, key: str = "") -> Any:
    """The shape of the event, without what people wrote and who they are."""
    if isinstance(value, dict):
        return {name: _without_words(each, name) for name, each in value.items()}
    if isinstance(value, list):
        return [_without_words(each, key) for each in value]
    shown = key in SHOWN or (is_platforms(key) and key not in HIDDEN)
    if isinstance(value, str) and not shown:
        return f"({len(value)} characters)"
    return value
